import { describe, expect, it } from "vitest";
import { checksOf } from "../../src/verification/checks.js";
import { basicColors } from "../../src/verification/color-share.js";
import { judge } from "../../src/verification/judge.js";
import { attribute, detecting, failing, measuring, mention, seeing } from "./support.js";

const sofa = mention("a red sofa", "couch");
const found = detecting("couch", 0.95);

describe("a color claim", () => {
  it("asks for the object and its colors", () => {
    const target = { category: "couch", classes: ["couch"] };
    expect(checksOf(attribute(sofa, "red")).slice(0, 2)).toEqual([
      { type: "detect", target },
      { type: "color", target },
    ]);
  });

  it("is supported by enough of that color", () => {
    const evidence = [found, measuring("couch", 0.95, ["red", 0.45], ["brown", 0.3])];
    expect(judge(attribute(sofa, "red"), evidence, "balanced")).toMatchObject({
      verdict: "supported",
      reason: "The couch found (0.95) measures red 45%, brown 30%.",
    });
  });

  it("is refuted by a clear other color, which is the remedy", () => {
    const evidence = [found, measuring("couch", 0.95, ["blue", 0.8], ["white", 0.1])];
    expect(judge(attribute(sofa, "red"), evidence, "balanced")).toMatchObject({
      verdict: "refuted",
      remedy: { type: "color", value: "blue" },
    });
  });

  it("denied is refuted where the color fills the thing, at the line of existence, and open where it has a part", () => {
    const denial = { ...attribute(sofa, "red"), negated: true };
    const filled = [found, measuring("couch", 0.93, ["red", 0.92], ["gray", 0.07])];
    const partly = [found, measuring("couch", 0.93, ["red", 0.8], ["gray", 0.19])];
    expect(judge(denial, filled, "balanced")).toMatchObject({ verdict: "refuted", remedy: null });
    expect(judge(denial, filled, "cautious").verdict).toBe("unverifiable");
    expect(judge(denial, partly, "balanced").verdict).toBe("unverifiable");
  });

  it("is refuted though a speck of that color is there", () => {
    const evidence = [found, measuring("couch", 0.95, ["red", 0.7], ["white", 0.17], ["blue", 0.03])];
    expect(judge(attribute(mention("a blue sofa", "couch"), "blue"), evidence, "balanced")).toMatchObject({
      verdict: "refuted",
      remedy: { type: "color", value: "red" },
    });
  });

  it("has no remedy where no color is clear", () => {
    const evidence = [found, measuring("couch", 0.95, ["blue", 0.6], ["white", 0.35])];
    expect(judge(attribute(sofa, "red"), evidence, "balanced")).toMatchObject({ verdict: "refuted", remedy: null });
  });

  it("is refuted by colors of which several have a hue, though none has most of the thing; not by black and white parts alone", () => {
    const bus = mention("bus");
    const blue = [detecting("bus", 0.95), measuring("bus", 0.95, ["blue", 0.47], ["black", 0.32], ["gray", 0.12], ["white", 0.04])];
    expect(judge(attribute(bus, "yellow"), blue, "balanced")).toMatchObject({ verdict: "refuted", remedy: null });
    const windows = [
      detecting("bus", 0.95),
      measuring("bus", 0.95, ["black", 0.41], ["white", 0.29], ["gray", 0.13], ["green", 0.08], ["blue", 0.03]),
    ];
    expect(judge(attribute(bus, "red"), windows, "balanced").verdict).toBe("unverifiable");
  });

  it("is replaced by no gray of a thing without any hue: the photograph may be black and white", () => {
    const bus = attribute(mention("bus"), "yellow");
    const gray = measuring("bus", 0.95, ["gray", 0.65], ["black", 0.19], ["white", 0.16]);
    expect(judge(bus, [detecting("bus", 0.95), gray], "balanced")).toMatchObject({ verdict: "refuted", remedy: null });
    const painted = measuring("bus", 0.95, ["gray", 0.65], ["black", 0.19], ["blue", 0.06]);
    expect(judge(bus, [detecting("bus", 0.95), painted], "balanced").remedy).toEqual({ type: "color", value: "gray" });
  });

  it("is not refuted by a small share, which may be what it is named by", () => {
    const evidence = [found, measuring("couch", 0.95, ["black", 0.62], ["blue", 0.2], ["white", 0.05])];
    expect(judge(attribute(mention("a white sofa", "couch"), "white"), evidence, "strict").verdict).toBe("unverifiable");
  });

  it("of two colors is judged with the other: neither falls while one of them fills the thing", () => {
    const rug = mention("the brown and purple sofa", "couch");
    const evidence = [found, measuring("couch", 0.95, ["brown", 0.85], ["green", 0.1])];
    expect(judge(attribute(rug, "brown"), evidence, "balanced").verdict).toBe("supported");
    expect(judge(attribute(rug, "purple"), evidence, "strict").verdict).toBe("unverifiable");
  });

  it("of black and white holds with next to no white measured", () => {
    const evidence = [found, measuring("couch", 0.95, ["black", 0.62], ["blue", 0.19], ["green", 0.1])];
    const piebald = mention("the black and white sofa", "couch");
    expect(judge(attribute(piebald, "white"), evidence, "strict").verdict).toBe("unverifiable");
    expect(judge(attribute(piebald, "black"), evidence, "balanced").verdict).toBe("supported");
  });

  it("of two colors in its predicate is judged as one before its noun", () => {
    const evidence = [found, measuring("couch", 0.95, ["black", 0.62], ["blue", 0.19], ["green", 0.1])];
    const plain = attribute(mention("the sofa", "couch"), "white");
    const beside = { ...plain, attribute: { ...plain.attribute, beside: ["black", "white"] } };
    expect(judge(plain, evidence, "balanced").verdict).toBe("refuted");
    expect(judge(beside, evidence, "balanced")).toMatchObject({ verdict: "unverifiable", remedy: null });
  });

  it("of two colors has no remedy, which would be written twice", () => {
    const evidence = [found, measuring("couch", 0.95, ["green", 0.9])];
    const striped = mention("a red and purple sofa", "couch");
    for (const color of ["red", "purple"]) {
      expect(judge(attribute(striped, color), evidence, "balanced")).toMatchObject({ verdict: "refuted", remedy: null });
    }
  });

  it("of a white thing is not refuted by the color of its light", () => {
    const evidence = [found, measuring("couch", 0.95, ["green", 0.8], ["gray", 0.1])];
    expect(judge(attribute(mention("a white sofa", "couch"), "white"), evidence, "strict").verdict).toBe("unverifiable");
  });

  it("is not refuted by a neighboring shade", () => {
    const evidence = [found, measuring("couch", 0.95, ["orange", 0.7])];
    expect(judge(attribute(sofa, "red"), evidence, "strict").verdict).not.toBe("refuted");
  });

  it("is not refuted where room is left for a stripe or a patch of that color", () => {
    const evidence = [found, measuring("couch", 0.95, ["blue", 0.45], ["green", 0.3])];
    expect(judge(attribute(sofa, "red"), evidence, "strict").verdict).toBe("unverifiable");
  });

  it("holds where one of several instances has the color", () => {
    const evidence = [detecting("couch", 0.95, 0.94), measuring("couch", 0.95, ["blue", 0.9]), measuring("couch", 0.94, ["red", 0.8])];
    expect(judge(attribute(sofa, "red"), evidence, "balanced").verdict).toBe("supported");
    expect(judge(attribute(mention("two red sofas", "couch"), "red"), evidence, "balanced").verdict).toBe("refuted");
  });

  it("shows the instance that bears it out, else the surest", () => {
    const [blue, red] = [measuring("couch", 0.95, ["blue", 0.9]), measuring("couch", 0.94, ["red", 0.8])];
    expect(judge(attribute(sofa, "red"), [found, blue, red], "balanced")).toMatchObject({
      verdict: "supported",
      reason: "The couch found (0.94) measures red 80%.",
    });
    expect(judge(attribute(sofa, "yellow"), [found, blue, red], "balanced").reason).toBe("The couch found (0.95) measures blue 90%.");
  });

  it("is not borne out by many instances of which none has the color", () => {
    const none = Array.from({ length: 8 }, () => measuring("couch", 0.95, ["gray", 0.6], ["white", 0.2], ["red", 0.1]));
    expect(judge(attribute(sofa, "red"), [found, ...none], "strict").verdict).toBe("unverifiable");
    expect(judge({ ...attribute(sofa, "red"), negated: true }, [found, ...none], "strict").verdict).toBe("unverifiable");
  });

  it("is refuted by several other colors that leave nothing, and open where they leave a stripe", () => {
    const whole = measuring("couch", 0.95, ["blue", 0.47], ["black", 0.33], ["gray", 0.17]);
    const striped = measuring("couch", 0.95, ["black", 0.41], ["white", 0.29], ["gray", 0.2]);
    expect(judge(attribute(sofa, "red"), [found, whole], "balanced")).toMatchObject({ verdict: "refuted", remedy: null });
    expect(judge(attribute(sofa, "red"), [found, striped], "balanced").verdict).toBe("unverifiable");
  });

  it("is left open where the picture has no true colors", () => {
    expect(judge(attribute(sofa, "red"), [found, measuring("couch", 0.95)], "strict")).toEqual({
      verdict: "unverifiable",
      probability: null,
      because: "not_confident",
      reason: "The picture is toned or gray, so its colors tell nothing.",
      remedy: null,
    });
  });

  it("falls with its object", () => {
    expect(judge(attribute(sofa, "red"), [seeing("couch", 0.02)], "balanced")).toMatchObject({
      verdict: "refuted",
      reason: "The detector found no couch.",
    });
  });

  it("is not refuted where the object is not clearly there", () => {
    const evidence = [detecting("couch", 0.4), measuring("couch", 0.4, ["blue", 0.9])];
    expect(judge(attribute(sofa, "red"), evidence, "strict").verdict).toBe("unverifiable");
  });

  it("of a person is left open", () => {
    const evidence = [detecting("person", 0.95), measuring("person", 0.95, ["blue", 0.9])];
    expect(judge(attribute(mention("a black man", "person"), "black"), evidence, "strict").verdict).toBe("unverifiable");
  });

  it("of an unknown color is left open", () => {
    const evidence = [found, measuring("couch", 0.95, ["blue", 0.9])];
    expect(judge(attribute(sofa, "octarine"), evidence, "strict")).toMatchObject({ verdict: "unverifiable", probability: null });
  });

  it("is left open where colors could not be measured", () => {
    expect(judge(attribute(sofa, "red"), [found, failing("expert_failed")], "strict")).toMatchObject({
      verdict: "unverifiable",
      because: "expert_unavailable",
    });
  });
});

describe("basic colors", () => {
  it.each([
    ["red", ["red"]],
    ["navy blue", ["blue"]],
    ["light blue", ["blue"]],
    ["dark-green", ["green"]],
    ["grey", ["gray"]],
    ["red and white", ["red", "white"]],
    ["black-and-white", ["black", "white"]],
    ["beige", ["brown"]],
    ["rose-scented", []],
  ])("of %s", (value, colors) => {
    expect(basicColors(value)).toEqual(colors);
  });
});

describe("another attribute", () => {
  const standing = attribute(mention("a standing dog", "dog"), "standing", "state");

  it("is left open without a model that answers questions", () => {
    expect(judge(standing, [detecting("dog", 0.95), failing("expert_unavailable")], "strict")).toMatchObject({
      verdict: "unverifiable",
      because: "expert_unavailable",
      probability: null,
    });
  });

  it("falls with its object", () => {
    expect(judge(standing, [seeing("dog", 0.02), failing("expert_unavailable")], "balanced").verdict).toBe("refuted");
  });

  it("is asked of one thing, without its denial", () => {
    const claim = { ...standing, text: "the puppies are not standing", negated: true };
    expect(checksOf(claim)).toContainEqual(
      expect.objectContaining({ type: "ask", question: "Is the puppy standing?", about: { category: "dog", classes: ["dog"] } }),
    );
    const small = attribute(mention("a small dog", "dog"), "small", "size");
    expect(checksOf(small)).toContainEqual({ type: "ask", question: "Is the dog small?", about: null });
  });

  it("that is denied of a kind is not refuted by what another may be like", () => {
    const black = measuring("dog", 0.97, ["black", 0.9]);
    const denied = attribute(mention("the poodle", "dog"), "black", "color", { negated: true });
    expect(judge(denied, [detecting("dog", 0.97), black], "strict").verdict).toBe("unverifiable");
    expect(
      judge(attribute(mention("the dog", "dog"), "black", "color", { negated: true }), [detecting("dog", 0.97), black], "balanced").verdict,
    ).toBe("refuted");
    expect(judge({ ...denied, negated: false }, [detecting("dog", 0.97), black], "balanced").verdict).toBe("supported");
    const awake = attribute(mention("the poodle", "dog"), "sleeping", "action", { negated: true });
    const question = checksOf(awake).flatMap((check) => (check.type === "ask" ? [check.question] : []))[0] ?? "";
    const answer = { type: "answer", expert: "asker", image: 0, question, answer: "Yes", probability: 0.97, region: null } as const;
    expect(judge(awake, [detecting("dog", 0.97), answer], "strict").verdict).toBe("unverifiable");
  });

  it("is judged by the answer of a model", () => {
    const question = checksOf(standing).flatMap((check) => (check.type === "ask" ? [check.question] : []))[0] ?? "";
    const answer = { type: "answer", expert: "asker", image: 0, question, answer: "No", probability: 0.96, region: null } as const;
    expect(judge(standing, [detecting("dog", 0.95), answer], "balanced")).toMatchObject({ verdict: "refuted" });
    expect(judge({ ...standing, negated: true }, [detecting("dog", 0.95), answer], "balanced").verdict).toBe("supported");
    expect(judge(standing, [detecting("dog", 0.95), { ...answer, answer: "It is hard to say" }], "strict").verdict).toBe("unverifiable");
  });
});
