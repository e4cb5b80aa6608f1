/** A report as the page carries it: the table's row and the details, without what the page never shows. */
import { CLAIM_KINDS } from "../../domain/claim.js";
import { VERDICTS } from "../../domain/judgement.js";
import type { WireClaim } from "../../wire/report-schema.js";
import type { ResultLine } from "../outcome.js";
import { compactEvidence } from "./compact-evidence.js";
import type { PageClaim, PageDetail, PageEvidence, PagePicture, PageRow, VerdictIndex } from "./page-data.js";

/** @param pictures those of the report, with their places in the file */
export function compactRow(report: ResultLine, model: number, pictures: readonly PagePicture[]): PageRow {
  const refuted = report.claims.filter(({ verdict }) => verdict === "refuted");
  const kinds = refuted.reduce((bits, { kind }) => bits | (1 << CLAIM_KINDS.indexOf(kind)), 0);
  const objects = new Set(refuted.flatMap(({ object }) => (object === null ? [] : [object.category])));
  const { supported, refuted: wrong, unverifiable } = report.summary;
  const changed = report.changed ? 1 : 0;
  return [report.id, model, report.original, supported, wrong, unverifiable, changed, kinds, [...objects], pictures[0]?.at ?? -1];
}

/** @param pictures those of the report, with their places in the file */
export function compactDetail(report: ResultLine, pictures: readonly PagePicture[]): PageDetail {
  const places = new Map<string, number>();
  const evidence: PageEvidence[] = [];
  const placeOf = (one: PageEvidence): number => {
    const key = JSON.stringify(one);
    const place = places.get(key) ?? evidence.push(one) - 1;
    places.set(key, place);
    return place;
  };
  return {
    prompt: report.row.prompt,
    edits: report.edits.map(({ span, replacement }) => [span.start, span.end, replacement]),
    claims: report.claims.map((claim) =>
      compactClaim(
        claim,
        claim.evidence.map((one) => placeOf(compactEvidence(one))),
      ),
    ),
    evidence,
    pictures,
    degraded: report.degraded,
    left: report.corrected_summary?.refuted ?? null,
  };
}

function compactClaim({ kind, verdict, probability, text, reason, span }: WireClaim, evidence: readonly number[]): PageClaim {
  return [CLAIM_KINDS.indexOf(kind), verdictIndex(verdict), probability, text, reason, span.start, span.end, evidence];
}

function verdictIndex(verdict: WireClaim["verdict"]): VerdictIndex {
  switch (verdict) {
    case VERDICTS[0]:
      return 0;
    case VERDICTS[1]:
      return 1;
    case VERDICTS[2]:
      return 2;
    default:
      return verdict satisfies never;
  }
}
