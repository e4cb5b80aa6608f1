import { describe, expect, it } from "vitest";
import { checksOf } from "../../src/verification/checks.js";
import { judge } from "../../src/verification/judge.js";
import { detecting, existence, failing, mention, seeing } from "./support.js";

const dog = mention("a dog", "dog");

describe("an existence claim", () => {
  it("asks the detector for its category's classes", () => {
    expect(checksOf(existence(dog))).toEqual([{ type: "detect", target: { category: "dog", classes: ["dog"] } }]);
  });

  it("is also asked of a model where no class stands for the thing, without its denial", () => {
    const river = mention("a river", "river");
    const denied = { ...existence(river, { negated: true }), text: "there is no river" };
    expect(checksOf(denied)[1]).toEqual({ type: "ask", question: "Is there any river in this picture?", about: null });
    const claim = { ...existence(river), text: "there is a river" };
    const question = "Is there a river in this picture?";
    const answer = { type: "answer", expert: "asker", image: 0, question, answer: "No", probability: 0.96, region: null } as const;
    expect(judge(claim, [failing("outside_vocabulary"), answer], "balanced").verdict).toBe("refuted");
    expect(judge(claim, [failing("outside_vocabulary"), { ...answer, answer: "Yes" }], "balanced").verdict).toBe("supported");
    const answered = { ...answer, question: "Is there any river in this picture?" };
    expect(judge(denied, [failing("outside_vocabulary"), answered], "balanced").verdict).toBe("supported");
    expect(judge(claim, [failing("outside_vocabulary"), failing("expert_unavailable")], "balanced").because).toBe("outside_vocabulary");
  });

  it("is supported by what is there", () => {
    expect(judge(existence(dog), [detecting("dog", 0.91)], "balanced")).toMatchObject({
      verdict: "supported",
      reason: "The detector found one dog (0.91).",
      remedy: null,
    });
  });

  it("is refuted by a look that finds none", () => {
    expect(judge(existence(mention("an umbrella", "umbrella")), [seeing("umbrella", 0.03)], "balanced")).toEqual({
      verdict: "refuted",
      probability: 0.03,
      because: null,
      reason: "The detector found no umbrella.",
      remedy: null,
    });
  });

  it("stays open in between", () => {
    expect(judge(existence(mention("an umbrella", "umbrella")), [detecting("umbrella", 0.4)], "balanced")).toMatchObject({
      verdict: "unverifiable",
      because: "not_confident",
      reason: "The detector is not sure of an umbrella (0.40).",
    });
  });

  it("that denies is turned round", () => {
    const none = existence(mention("no dog", "dog"), { negated: true });
    expect(judge(none, [seeing("dog", 0.03)], "balanced")).toMatchObject({ verdict: "supported", probability: 0.97 });
    expect(judge(none, [detecting("dog", 0.95)], "balanced")).toMatchObject({
      verdict: "refuted",
      reason: "The detector found one dog (0.95).",
    });
  });

  it("that denies is left open where nothing can be shown", () => {
    const none = existence(mention("no remote", "remote"), { negated: true });
    expect(judge(none, [seeing("remote", 0.9, 0.12)], "balanced")).toMatchObject({ verdict: "unverifiable", because: "not_confident" });
    expect(judge(none, [seeing("remote", 0.9, 0.6)], "balanced").verdict).toBe("refuted");
    expect(judge(existence(mention("a remote", "remote")), [seeing("remote", 0.9, 0.12)], "balanced").verdict).toBe("supported");
  });

  it("that denies is left open where something of the same look may be in the box", () => {
    const none = existence(mention("no horses", "horse"), { negated: true });
    expect(checksOf(none).map((check) => (check.type === "detect" ? check.target.category : check.type))).toEqual([
      "horse",
      "cow",
      "sheep",
    ]);
    expect(judge(none, [detecting("horse", 0.9), detecting("cow", 0.92)], "balanced")).toMatchObject({
      verdict: "unverifiable",
      because: "not_confident",
      reason: "What the detector takes for a horse (0.90) it also takes for a cow (0.92).",
    });
    expect(judge(none, [detecting("horse", 0.9), detecting("cow", 0.4)], "balanced").verdict).toBe("refuted");
    const elsewhere = { ...detecting("horse"), presence: 0.97, boxes: [{ x1: 0.6, y1: 0.6, x2: 0.9, y2: 0.9, probability: 0.97 }] };
    expect(judge(none, [elsewhere, detecting("cow", 0.92)], "balanced").verdict).toBe("refuted");
    const both = { ...detecting("horse", 0.9), boxes: [...elsewhere.boxes, ...detecting("horse", 0.9).boxes] };
    expect(judge(none, [both, detecting("cow", 0.92)], "balanced").verdict).toBe("refuted");
    const affirmed = existence(mention("a horse", "horse"));
    expect(judge(affirmed, [detecting("horse", 0.9), detecting("cow", 0.92)], "balanced").verdict).toBe("supported");
  });

  it("of a group is never refuted by finding none, and its denial never supported", () => {
    const animal = mention("an animal", "animal");
    expect(judge(existence(animal), [seeing("animal", 0.01)], "strict").verdict).toBe("unverifiable");
    expect(judge(existence(animal), [detecting("animal", 0.95)], "balanced").verdict).toBe("supported");
    expect(judge(existence(animal, { negated: true }), [seeing("animal", 0.01)], "strict").verdict).toBe("unverifiable");
    expect(judge(existence(animal, { negated: true }), [detecting("animal", 0.95)], "balanced").verdict).toBe("refuted");
  });

  it("of a group is borne out only by a member that has a place, and so is not denied without one", () => {
    const animal = mention("animals", "animal");
    expect(judge(existence(animal), [seeing("animal", 0.95, 0.18, 0.12)], "balanced")).toMatchObject({
      verdict: "unverifiable",
      probability: 0.3,
      reason: "The detector is not sure of an animal (0.30).",
    });
    expect(judge(existence(animal, { negated: true }), [seeing("animal", 0.95, 0.18)], "strict").verdict).toBe("unverifiable");
    expect(judge(existence(animal), [seeing("animal", 0.95, 0.8)], "balanced").verdict).toBe("supported");
  });

  it("that denies falls only by what has a place", () => {
    const none = existence(mention("remote"), { negated: true });
    expect(judge(none, [seeing("remote", 0.92, 0.31)], "balanced")).toMatchObject({
      verdict: "unverifiable",
      reason: "The detector finds it likely that there is a remote (0.92), but is sure of no one place.",
    });
    expect(judge(existence(mention("remote")), [seeing("remote", 0.92, 0.31)], "balanced").verdict).toBe("supported");
    expect(judge(none, [seeing("remote", 0.92, 0.8)], "balanced").verdict).toBe("refuted");
  });

  it("of a woman says that her sex is not checked, and falls where no person is", () => {
    const woman = mention("a woman", "person");
    expect(judge(existence(woman), [detecting("person", 0.91)], "balanced")).toMatchObject({
      verdict: "supported",
      reason: "The detector found one person (0.91); that it is a woman is not checked.",
    });
    expect(judge(existence(mention("A woman", "person")), [detecting("person", 0.91)], "balanced").reason).toMatch(/that it is a woman/);
    expect(judge(existence(woman), [seeing("person", 0.02)], "balanced")).toMatchObject({
      verdict: "refuted",
      reason: "The detector found no person.",
    });
  });

  it("that denies a woman is not refuted by a person, but supported where there is none", () => {
    const noWoman = existence(mention("no woman", "person"), { negated: true });
    expect(judge(noWoman, [detecting("person", 0.97)], "strict").verdict).toBe("unverifiable");
    expect(judge(noWoman, [seeing("person", 0.02)], "balanced").verdict).toBe("supported");
  });

  it.each([
    ["no poodle", "dog", "The detector found one dog (0.97); that it is a poodle is not checked."],
    ["no puppies", "dog", "The detector found one dog (0.97); that they are puppies is not checked."],
    ["no SUV", "car", "The detector found one car (0.97); that it is an SUV is not checked."],
    ["no mountain bike", "bicycle", "The detector found one bicycle (0.97); that it is a mountain bike is not checked."],
    ["no chef", "person", "The detector found one person (0.97); that it is a chef is not checked."],
    ["no van", "van", "The detector found one car, truck or bus (0.97); that it is a van is not checked."],
    ["no armchair", "armchair", "The detector found one chair or couch (0.97); that it is an armchair is not checked."],
    ["no mammal", "animal", "The detector found one animal (0.97); that it is a mammal is not checked."],
    ["no red car", "car", "The detector found one car (0.97); that it is a red car is not checked."],
  ])("that denies a kind, %j, is left open where another may be seen", (phrase, category, reason) => {
    const none = existence(mention(phrase, category), { negated: true });
    for (const policy of ["cautious", "balanced", "strict"] as const) {
      expect(judge(none, [detecting(category, 0.97)], policy)).toMatchObject({ verdict: "unverifiable", reason });
    }
  });

  it("that denies a kind is supported where nothing of its category is", () => {
    expect(judge(existence(mention("no poodle", "dog"), { negated: true }), [seeing("dog", 0.02)], "balanced").verdict).toBe("supported");
    expect(judge(existence(mention("no van", "van"), { negated: true }), [seeing("van", 0.02)], "balanced").verdict).toBe("supported");
  });

  it.each([
    ["no automobile", "car"],
    ["no sofas", "couch"],
    ["no smartphone", "cell phone"],
    ["no doughnut", "donut"],
    ["no bike", "bicycle"],
  ])("that denies by another word for the category, %j, is refuted", (phrase, category) => {
    const none = existence(mention(phrase, category), { negated: true });
    expect(judge(none, [detecting(category, 0.97)], "balanced")).toMatchObject({
      verdict: "refuted",
      reason: `The detector found one ${category} (0.97).`,
    });
  });

  it("of a kind is borne out by the category, which it says, and falls with it", () => {
    const poodle = existence(mention("a small brown poodle", "dog"));
    expect(judge(poodle, [detecting("dog", 0.97)], "balanced")).toMatchObject({
      verdict: "supported",
      reason: "The detector found one dog (0.97); that it is a poodle is not checked.",
    });
    expect(judge(poodle, [seeing("dog", 0.02)], "balanced").verdict).toBe("refuted");
    expect(judge(existence(mention("a van", "van")), [detecting("van", 0.97, 0.9)], "balanced").reason).toBe(
      "The detector found two cars, trucks or buses (0.97, 0.90); that it is a van is not checked.",
    );
  });

  it.each(["Nobody", "No one", "no-one"])("that denies every person by %j is refuted by one", (phrase) => {
    const none = existence(mention(phrase, "person"), { negated: true });
    expect(judge(none, [detecting("person", 0.97)], "balanced").verdict).toBe("refuted");
    expect(judge(none, [seeing("person", 0.02)], "balanced").verdict).toBe("supported");
  });

  it("outside the vocabulary is left open, with no probability", () => {
    expect(judge(existence(mention("a fountain", "fountain")), [failing("outside_vocabulary")], "strict")).toEqual({
      verdict: "unverifiable",
      probability: null,
      because: "outside_vocabulary",
      reason: '"fountain" is outside what the detector knows.',
      remedy: null,
    });
  });

  it("that hedges is refuted only where the evidence is stronger", () => {
    const evidence = [seeing("dog", 0.08)];
    expect(judge(existence(dog), evidence, "balanced").verdict).toBe("refuted");
    expect(judge(existence(dog, { hedged: true }), evidence, "balanced").verdict).toBe("unverifiable");
    expect(judge(existence(dog, { hedged: true }), [seeing("dog", 0.01)], "balanced").verdict).toBe("refuted");
  });

  it("is refuted sooner under a stricter policy", () => {
    const evidence = [seeing("dog", 0.1)];
    const verdicts = (["cautious", "balanced", "strict"] as const).map((policy) => judge(existence(dog), evidence, policy).verdict);
    expect(verdicts).toEqual(["unverifiable", "refuted", "refuted"]);
  });

  it.each([
    ["person", [0.9, 0.8], "The detector found two people (0.90, 0.80)."],
    ["mouse", [0.9, 0.8, 0.7], "The detector found three mice (0.90, 0.80, 0.70)."],
    ["sheep", [1, 0.99], "The detector found two sheep (0.99, 0.99)."],
    ["knife", [0.9, 0.9, 0.8, 0.7, 0.6], "The detector found five knives (0.90 down to 0.60)."],
    ["wine glass", [0.9, 0.8], "The detector found two wine glasses (0.90, 0.80)."],
  ])("reads as English for %s", (category, probabilities, reason) => {
    expect(judge(existence(mention(category)), [detecting(category, ...probabilities)], "balanced").reason).toBe(reason);
  });
});
