/** The report from the core's names to the wire's: one mapping for HTTP, gRPC and the command line. */
import { CLAIM_KINDS, type Claim, type Mention } from "../domain/claim.js";
import type { JudgedClaim } from "../domain/judgement.js";
import type { ExpertFacts, Report, Summary, TimingsMs } from "../domain/report.js";
import { evidenceToWire, fraction } from "./evidence.js";
import type { WireClaim, WireMention, WireReport } from "./report-schema.js";

/** A tenth of a millisecond is as fine as timings mean anything. */
const TIMING_PLACES = 10;

const NONE = { supported: 0, refuted: 0, unverifiable: 0 };

export function reportToWire(report: Report): WireReport {
  return {
    version: { yaffle: report.version.yaffle, report: report.version.report },
    id: report.id,
    original: report.original,
    corrected: report.corrected,
    corrected_with_boxes: report.correctedWithBoxes,
    changed: report.changed,
    claims: report.claims.map(judgedClaimToWire),
    edits: report.edits.map(({ span, replacement, claims, kind }) => ({ span: { ...span }, replacement, claims: [...claims], kind })),
    images: report.images.map(({ sha256, width, height }) => ({ sha256, width, height })),
    summary: summaryToWire(report.summary),
    corrected_summary: report.correctedSummary === null ? null : summaryToWire(report.correctedSummary),
    experts: report.experts.map(expertToWire),
    timings_ms: timings(report.timingsMs),
    degraded: [...report.degraded],
  };
}

function summaryToWire({ claims, supported, refuted, unverifiable, hallucinationRate, byKind }: Summary): WireReport["summary"] {
  return {
    claims,
    supported,
    refuted,
    unverifiable,
    hallucination_rate: hallucinationRate,
    by_kind: Object.fromEntries(CLAIM_KINDS.map((kind) => [kind, { ...(byKind[kind] ?? NONE) }])),
  };
}

/** Claim, judgement and evidence in one flat object; what does not apply to the claim's kind is left out. */
export function judgedClaimToWire({ claim, judgement, evidence }: JudgedClaim): WireClaim {
  const { id, kind, text, span, sentence, negated, hedged, object } = claim;
  return {
    id,
    kind,
    text,
    span: { start: span.start, end: span.end },
    sentence,
    negated,
    hedged,
    object: object === null ? null : mention(object),
    ...ownFields(claim),
    verdict: judgement.verdict,
    probability: judgement.probability === null ? null : fraction(judgement.probability),
    reason: judgement.reason,
    because: judgement.because,
    evidence: evidence.map(evidenceToWire),
  };
}

export function expertToWire({ id, role, sha256, device }: ExpertFacts): WireReport["experts"][number] {
  return { id, role, sha256, device };
}

function ownFields(claim: Claim): Partial<WireClaim> {
  switch (claim.kind) {
    case "count":
      return { count: { relation: claim.count.relation, value: claim.count.value } };
    case "attribute":
      return { attribute: { type: claim.attribute.type, value: claim.attribute.value } };
    case "relation": {
      const { predicate, type, targets } = claim.relation;
      return { relation: { predicate, type, targets: targets.map(mention) } };
    }
    case "text":
      return { quote: claim.quote };
    case "existence":
    case "other":
      return {};
    default:
      return claim satisfies never;
  }
}

function mention({ phrase, category, span }: Mention): WireMention {
  return { phrase, category, span: span === null ? null : { start: span.start, end: span.end } };
}

function timings({ total, decode, extract, verify, correct }: TimingsMs): TimingsMs {
  const rounded = (ms: number): number => Math.round(ms * TIMING_PLACES) / TIMING_PLACES;
  return { total: rounded(total), decode: rounded(decode), extract: rounded(extract), verify: rounded(verify), correct: rounded(correct) };
}
