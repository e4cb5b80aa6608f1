import { describe, expect, it } from "vitest";
import { withBoxes } from "../../src/correction/boxes.js";
import type { DetectedBox } from "../../src/domain/box.js";
import type { Claim } from "../../src/domain/claim.js";
import type { JudgedClaim, Verdict } from "../../src/domain/judgement.js";

function box(x1: number, probability: number): DetectedBox {
  return { x1, y1: 0.3, x2: x1 + 0.43, y2: 0.81, probability };
}

function found(text: string, phrase: string, boxes: readonly DetectedBox[], verdict: Verdict = "supported", negated = false): JudgedClaim {
  const start = text.indexOf(phrase);
  const span = { start, end: start + phrase.length };
  const claim: Claim = {
    ...{ kind: "existence", id: `c${start}`, text: `there is ${phrase}`, span, sentence: 0, negated, hedged: false },
    object: { phrase, category: phrase, span },
  };
  return {
    claim,
    judgement: { verdict, probability: 0.9, because: null, reason: "Seen.", remedy: null },
    evidence: [{ type: "detection", expert: "test", image: 0, category: phrase, presence: 0.9, boxes }],
  };
}

describe("boxes in the text", () => {
  it("stand behind the object that was found, with two places", () => {
    const text = "A dog lies on a sofa.";
    expect(withBoxes(text, [found(text, "A dog", [box(0.12, 0.9)])])).toBe("A dog [0.12, 0.30, 0.55, 0.81] lies on a sofa.");
  });

  it("are as many as a plural has likely instances, and one for a singular", () => {
    const many = "Dogs lie on a sofa.";
    expect(withBoxes(many, [found(many, "Dogs", [box(0.1, 0.9), box(0.5, 0.8), box(0.2, 0.3)])])).toBe(
      "Dogs [0.10, 0.30, 0.53, 0.81] [0.50, 0.30, 0.93, 0.81] lie on a sofa.",
    );
    const one = "A dog lies on a sofa.";
    expect(withBoxes(one, [found(one, "A dog", [box(0.1, 0.9), box(0.5, 0.8)])])).toBe("A dog [0.10, 0.30, 0.53, 0.81] lies on a sofa.");
  });

  it("are those of the object, not of what it is known by", () => {
    const text = "A cyclist waits.";
    const cyclist = found(text, "A cyclist", [box(0.12, 0.8)]);
    const bicycle = { type: "detection", expert: "test", image: 0, category: "bicycle", presence: 0.99, boxes: [box(0.5, 0.98)] } as const;
    expect(withBoxes(text, [{ ...cyclist, evidence: [...cyclist.evidence, bicycle] }])).toBe("A cyclist [0.12, 0.30, 0.55, 0.81] waits.");
  });

  it("are left out where nothing likely was found, and for what is denied or open", () => {
    const text = "There is no dog and a cat.";
    expect(withBoxes(text, [found(text, "no dog", [box(0.1, 0.9)], "supported", true), found(text, "a cat", [box(0.1, 0.2)])])).toBe(text);
    expect(withBoxes(text, [found(text, "a cat", [box(0.1, 0.9)], "unverifiable")])).toBe(text);
    expect(withBoxes(text, [])).toBe(text);
  });
});
