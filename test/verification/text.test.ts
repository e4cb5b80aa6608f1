import { describe, expect, it } from "vitest";
import { judge } from "../../src/verification/judge.js";
import { matchQuote } from "../../src/verification/text-match.js";
import { detecting, failing, mention, reading, seeing, writing } from "./support.js";

const sign = mention("a sign", "sign");

describe("a text claim", () => {
  it("is supported by what was read, whatever its case and spacing", () => {
    expect(judge(writing("Stop"), [reading(["STOP", 0.98])], "balanced")).toMatchObject({
      verdict: "supported",
      probability: 0.98,
      reason: 'The text reader read "STOP" (0.98).',
    });
    expect(judge(writing("main street 42"), [reading(["Main Street", 0.97], ["42", 0.95])], "balanced").verdict).toBe("supported");
  });

  it("is refuted by a sure line that says something like it, which is the remedy", () => {
    expect(judge(writing("SHOP"), [reading(["STOP", 0.98])], "balanced")).toMatchObject({
      verdict: "refuted",
      remedy: { type: "text", value: "STOP" },
    });
  });

  it("is not refuted by an unsure line, by other writing, or by none", () => {
    expect(judge(writing("SHOP"), [reading(["STOP", 0.6])], "strict").verdict).toBe("unverifiable");
    expect(judge(writing("BAKERY"), [reading(["Exit 12", 0.98])], "strict").verdict).toBe("unverifiable");
    expect(judge(writing("BAKERY"), [reading()], "strict")).toMatchObject({ verdict: "unverifiable", probability: null });
  });

  it("is refuted by the only writing on the thing that is said to bear it", () => {
    const stopSign = mention("a stop sign", "stop sign");
    expect(judge(writing("YIELD", stopSign), [detecting("stop sign", 0.95), reading(["STOP", 0.98])], "balanced").verdict).toBe("refuted");
    expect(judge(writing("YIELD", sign), [failing("outside_vocabulary"), reading(["STOP", 0.98])], "strict").verdict).toBe("unverifiable");
  });

  it("falls where the thing that bears it is not there", () => {
    expect(judge(writing("STOP", mention("a stop sign", "stop sign")), [seeing("stop sign", 0.02), reading()], "balanced")).toMatchObject({
      verdict: "refuted",
      reason: "The detector found no stop sign.",
    });
  });

  it("that denies is turned round", () => {
    expect(judge(writing("STOP", null, { negated: true }), [reading(["STOP", 0.98])], "balanced").verdict).toBe("refuted");
  });

  it("is left open without a reader", () => {
    expect(judge(writing("STOP"), [failing("expert_unavailable")], "strict")).toMatchObject({ verdict: "unverifiable", probability: null });
  });
});

describe("matching a quote", () => {
  const box = { x1: 0, y1: 0, x2: 1, y2: 1 };
  it.each([
    ["STOP", "stop", true],
    ["COFFEE SHOP", "CoffeeShop", true],
    ["restaurant", "RESTAURANI", true],
    ["restaurant", "RESTOURONT", false],
    ["STOP", "SHOP", false],
    ["ART", "PARTY", false],
    ["Joe's Diner", "JOES DINER open late", true],
    ["42", "142", false],
    ["No Parking", "PARKING", false],
  ])("%s in %s: %s", (quote, text, expected) => {
    expect(matchQuote(quote, [{ text, score: 0.9, box }])?.isThere).toBe(expected);
  });
});
