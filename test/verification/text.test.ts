import { describe, expect, it } from "vitest";
import type { Box } from "../../src/domain/box.js";
import type { Evidence, TextEvidence, TextLine } from "../../src/domain/evidence.js";
import { judge } from "../../src/verification/judge.js";
import { matchQuote } from "../../src/verification/text-match.js";
import { detecting, failing, mention, reading, seeing, writing } from "./support.js";

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
  });

  const box = (y1: number, y2: number) => ({ x1: 0.1, y1, x2: 0.4, y2 });
  const line = (text: string, place: Box, score = 0.98): TextLine => ({ text, score, box: place });
  const readingAt = (...lines: readonly TextLine[]): TextEvidence => ({ type: "text", expert: "test-reader", image: 0, lines });
  const judgeAt = (phrase: string, ...evidence: readonly Evidence[]) =>
    judge(writing("YIELD", mention(phrase, phrase.split(" ").at(-1) ?? "")), [failing("outside_vocabulary"), ...evidence], "balanced");

  it("is refuted by the only writing, large, of a sign that is no class of the detector", () => {
    expect(judgeAt("The sign", readingAt(line("STOP", box(0.1, 0.2))))).toMatchObject({
      verdict: "refuted",
      reason: 'The text reader read "STOP" (0.98), not "YIELD".',
      remedy: { type: "text", value: "STOP" },
    });
    expect(judgeAt("a red sign", detecting("stop sign", 0.9), readingAt(line("STOP", box(0.2, 0.3)))).verdict).toBe("refuted");
  });

  it.each([
    ["small writing", "The sign", [readingAt(line("STOP", box(0.1, 0.13)))]],
    ["writing that was not read surely", "The sign", [readingAt(line("STOP", box(0.1, 0.2), 0.8))]],
    ["more writing than one line", "The sign", [readingAt(line("STOP", box(0.1, 0.2)), line("MAIN ST", box(0.5, 0.6)))]],
    ["writing beside the stop sign", "The sign", [detecting("stop sign", 0.9), readingAt(line("HOTEL", box(0.6, 0.8)))]],
    ["two stop signs", "The sign", [detecting("stop sign", 0.9, 0.8), readingAt(line("STOP", box(0.1, 0.2)))]],
    ["another sign", "another sign", [readingAt(line("STOP", box(0.1, 0.2)))]],
    ["a sign of another kind", "The street sign", [readingAt(line("STOP", box(0.1, 0.2)))]],
    ["several signs", "The signs", [readingAt(line("STOP", box(0.1, 0.2)))]],
    ["what is no sign", "The plate", [readingAt(line("STOP", box(0.1, 0.2)))]],
  ] satisfies readonly (readonly [string, string, readonly Evidence[]])[])("is left open with %s", (_, phrase, evidence) => {
    expect(judgeAt(phrase, ...evidence).verdict).toBe("unverifiable");
  });

  it.each([
    ["SAB", "SA"],
    ["iMac", "ac"],
    ["STOP AHEAD", "STOP"],
    ["RESTAURANT", "AURANI"],
    ["RC Dolner Construction", "RCDolmer"],
  ])("%s is not refuted by %s, which may be a part of it", (quote, read) => {
    expect(judge(writing(quote), [reading([read, 0.99])], "strict")).toMatchObject({ verdict: "unverifiable", remedy: null });
    const stopSign = mention("the stop sign", "stop sign");
    expect(judge(writing(quote, stopSign), [detecting("stop sign", 0.99), reading([read, 0.99])], "strict").verdict).toBe("unverifiable");
  });

  it.each([
    ["SCOTT CROWN", "Scott Brown"],
    ["312-780-5645", "312-780-5644"],
    ["SHE'S FOR US", "THE'S FOR US"],
  ])("%s is refuted by %s, which is as long", (quote, read) => {
    expect(judge(writing(quote), [reading([read, 0.99])], "balanced")).toMatchObject({ verdict: "refuted", remedy: { value: read } });
  });

  it("is refuted by the large line of a sign with a scribble on it, unless the scribble may be meant", () => {
    const sign = mention("the stop sign", "stop sign");
    const stopSign = { ...detecting("stop sign"), presence: 0.99, boxes: [{ x1: 0, y1: 0, x2: 1, y2: 0.6, probability: 0.99 }] };
    const scribbled = readingAt(line("STOP", box(0.1, 0.4)), line("VOLDEMICE", box(0.41, 0.47), 0.75));
    const verdictOf = (quote: string, object = sign) => judge(writing(quote, object), [stopSign, scribbled], "balanced").verdict;
    expect(verdictOf("YIELD")).toBe("refuted");
    expect(verdictOf("GO")).toBe("refuted");
    expect(verdictOf("HAMMERTIME")).toBe("unverifiable");
    expect(verdictOf("STOP VOLDEMORT")).toBe("unverifiable");
    const two = readingAt(line("STOP", box(0.1, 0.4)), line("ALL WAY", box(0.41, 0.55)));
    expect(judge(writing("YIELD", sign), [stopSign, two], "balanced").verdict).toBe("unverifiable");
  });

  it("is left open by a small line on a large thing, which bears others", () => {
    const bus = { ...detecting("bus"), presence: 0.99, boxes: [{ x1: 0, y1: 0, x2: 1, y2: 1, probability: 0.99 }] };
    expect(judge(writing("110", mention("the bus", "bus")), [bus, readingAt(line("MONACO", box(0.1, 0.2)))], "strict").verdict).toBe(
      "unverifiable",
    );
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
    ["SCOTT CROWN", "Scott Brown", false],
    ["SHE'S FOR US", "HE'S FOR US", false],
    ["HE'S FOR UK", "HE'S FOR US", false],
    ["312-780-5645", "312-780-5644", false],
    ["Route 66 Motel", "ROUTE 65 MOTEL", false],
    ["Scott Construction", "SCOTT CONSTRUCTI0N", true],
    ["Scott Construction", "SCOTTCONSTRUCTON", true],
    ["Botanical Gardens", "BOTANCAL GARDEN", true],
    ["GARDEN", "OPENGARDEN", true],
    ["HEATER", "THEATER", false],
    ["THEATER", "HEATER", false],
    ["780564", "312-780-5644", false],
    ["780-5644", "CALL 312-780-5644", true],
  ])("%s in %s: %s", (quote, text, expected) => {
    expect(matchQuote(quote, [{ text, score: 0.9, box }])?.isThere).toBe(expected);
  });
});
