/** The response with what changed marked: in color what went is struck, elsewhere it reads [-old-]{+new+}. */
import type { Span } from "../../domain/span.js";
import type { WireReport } from "../../wire/report-schema.js";
import { type Colors, harmless } from "../terminal.js";

interface Change {
  readonly span: Span;
  readonly replacement: string;
}

export function markedText(report: WireReport, colors: Colors | null): string {
  const changes = report.edits.length > 0 ? report.edits : refutedParts(report);
  let position = 0;
  let text = "";
  for (const { span, replacement } of changes) {
    const old = harmless(report.original.slice(span.start, span.end));
    text += harmless(report.original.slice(position, span.start)) + gone(old, colors) + come(harmless(replacement), colors);
    position = span.end;
  }
  return text + harmless(report.original.slice(position));
}

/** Where nothing was corrected, the words of refuted claims; those that touch are one part. */
function refutedParts({ claims }: WireReport): readonly Change[] {
  const parts: { span: Span; replacement: string }[] = [];
  const spans = claims.filter(({ verdict }) => verdict === "refuted").map(({ span }) => span);
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = parts.at(-1);
    if (last !== undefined && span.start <= last.span.end) {
      last.span = { start: last.span.start, end: Math.max(last.span.end, span.end) };
    } else {
      parts.push({ span, replacement: "" });
    }
  }
  return parts;
}

function gone(text: string, colors: Colors | null): string {
  if (text === "") return "";
  return colors === null ? `[-${text}-]` : colors.strikethrough(colors.red(text));
}

function come(text: string, colors: Colors | null): string {
  if (text === "") return "";
  return colors === null ? `{+${text}+}` : colors.bold(colors.green(text));
}
