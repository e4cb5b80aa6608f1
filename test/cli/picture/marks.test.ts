import { describe, expect, it } from "vitest";
import { marksOf } from "../../../src/cli/picture/marks.js";
import type { WireClaim, WireReport } from "../../../src/wire/report-schema.js";

const BOX = { x1: 0.1, y1: 0.1, x2: 0.5, y2: 0.5, score: 0.9 };

function claim(id: string, verdict: WireClaim["verdict"], phrase: string): WireClaim {
  return {
    id,
    kind: "existence",
    text: `there is ${phrase}`,
    span: { start: 0, end: 1 },
    sentence: 0,
    negated: false,
    hedged: false,
    object: { phrase, category: "boat", span: null },
    verdict,
    probability: 0.5,
    reason: "",
    because: verdict === "unverifiable" ? "not_confident" : null,
    evidence: [{ type: "detection", expert: "test", image: 0, category: "boat", presence: 0.9, boxes: [BOX] }],
  };
}

function marked(...claims: readonly WireClaim[]) {
  return marksOf({ claims } as Partial<WireReport> as WireReport, 0).map(({ label, verdict }) => ({ label, verdict }));
}

describe("the mark of a box", () => {
  it("names the claims that were decided with it, and is of the gravest verdict among them", () => {
    expect(
      marked(claim("c1", "unverifiable", "a blue boat"), claim("c2", "supported", "boats"), claim("c3", "refuted", "nine boats")),
    ).toEqual([{ label: "c2, c3 boats", verdict: "refuted" }]);
  });

  it("calls the thing in the box by its own words, also where a claim about another thing comes first", () => {
    const target = { phrase: "a red umbrella", category: "umbrella", span: null };
    const under: WireClaim = {
      ...claim("c1", "supported", "two boats"),
      relation: { predicate: "under", type: "spatial", targets: [target] },
      evidence: [{ type: "detection", expert: "test", image: 0, category: "umbrella", presence: 0.9, boxes: [BOX] }],
    };
    expect(marked(under)).toEqual([{ label: "c1 a red umbrella", verdict: "supported" }]);
  });

  it("names those that were not, where none was", () => {
    expect(marked(claim("c1", "unverifiable", "a boat"))).toEqual([{ label: "c1 a boat", verdict: "unverifiable" }]);
  });

  it("is left out where a reason would not count the box, unless there is no surer one", () => {
    const faint = { ...BOX, x1: 0.2, score: 0.4 };
    const seeing = (boxes: readonly (typeof BOX)[]): WireClaim => {
      const one = claim("c1", "supported", "a boat");
      return {
        ...one,
        evidence: one.evidence.map((evidence) => (evidence.type === "detection" ? { ...evidence, boxes: [...boxes] } : evidence)),
      };
    };
    expect(marked(seeing([BOX, faint]))).toHaveLength(1);
    expect(marked(seeing([faint, { ...faint, x1: 0.3 }]))).toHaveLength(1);
    expect(marked(seeing([{ ...faint, score: 0.2 }]))).toEqual([]);
  });

  it("is not drawn for a claim that has the thing for a clue only", () => {
    const street = { ...claim("c1", "unverifiable", "a street"), object: { phrase: "a street", category: "street", span: null } };
    expect(marked(street)).toEqual([]);
    expect(marked(street, claim("c2", "supported", "a boat"))).toEqual([{ label: "c2 a boat", verdict: "supported" }]);
  });

  it("names three and counts the rest, so that labels do not hide the picture", () => {
    const many = ["c1", "c2", "c3", "c4", "c5"].map((id) => claim(id, "supported", "a boat"));
    expect(marked(...many)).toEqual([{ label: "c1, c2, c3 +2 a boat", verdict: "supported" }]);
  });
});
