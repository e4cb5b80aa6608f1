/** What always holds of a report (the contract's section 1), whatever the text says and whatever the experts answer. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CLAIM_KINDS } from "../../src/domain/claim.js";
import { applyEdits } from "../../src/domain/correction.js";
import { POLICIES } from "../../src/domain/judgement.js";
import type { Picture } from "../../src/domain/picture.js";
import type { ColorMeter, Detector } from "../../src/domain/ports.js";
import type { Report } from "../../src/domain/report.js";
import { overlaps } from "../../src/domain/span.js";
import { COCO_CATEGORIES } from "../../src/language/vocabulary/coco.js";
import { DEFAULT_LIMITS } from "../../src/pipeline/limits.js";
import { createYaffle } from "../../src/pipeline/yaffle.js";
import { fakeDetector, type Scene } from "../support/fake-detector.js";
import { description } from "../support/generated-text.js";

const RUNS = { numRuns: 120, seed: 7 };

/** A new object each time: detectors keep what they saw with the picture. */
function blank(): Picture {
  return { sha256: "a".repeat(64), width: 32, height: 32, pixels: new Uint8Array(32 * 32 * 3).fill(90), notes: [] };
}

const red: ColorMeter = {
  facts: { id: "fake-color", role: "color", sha256: null, device: "cpu" },
  measure: () => [
    { name: "red", share: 0.9 },
    { name: "black", share: 0.1 },
  ],
  close: async () => undefined,
};

interface Asked {
  readonly response: string;
  readonly prompt?: string | null;
  readonly policy?: (typeof POLICIES)[number];
  readonly pictures?: number;
}

async function report(detector: Detector, { response, prompt = null, policy = "balanced", pictures = 1 }: Asked): Promise<Report> {
  let now = 0;
  const clock = { nowMs: () => now++ };
  const yaffle = createYaffle({ detector, color: red, textReader: null, answerer: null, clock, limits: DEFAULT_LIMITS });
  return yaffle.correct({
    id: "always",
    images: Array.from({ length: pictures }, () => ({ type: "picture", picture: blank() }) as const),
    response,
    prompt,
    options: { policy, boxes: false, kinds: CLAIM_KINDS, pipeline: "rules", timeoutMs: null },
  });
}

const probability = fc.double({ min: 0, max: 1, noNaN: true });
const box = fc
  .tuple(probability, probability, probability, probability, probability)
  .map(([a, b, c, d, p]) => ({ x1: Math.min(a, b), x2: Math.max(a, b), y1: Math.min(c, d), y2: Math.max(c, d), probability: p }));
const SEEN = [
  "person",
  "dog",
  "cat",
  "horse",
  "elephant",
  "car",
  "bus",
  "bicycle",
  "bench",
  "chair",
  "umbrella",
  "book",
  "laptop",
  "bottle",
  "kite",
];
const scene: fc.Arbitrary<Scene> = fc.dictionary(
  fc.constantFrom(...SEEN),
  fc.record({ presence: fc.oneof(probability, fc.constantFrom(0.001, 0.999)), boxes: fc.array(box, { maxLength: 4 }) }),
);
const policy = fc.constantFrom(...POLICIES);
const text = fc.oneof(
  { weight: 4, arbitrary: description },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", minLength: 1 }).filter((words) => words.trim() !== "") },
);

const refuted = ({ claims }: Report) => claims.filter(({ judgement }) => judgement.verdict === "refuted");

describe("every report", () => {
  it("is tried on texts of which many are partly false", async () => {
    const cases = fc.sample(fc.tuple(description, scene), { numRuns: 60, seed: RUNS.seed });
    const reports = await Promise.all(cases.map(([response, seen]) => report(fakeDetector(seen), { response })));
    expect(reports.filter(({ edits }) => edits.length > 0).length).toBeGreaterThan(20);
  });

  it("has edits that give the corrected text, do not overlap and belong to refuted claims", async () => {
    await fc.assert(
      fc.asyncProperty(text, scene, policy, async (response, seen, lines) => {
        const given = await report(fakeDetector(seen), { response, policy: lines });
        expect(applyEdits(response, given.edits)).toBe(given.corrected);
        expect(given.changed).toBe(given.corrected !== response);
        const ids = new Set(refuted(given).map(({ claim }) => claim.id));
        for (const [index, edit] of given.edits.entries()) {
          expect(edit.claims.length).toBeGreaterThan(0);
          expect(edit.claims.filter((id) => !ids.has(id))).toEqual([]);
          expect(edit.span.start).toBeGreaterThanOrEqual(given.edits[index - 1]?.span.end ?? 0);
        }
        if (ids.size === 0) expect(given.edits).toEqual([]);
        expect(given.corrected.trim()).not.toBe("");
      }),
      RUNS,
    );
  });

  it("refutes nothing without evidence that is more than a failure", async () => {
    await fc.assert(
      fc.asyncProperty(text, scene, policy, async (response, seen, lines) => {
        for (const { evidence } of refuted(await report(fakeDetector(seen), { response, policy: lines }))) {
          expect(evidence.some(({ type }) => type !== "failure")).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it("has claims in order, with spans inside the text and probabilities between 0 and 1", async () => {
    await fc.assert(
      fc.asyncProperty(text, scene, async (response, seen) => {
        const { claims, summary } = await report(fakeDetector(seen), { response });
        let last = 0;
        for (const { claim, judgement } of claims) {
          expect(claim.span.start).toBeGreaterThanOrEqual(last);
          expect(claim.span.end).toBeLessThanOrEqual(response.length);
          expect(claim.span.end).toBeGreaterThan(claim.span.start);
          last = claim.span.start;
          if (judgement.probability !== null) expect(Math.abs(judgement.probability - 0.5)).toBeLessThanOrEqual(0.5);
          expect(judgement.because === null).toBe(judgement.verdict !== "unverifiable");
          expect(judgement.reason).toMatch(/\S/);
        }
        expect(summary.claims).toBe(claims.length);
        expect(summary.supported + summary.refuted + summary.unverifiable).toBe(claims.length);
      }),
      RUNS,
    );
  });

  it("is of a corrected text that, judged again on the same picture, holds no refuted claim", async () => {
    await fc.assert(
      fc.asyncProperty(description, scene, policy, async (response, seen, lines) => {
        const first = await report(fakeDetector(seen), { response, policy: lines });
        const again = await report(fakeDetector(seen), { response: first.corrected, policy: lines });
        expect(refuted(again).map(({ claim }) => claim.text)).toEqual([]);
        expect(again.corrected).toBe(first.corrected);
      }),
      RUNS,
    );
  });

  it("is the same for the same picture, response and answers, but for its timings", async () => {
    await fc.assert(
      fc.asyncProperty(description, scene, async (response, seen) => {
        const [first, second] = await Promise.all([report(fakeDetector(seen), { response }), report(fakeDetector(seen), { response })]);
        expect({ ...first, timingsMs: null }).toEqual({ ...second, timingsMs: null });
      }),
      { ...RUNS, numRuns: 40 },
    );
  });

  it("of two pictures refutes only what each alone refutes", async () => {
    await fc.assert(
      fc.asyncProperty(description, scene, async (response, seen) => {
        const alone = await report(fakeDetector(seen), { response });
        const twice = await report(fakeDetector(seen), { response, pictures: 2 });
        expect(refuted(twice).map(({ claim }) => claim.id)).toEqual(refuted(alone).map(({ claim }) => claim.id));
      }),
      { ...RUNS, numRuns: 60 },
    );
  });
});

describe("an expert that is missing, slow or wrong in form", () => {
  const nothingThere = Object.fromEntries(COCO_CATEGORIES.map((name) => [name, { presence: Number.NaN, boxes: [] }]));
  const broken: readonly (readonly [string, () => Detector])[] = [
    ["that throws", () => fakeDetector({}, { failure: new Error("out of order") })],
    ["that says NaN", () => fakeDetector(nothingThere)],
    [
      "that says infinity",
      () => fakeDetector({ dog: { presence: Number.POSITIVE_INFINITY, boxes: [] } }, { absence: Number.NEGATIVE_INFINITY }),
    ],
    ["that answers nothing", () => ({ ...fakeDetector(), facts: fakeDetector().facts, detect: async () => [] })],
    ["that knows no class", () => fakeDetector({}, { vocabulary: [] })],
  ];

  it.each(broken)("refutes nothing: one %s", async (_, detector) => {
    await fc.assert(
      fc.asyncProperty(description, async (response) => {
        const given = await report(detector(), { response, policy: "strict" });
        expect(refuted(given)).toEqual([]);
        expect(given.corrected).toBe(response);
      }),
      { ...RUNS, numRuns: 25 },
    );
  });

  it("is named in the report, once", async () => {
    const { degraded } = await report(fakeDetector({}, { failure: new Error("out of order") }), {
      response: "A dog and a cat sit on a bench.",
    });
    expect(degraded.filter((line) => line.startsWith("fake-detector:"))).toHaveLength(1);
  });
});

describe("a text of which nothing is left", () => {
  it("becomes the denial of its last refuted object", async () => {
    const { corrected, edits } = await report(fakeDetector(), { response: "There is an elephant." });
    expect(corrected).toBe("There is no elephant in the image.");
    expect(edits).toHaveLength(1);
  });
});

describe("characters outside every edit", () => {
  it("are untouched, to the byte", async () => {
    const response = "  “A dog”\tand a  cat—both\u00a0here… 🐕\r\n\r\nThere is an elephant.  ";
    const { corrected, edits } = await report(fakeDetector({ dog: { presence: 0.99 }, cat: { presence: 0.99 } }), { response });
    const kept = edits.reduceRight((words, { span }) => words.slice(0, span.start) + words.slice(span.end), response);
    expect(edits.every(({ span }) => overlaps(span, { start: response.indexOf("There"), end: response.length }))).toBe(true);
    expect(corrected.startsWith("  “A dog”\tand a  cat—both\u00a0here… 🐕")).toBe(true);
    expect(kept.length).toBeLessThan(response.length);
  });
});
