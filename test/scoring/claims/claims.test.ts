import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Verdict } from "../../../src/domain/judgement.js";
import { scoreClaims } from "../../../src/scoring/claims/claims.js";
import type { LabelRow, ResultRow } from "../../../src/scoring/claims/rows.js";
import { located, RESAMPLING } from "../support.js";

const claim = (text: string, verdict: Verdict, probability: number | null = null, start = 0, end = 10) => ({
  text,
  verdict,
  probability,
  span: { start, end },
});
const score = (results: readonly ResultRow[], labels: readonly LabelRow[]) =>
  scoreClaims(located(results, "results.jsonl"), located(labels, "labels.jsonl"), RESAMPLING);

const results: readonly ResultRow[] = [
  {
    id: "a",
    claims: [
      claim("There is a dog", "supported", 0.9),
      claim("the dog is red", "refuted", 0.1, 12, 20),
      claim("there is a cat", "unverifiable", 0.5, 22, 30),
    ],
  },
  { id: "b", claims: [claim("there is a bus", "refuted", 0.2), claim("there are two men", "supported", 0.8)] },
];

describe("claims against labels", () => {
  const labels: readonly LabelRow[] = [
    {
      id: "a",
      claims: [
        { text: "there  is a DOG", label: "supported" },
        { text: "the dog looks red", label: "refuted", span: { start: 12, end: 19 } },
        { text: "there is a cat", label: "refuted" },
        { text: "there is a fox", label: "refuted" },
      ],
    },
    { id: "b", claims: [{ text: "there is a bus", label: "supported" }] },
  ];

  it("give accuracy and class figures of the decided, and how much was decided", () => {
    const { figures } = score(results, labels);
    expect(figures).toMatchObject({ labels: 5, unmatched: 1, accuracy: 2 / 3, coverage: 3 / 4 });
    expect(figures).toMatchObject({ supported_precision: 1, supported_recall: 1 / 2, refuted_precision: 1 / 2, refuted_recall: 1 });
    expect(figures).toMatchObject({ macro_precision: 3 / 4, macro_recall: 3 / 4, macro_f1: 2 / 3 });
  });

  it("say what mending would do: right, missed, harmful", () => {
    expect(score(results, labels).figures).toMatchObject({ correction_right: 2 / 4, correction_missed: 1 / 4, correction_harmful: 1 / 4 });
  });

  it("average the share of supported facts over responses", () => {
    expect(score(results, labels).figures).toMatchObject({ faith_score: 1 / 2 });
  });

  it("measure how far probabilities lie from the truth", () => {
    const { calibration_error: error } = score(results, labels).figures;
    // Bins 0.9 (true), 0.1 (false), 0.5 (false), 0.2 (true).
    expect(error).toBeCloseTo((0.1 + 0.1 + 0.5 + 0.8) / 4, 10);
  });

  it("meet claims by text, else by place, each once", () => {
    expect(score(results, labels).items.map(({ text, met_by, verdict }) => [text, met_by, verdict])).toEqual([
      ["there  is a DOG", "text", "supported"],
      ["the dog looks red", "span", "refuted"],
      ["there is a cat", "text", "unverifiable"],
      ["there is a fox", null, null],
      ["there is a bus", "text", "refuted"],
    ]);
    const twice = [
      { text: "there is a bus", label: "refuted" as const },
      { text: "there is a bus", label: "refuted" as const },
    ];
    expect(score(results, [{ id: "b", claims: twice }]).figures).toMatchObject({ labels: 2, unmatched: 1 });
  });

  it("judge a response as a whole where the label is of the whole", () => {
    const { items, figures } = score(results, [
      { id: "a", label: "refuted" },
      { id: "b", label: "supported" },
    ]);
    expect(items.map(({ verdict, met_by }) => [verdict, met_by])).toEqual([
      ["refuted", "response"],
      ["refuted", "response"],
    ]);
    expect(figures).toMatchObject({ accuracy: 1 / 2, calibration_error: null });
  });

  it("count labels of a missing result as unmatched, but refuse when no id meets", () => {
    expect(
      score(results, [
        { id: "a", label: "refuted" },
        { id: "z", label: "refuted" },
      ]).figures,
    ).toMatchObject({ unmatched: 1 });
    expect(() => score(results, [{ id: "z", label: "refuted" }])).toThrow('labels.jsonl, line 1, field "id": z is the id of no result');
    expect(() => score([...results, ...results.slice(0, 1)], labels)).toThrow(
      'results.jsonl, line 3, field "id": a stands already in line 1.',
    );
  });

  it("keep every rate within 0 and 1, and the three of correction at a sum of 1", () => {
    const verdict = fc.constantFrom<Verdict>("supported", "refuted", "unverifiable");
    const label = fc.constantFrom("supported" as const, "refuted" as const);
    const rows = fc.array(fc.record({ verdict, label, probability: fc.option(fc.double({ min: 0, max: 1, noNaN: true })) }), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(rows, (made) => {
        const result = {
          id: "x",
          claims: made.map((one, index) => claim(`claim ${index}`, one.verdict, one.probability, index, index + 1)),
        };
        const labeled = { id: "x", claims: made.map((one, index) => ({ text: `claim ${index}`, label: one.label })) };
        const { figures } = scoreClaims(located([result]), located([labeled]), { seed: 1, resamples: 5 });
        const { labels: _labels, unmatched: _unmatched, ...rates } = figures;
        for (const rate of Object.values(rates)) expect(rate === null || (rate >= 0 && rate <= 1)).toBe(true);
        const parts = ["correction_right", "correction_missed", "correction_harmful"].map((name) => rates[name] ?? 0);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 10);
      }),
      { numRuns: 50 },
    );
  });
});
