/**
 * Which claim a label speaks of. People and Yaffle word claims differently, so words decide first (case and spaces folded) and the place
 * in the response second; a place is shared where two ranges overlap by at least half of what they cover together. Each claim is met once.
 */
import type { Span } from "../../domain/span.js";
import type { ClaimItem, LabelRow, ResultClaim, ResultRow } from "./rows.js";

/** Of two ranges, what they share of what they cover together. */
const SHARED_PLACE = 0.5;

/** An item a label, in the order of the row. @param result the report of the same id; null where there is none */
export function matchLabels(row: LabelRow, result: ResultRow | null): readonly ClaimItem[] {
  const response: readonly ClaimItem[] = row.label === undefined ? [] : [responseItem(row.id, row.label, result)];
  const unmet = new Set(result?.claims ?? []);
  const labels = row.claims ?? [];
  // Words first for all labels, so that no place takes the claim that another label names outright.
  const byText = labels.map(({ text }) =>
    take(
      unmet,
      firstOf(unmet, (claim) => folded(claim.text) === folded(text)),
    ),
  );
  const items = labels.map(({ text, label, span }, index): ClaimItem => {
    const named = byText[index] ?? null;
    const claim = named ?? (span === undefined ? null : take(unmet, nearest(unmet, span)));
    const met_by = named !== null ? "text" : claim !== null ? "span" : null;
    return { id: row.id, text, label, verdict: claim?.verdict ?? null, probability: claim?.probability ?? null, met_by };
  });
  return [...response, ...items];
}

/** A response is refuted by one refuted claim, supported where something is and nothing refuted, else open. */
function responseItem(id: string, label: ClaimItem["label"], result: ResultRow | null): ClaimItem {
  if (result === null) return { id, text: null, label, verdict: null, probability: null, met_by: null };
  const verdicts = new Set(result.claims.map(({ verdict }) => verdict));
  const verdict = verdicts.has("refuted") ? "refuted" : verdicts.has("supported") ? "supported" : "unverifiable";
  return { id, text: null, label, verdict, probability: null, met_by: "response" };
}

function folded(text: string): string {
  return text.toLowerCase().split(/\s+/).filter(Boolean).join(" ");
}

function firstOf(claims: ReadonlySet<ResultClaim>, fits: (claim: ResultClaim) => boolean): ResultClaim | null {
  for (const claim of claims) if (fits(claim)) return claim;
  return null;
}

function nearest(claims: ReadonlySet<ResultClaim>, span: Span): ResultClaim | null {
  let best: ResultClaim | null = null;
  let most = SHARED_PLACE;
  for (const claim of claims) {
    const shared = sharedPlace(claim.span, span);
    if (shared > most || (shared === most && best === null)) {
      best = claim;
      most = shared;
    }
  }
  return best;
}

function sharedPlace(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  const together = Math.max(a.end, b.end) - Math.min(a.start, b.start);
  return shared <= 0 ? 0 : shared / together;
}

function take(claims: Set<ResultClaim>, claim: ResultClaim | null): ResultClaim | null {
  if (claim !== null) claims.delete(claim);
  return claim;
}
