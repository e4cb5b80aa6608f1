/** Paragraphs for a terminal: each line is wrapped for itself and keeps its indentation. */
import wrapAnsi from "wrap-ansi";

/** @param indent before every line but the first, in spaces */
export function wrapped(text: string, columns: number, indent = 0): string {
  return text
    .split("\n")
    .flatMap((line) => {
      const margin = /^[ \t]*/.exec(line)?.[0].slice(0, columns >> 1) ?? "";
      const lines = wrapAnsi(line, Math.max(1, columns - margin.length), { hard: true }).split("\n");
      return lines.map((one) => margin + one);
    })
    .join(`\n${" ".repeat(indent)}`);
}
