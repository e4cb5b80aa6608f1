/** Lines of results.jsonl for tests of what reads them. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ResultLine } from "../../src/audit/outcome.js";
import { SummaryBuilder } from "../../src/audit/summary/summary.js";
import type { WireEvidence } from "../../src/wire/evidence-schema.js";
import type { WireClaim } from "../../src/wire/report-schema.js";

type Verdict = WireClaim["verdict"];
type Kind = WireClaim["kind"];

/** A claim about the first word of its text. */
export function claimOf(id: string, verdict: Verdict, more: Partial<WireClaim> = {}): WireClaim {
  const evidence: WireEvidence = { type: "detection", expert: "test-detector", image: 0, category: "dog", presence: 0.9, boxes: [] };
  return {
    ...{ id, kind: "existence", text: "there is a dog", span: { start: 0, end: 5 }, sentence: 0, negated: false, hedged: false },
    object: { phrase: "a dog", category: "dog", span: { start: 0, end: 5 } },
    verdict,
    probability: verdict === "supported" ? 0.95 : verdict === "refuted" ? 0.02 : null,
    reason: "Made for the test.",
    because: verdict === "unverifiable" ? "not_confident" : null,
    evidence: [evidence],
    ...more,
  };
}

export interface MadeResult {
  readonly id?: string;
  readonly original?: string;
  readonly corrected?: string;
  readonly claims?: readonly WireClaim[];
  readonly edits?: ResultLine["edits"];
  readonly images?: ResultLine["images"];
  /** Refuted claims after correction; null where the text was not judged again. */
  readonly left?: number | null;
  readonly row?: Partial<ResultLine["row"]>;
}

export function resultOf({
  id = "row-1",
  original = "A dog sleeps.",
  left = 0,
  images = [],
  edits = [],
  row,
  ...more
}: MadeResult): ResultLine {
  const claims = [...(more.claims ?? [claimOf("c1", "supported")])];
  const corrected = more.corrected ?? original;
  const kinds = [...new Set(claims.map(({ kind }) => kind))];
  return {
    version: { yaffle: "0.1.0", report: 1 },
    ...{ id, original, corrected, corrected_with_boxes: null, changed: corrected !== original, claims, edits, images },
    summary: {
      ...countsOf(claims),
      claims: claims.length,
      hallucination_rate: null,
      by_kind: Object.fromEntries(
        kinds.map((kind): [Kind, ReturnType<typeof countsOf>] => [kind, countsOf(claims.filter((one) => one.kind === kind))]),
      ),
    },
    corrected_summary:
      left === null
        ? null
        : {
            claims: claims.length,
            supported: countsOf(claims).supported,
            refuted: left,
            unverifiable: 0,
            hallucination_rate: null,
            by_kind: {},
          },
    experts: [{ id: "test-detector", role: "detector", sha256: null, device: "cpu" }],
    timings_ms: { total: 1, decode: 0, extract: 0, verify: 1, correct: 0 },
    degraded: [],
    row: { line: 1, images: images.map(() => null), prompt: null, model: null, ...row },
  };
}

/** Writes results.jsonl. @returns its path */
export function writeResults(folder: string, results: readonly ResultLine[], name = "results.jsonl"): string {
  const path = join(folder, name);
  writeFileSync(path, results.map((result) => `${JSON.stringify(result)}\n`).join(""));
  return path;
}

export function summaryOf(results: readonly ResultLine[]): ReturnType<SummaryBuilder["build"]> {
  const builder = new SummaryBuilder();
  for (const result of results) builder.addResult(result);
  return builder.build(true);
}

function countsOf(claims: readonly WireClaim[]): { supported: number; refuted: number; unverifiable: number } {
  const count = (verdict: Verdict): number => claims.filter((claim) => claim.verdict === verdict).length;
  return { supported: count("supported"), refuted: count("refuted"), unverifiable: count("unverifiable") };
}
