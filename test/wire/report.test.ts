import { describe, expect, it } from "vitest";
import type { Claim } from "../../src/domain/claim.js";
import { ERROR_CODES, YaffleError } from "../../src/domain/error.js";
import type { Evidence } from "../../src/domain/evidence.js";
import type { JudgedClaim } from "../../src/domain/judgement.js";
import type { Report } from "../../src/domain/report.js";
import { PROTOCOL_CODES } from "../../src/wire/error-codes.js";
import { evidenceToWire } from "../../src/wire/evidence.js";
import { evidenceSchema } from "../../src/wire/evidence-schema.js";
import { problemOf, problemSchema } from "../../src/wire/problem.js";
import { reportToWire } from "../../src/wire/report.js";
import { reportSchema } from "../../src/wire/report-schema.js";

const base = { id: "c1", text: "there are two dogs", span: { start: 0, end: 8 }, sentence: 0, negated: false, hedged: false };
const dogs = { phrase: "Two dogs", category: "dog", span: { start: 0, end: 8 } };
const box = { x1: 0.123456, y1: 0.2, x2: 1.0000001, y2: 0.99999, probability: 0.876543 };
const seen = { expert: "fake", image: 0 };

function judged(claim: Claim, evidence: readonly Evidence[] = []): JudgedClaim {
  return { claim, judgement: { verdict: "refuted", probability: 0.0712345, because: null, reason: "One dog.", remedy: null }, evidence };
}

function report(claims: readonly JudgedClaim[]): Report {
  return {
    version: { yaffle: "0.1.0", report: 1 },
    id: "row-17",
    original: "Two dogs lie.",
    corrected: "A dog lies.",
    correctedWithBoxes: null,
    changed: true,
    claims,
    edits: [{ span: { start: 0, end: 12 }, replacement: "A dog lies", claims: ["c1"], kind: "replace" }],
    images: [{ sha256: "ab", width: 640, height: 480 }],
    summary: {
      claims: 1,
      supported: 0,
      refuted: 1,
      unverifiable: 0,
      hallucinationRate: 1,
      byKind: { count: { supported: 0, refuted: 1, unverifiable: 0 } },
    },
    correctedSummary: { claims: 1, supported: 1, refuted: 0, unverifiable: 0, hallucinationRate: 0, byKind: {} },
    experts: [{ id: "fake", role: "detector", sha256: null, device: "cpu" }],
    timingsMs: { total: 12.3456, decode: 1, extract: 2, verify: 3, correct: 4 },
    degraded: ["answerer: no model configured"],
  };
}

describe("a report on the wire", () => {
  it("has the contract's names", () => {
    const wire = reportToWire(report([judged({ ...base, kind: "count", object: dogs, count: { relation: "exactly", value: 2 } })]));
    expect(reportSchema.parse(wire)).toEqual(wire);
    expect(Object.keys(wire)).toEqual([
      ...["version", "id", "original", "corrected", "corrected_with_boxes", "changed", "claims", "edits", "images"],
      ...["summary", "corrected_summary", "experts", "timings_ms", "degraded"],
    ]);
    expect(wire.timings_ms.total).toBe(12.3);
    expect(wire.summary).toMatchObject({ hallucination_rate: 1, by_kind: { count: { refuted: 1 }, text: { refuted: 0 } } });
    expect(wire.corrected_summary).toMatchObject({ claims: 1, supported: 1, refuted: 0, hallucination_rate: 0 });
    expect(wire.claims[0]).toEqual({
      ...{ id: "c1", kind: "count", text: "there are two dogs", span: { start: 0, end: 8 }, sentence: 0, negated: false, hedged: false },
      object: dogs,
      count: { relation: "exactly", value: 2 },
      ...{ verdict: "refuted", probability: 0.0712, reason: "One dog.", because: null, evidence: [] },
    });
  });

  it.each<[Claim, readonly string[]]>([
    [{ ...base, kind: "existence", object: dogs }, []],
    [{ ...base, kind: "attribute", object: dogs, attribute: { type: "color", value: "red" } }, ["attribute"]],
    [
      { ...base, kind: "relation", object: dogs, relation: { predicate: "on", type: "spatial", targets: [{ ...dogs, span: null }] } },
      ["relation"],
    ],
    [{ ...base, kind: "text", object: null, quote: "STOP" }, ["quote"]],
    [{ ...base, kind: "other", object: null }, []],
  ])("leaves out what does not apply to a claim: %o", (claim, own) => {
    const wire = reportToWire(report([judged(claim)]));
    expect(reportSchema.parse(wire)).toEqual(wire);
    const names = Object.keys(wire.claims[0] ?? {});
    expect(["count", "attribute", "relation", "quote"].filter((name) => names.includes(name))).toEqual(own);
  });
});

describe("evidence on the wire", () => {
  const rounded = { x1: 0.1235, y1: 0.2, x2: 1, y2: 1, score: 0.8765 };
  it.each<[Evidence, object]>([
    [
      { ...seen, type: "detection", category: "dog", presence: 0.98765432, boxes: [box] },
      { category: "dog", presence: 0.9877, boxes: [rounded] },
    ],
    [
      { ...seen, type: "color", category: "dog", region: box, colors: [{ name: "red", share: 0.333333 }] },
      { category: "dog", region: rounded, colors: [{ name: "red", share: 0.3333 }] },
    ],
    [
      { ...seen, type: "geometry", predicate: "on", subject: box, targets: [box], holds: true, margin: 0.25 },
      { predicate: "on", subject: rounded, targets: [rounded], holds: true, margin: 0.25 },
    ],
    [
      { ...seen, type: "answer", question: "Q", answer: "A", probability: 0.5, region: null },
      { question: "Q", answer: "A", probability: 0.5 },
    ],
    [
      { ...seen, type: "text", lines: [{ text: "STOP", score: 0.5, box: { x1: 0, y1: 0, x2: 1, y2: 1 } }] },
      { lines: [{ text: "STOP", score: 0.5, box: { x1: 0, y1: 0, x2: 1, y2: 1 } }] },
    ],
    [
      { ...seen, type: "comparison", statement: "a red car", contrary: "a blue car", share: 0.333333, region: box },
      { statement: "a red car", contrary: "a blue car", share: 0.3333, region: rounded },
    ],
    [
      { ...seen, type: "failure", code: "expert_failed", message: "NaN" },
      { code: "expert_failed", message: "NaN" },
    ],
  ])("has four places: %o", (evidence, own) => {
    const wire = evidenceToWire(evidence);
    expect(wire).toEqual({ type: evidence.type, ...seen, ...own });
    expect(evidenceSchema.parse(wire)).toEqual(wire);
  });
});

describe("error codes", () => {
  it("are those of the contract's table", () => {
    const table = ERROR_CODES.map(
      (code) => `${code} ${PROTOCOL_CODES[code].http} ${PROTOCOL_CODES[code].grpc} ${new YaffleError(code, "").isRetryable}`,
    );
    expect(table).toEqual([
      "invalid_request 400 3 false",
      "request_too_large 413 8 false",
      "image_too_large 413 3 false",
      "image_undecodable 422 3 false",
      "image_fetch_blocked 422 3 false",
      "image_fetch_failed 424 14 true",
      "unauthenticated 401 16 false",
      "permission_denied 403 7 false",
      "not_found 404 5 false",
      "conflict 409 10 false",
      "idempotency_mismatch 422 3 false",
      "overloaded 429 8 true",
      "deadline_exceeded 504 4 true",
      "cancelled 499 1 false",
      "expert_unavailable 503 14 true",
      "upstream_failed 502 14 true",
      "internal 500 13 false",
    ]);
  });

  it("make a problem object that says what, where and whether to try again", () => {
    const problem = problemOf(
      new YaffleError("invalid_request", "Bad.", { faults: [{ path: "options.policy", message: "is wrong" }] }),
      "r1",
    );
    expect(problemSchema.parse(problem)).toEqual({
      type: "urn:yaffle:problem:invalid_request",
      title: "The request is not valid",
      status: 400,
      code: "invalid_request",
      detail: "Bad.",
      errors: [{ path: "options.policy", message: "is wrong" }],
      retryable: false,
      request_id: "r1",
    });
  });
});
