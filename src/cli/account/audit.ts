/** The readable account of an audit: its figures as a whole, by kind and by model. */
import { join } from "node:path";
import { REPORT_FILE } from "../../audit/run-audit.js";
import type { AuditSummary, SummaryFigures } from "../../audit/summary/summary.js";
import { counted } from "../../wire/counted.js";
import { harmless } from "../terminal.js";

/** Ends with a line end. */
export function auditAccount(summary: AuditSummary, folder: string): string {
  const { rows, failed, changed, claims, supported, refuted, unverifiable } = summary;
  const kinds = Object.entries(summary.by_kind).filter(([, figures]) => figures.claims > 0);
  const models = Object.entries(summary.by_model);
  const width = Math.max(0, ...[...kinds, ...models].map(([name]) => name.length));
  const line = ([name, figures]: readonly [string, SummaryFigures]): string => `  ${harmless(name).padEnd(width)}  ${rate(figures)}`;
  return [
    `${counted(rows, "row")}: ${changed} corrected, ${failed} failed${summary.complete ? "" : "; not complete"}`,
    `${counted(claims, "claim")}: ${supported} supported, ${refuted} refuted, ${unverifiable} unverifiable`,
    `Hallucination rate ${rate(summary)}`,
    ...(kinds.length > 0 ? ["By kind:", ...kinds.map(line)] : []),
    ...(models.length > 0 ? ["By model:", ...models.map(line)] : []),
    `All in ${folder}; to look at: ${join(folder, REPORT_FILE)}`,
    "",
  ].join("\n");
}

function rate({ hallucination_rate: value, intervals: { hallucination_rate: interval }, refuted, supported }: SummaryFigures): string {
  if (value === null) return "- (nothing decided)";
  const bounds = interval === undefined ? "" : ` [${interval[0].toFixed(4)}, ${interval[1].toFixed(4)}]`;
  return `${value.toFixed(4)}${bounds} (${refuted} of ${supported + refuted})`;
}
