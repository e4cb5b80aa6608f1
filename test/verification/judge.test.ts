import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Claim } from "../../src/domain/claim.js";
import type { Evidence } from "../../src/domain/evidence.js";
import { POLICIES } from "../../src/domain/judgement.js";
import { judge } from "../../src/verification/judge.js";
import {
  acting,
  attribute,
  counting,
  detecting,
  existence,
  failing,
  lying,
  measuring,
  mention,
  other,
  reading,
  seeing,
  spatial,
  writing,
} from "./support.js";

const chance = fc.double({ min: 0, max: 1, noNaN: true });
const policy = fc.constantFrom(...POLICIES);
const tone = fc.record({ negated: fc.boolean(), hedged: fc.boolean() });
const object = fc.constantFrom(
  mention("a dog", "dog"),
  mention("two women", "person"),
  mention("animals", "animal"),
  mention("a fountain", "fountain"),
);
const quantity = fc.record({
  relation: fc.constantFrom("exactly" as const, "at_least" as const, "at_most" as const, "about" as const),
  value: fc.nat(12),
});
const predicate = fc.constantFrom("left_of" as const, "on" as const, "image_left" as const, "in_front_of" as const);

const claim: fc.Arbitrary<Claim> = fc.oneof(
  fc.tuple(object, tone).map(([one, how]) => existence(one, how)),
  fc.tuple(object, quantity, tone).map(([one, count, how]) => counting(one, count, how)),
  fc
    .tuple(object, fc.constantFrom("red", "octarine", "black and white"), tone)
    .map(([one, value, how]) => attribute(one, value, "color", how)),
  fc.tuple(object, tone).map(([one, how]) => attribute(one, "standing", "state", how)),
  fc
    .tuple(object, predicate, object, tone)
    .map(([one, how, target, said]) => spatial(one, how, how === "image_left" ? [] : [target], said)),
  fc.tuple(object, object, tone).map(([one, target, how]) => acting(one, "ride", [target], how)),
  fc.tuple(fc.constantFrom("STOP", "Main Street 42"), tone).map(([quote, how]) => writing(quote, null, how)),
  tone.map((how) => other(how)),
);

const failure = fc
  .constantFrom(
    "outside_vocabulary" as const,
    "expert_unavailable" as const,
    "deadline_exceeded" as const,
    "expert_failed" as const,
    "picture_unsuitable" as const,
  )
  .map(failing);
const category = fc.constantFrom("dog", "person", "animal");
const sighting: fc.Arbitrary<Evidence> = fc.oneof(
  fc.tuple(category, chance, fc.array(chance, { maxLength: 12 })).map(([name, presence, boxes]) => seeing(name, presence, ...boxes)),
  fc.tuple(category, chance, chance).map(([name, probability, share]) => measuring(name, probability, ["red", share], ["blue", 1 - share])),
  fc.tuple(predicate, fc.boolean(), chance, chance, chance).map(([name, holds, margin, one, two]) => lying(name, holds, margin, one, two)),
  fc.tuple(fc.constantFrom("STOP", "SHOP", ""), chance).map(([text, score]) => reading([text, score])),
  failure,
);

describe("whatever the claim", () => {
  it("it and its denial have probabilities that sum to one", () => {
    fc.assert(
      fc.property(claim, fc.array(sighting, { maxLength: 8 }), policy, (stated, evidence, name) => {
        const { probability } = judge(stated, evidence, name);
        const denied = judge({ ...stated, negated: !stated.negated }, evidence, name).probability;
        expect(probability === null).toBe(denied === null);
        if (probability !== null && denied !== null) expect(probability + denied).toBeCloseTo(1, 10);
      }),
      { numRuns: 500 },
    );
  });

  it("absent and failing experts never decide it", () => {
    fc.assert(
      fc.property(claim, fc.array(failure, { maxLength: 4 }), policy, (stated, evidence, name) => {
        expect(judge(stated, evidence, name)).toMatchObject({ verdict: "unverifiable", probability: null, remedy: null });
      }),
    );
  });

  it("its verdict, reason and probability agree with each other", () => {
    fc.assert(
      fc.property(claim, fc.array(sighting, { maxLength: 8 }), policy, (stated, evidence, name) => {
        const { verdict, probability, because, reason, remedy } = judge(stated, evidence, name);
        expect(because === null).toBe(verdict !== "unverifiable");
        expect(reason).toMatch(/\S\.$/);
        if (verdict !== "refuted") expect(remedy).toBeNull();
        if (verdict === "refuted") {
          expect(probability).toBeLessThan(0.5);
          expect(evidence.some(({ type }) => type !== "failure")).toBe(true);
        }
        if (verdict === "supported") expect(probability).toBeGreaterThan(0.5);
        if (probability !== null) expect(probability >= 0 && probability <= 1).toBe(true);
        if (remedy?.type === "count") expect(remedy.value).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it("failures beside evidence change no verdict to refuted", () => {
    fc.assert(
      fc.property(claim, fc.array(sighting, { maxLength: 6 }), failure, policy, (stated, evidence, failed, name) => {
        const before = judge(stated, evidence, name).verdict;
        const after = judge(stated, [...evidence, failed], name).verdict;
        if (before !== "refuted") expect(after).not.toBe("refuted");
      }),
    );
  });
});

describe("a claim about several pictures", () => {
  const dog = existence(mention("a dog", "dog"));
  const on = (image: number, evidence: Evidence): Evidence => ({ ...evidence, image });

  it("holds if it holds on one", () => {
    expect(judge(dog, [on(0, seeing("dog", 0.02)), on(1, detecting("dog", 0.95))], "balanced")).toMatchObject({
      verdict: "supported",
      reason: "Picture 2: The detector found one dog (0.95).",
    });
  });

  it("is refuted only if it is refuted on all", () => {
    const absent = [on(0, seeing("dog", 0.02)), on(1, seeing("dog", 0.03))];
    expect(judge(dog, absent, "balanced")).toMatchObject({ verdict: "refuted", probability: 0.03 });
    expect(judge(dog, [...absent, on(2, seeing("dog", 0.4))], "balanced")).toMatchObject({ verdict: "unverifiable", probability: 0.4 });
    expect(judge(dog, [...absent, on(2, failing("expert_failed"))], "strict")).toMatchObject({
      verdict: "unverifiable",
      because: "expert_unavailable",
    });
  });
});

describe("a claim of another kind", () => {
  it("is not visual where no model answers", () => {
    expect(judge(other(), [failing("expert_unavailable")], "strict")).toMatchObject({ verdict: "unverifiable", because: "not_visual" });
  });
});
