/** The readable account of a report: the marked text, a line a claim, the figures, and what could not run. */
import { counted } from "../../wire/counted.js";
import type { WireReport } from "../../wire/report-schema.js";
import { harmless, type Terminal } from "../terminal.js";
import { wrapped } from "../wrapped.js";
import { claimLines } from "./claim-lines.js";
import { markedText } from "./marked-text.js";

/** Ends with a line end. */
export function account(report: WireReport, terminal: Terminal): string {
  const { columns } = terminal;
  const titled = (title: string, text: string | null): readonly string[] =>
    text === null ? [] : [`${heading(title, terminal)}\n${wrapped(harmless(text), columns)}`];
  const parts = [
    wrapped(markedText(report, terminal.colors), columns),
    ...titled("Corrected", report.changed ? report.corrected : null),
    ...titled("With boxes", report.corrected_with_boxes),
    ...(report.claims.length > 0 ? [claimLines(report.claims, terminal)] : []),
    wrapped(summaryLine(report), columns),
    ...report.degraded.map((note) => wrapped(`Note: ${harmless(note)}`, columns)),
  ];
  return `${parts.join("\n\n")}\n`;
}

function heading(text: string, { colors }: Terminal): string {
  return colors === null ? `${text}:` : colors.bold(`${text}:`);
}

function summaryLine({ summary, timings_ms, experts }: WireReport): string {
  const { claims, supported, refuted, unverifiable } = summary;
  if (claims === 0) return "No claims about the picture.";
  const seconds = (timings_ms.total / 1000).toFixed(1);
  const names = experts
    .filter(({ device }) => device !== "unavailable")
    .map(({ id }) => id)
    .join(", ");
  return `${counted(claims, "claim")}: ${supported} supported, ${refuted} refuted, ${unverifiable} unverifiable · ${seconds} s with ${names}`;
}
