/** Text with kinds ("poodle", "taxi", "woman") where their category is seen: from its words to the corrected text, by the judge that users have. */
import { describe, expect, it } from "vitest";
import { correct } from "../../src/correction/correct.js";
import { CLAIM_KINDS } from "../../src/domain/claim.js";
import type { DetectionEvidence } from "../../src/domain/evidence.js";
import type { JudgedClaim } from "../../src/domain/judgement.js";
import { extract } from "../../src/extraction/extract.js";
import { judge } from "../../src/verification/judge.js";
import { detecting, seeing } from "../verification/support.js";

const DOG = detecting("dog", 0.98);
const PEOPLE = detecting("person", 0.98, 0.97);
const CARS = detecting("car", 0.98, 0.97, 0.97, 0.96);

function told(response: string, evidence: readonly DetectionEvidence[], prompt: string | null) {
  const judged: readonly JudgedClaim[] = extract(response, { prompt, kinds: CLAIM_KINDS }).claims.map((claim) => ({
    claim,
    judgement: judge(claim, evidence, "balanced"),
    evidence,
  }));
  return { verdicts: judged.map(({ judgement }) => judgement.verdict), text: correct(response, judged, { prompt }).corrected };
}

describe("a text that denies or bounds a kind", () => {
  it.each([
    ["There is no poodle in the image.", DOG, null],
    ["The image does not show a labrador.", DOG, null],
    ["No.", DOG, "Is there a poodle in the image?"],
    ["No, there is no beagle.", DOG, "Is there a beagle in the image?"],
    ["There are no puppies.", DOG, null],
    ["There is only one woman.", PEOPLE, null],
    ["There is at most one chef.", PEOPLE, null],
    ["There are no children.", PEOPLE, null],
    ["There are exactly two taxis.", CARS, null],
    ["There is no SUV.", CARS, null],
    ["There are zero sedans.", CARS, null],
    ["There is neither a taxi nor a limousine.", CARS, null],
  ] as const)("%s stays as it is where others of its category are seen", (response, seen, prompt) => {
    const { verdicts, text } = told(response, [seen], prompt);
    expect(verdicts).toContain("unverifiable");
    expect(verdicts).not.toContain("refuted");
    expect(text).toBe(response);
  });

  it.each([
    ["There is no poodle in the image.", seeing("dog", 0.01), null],
    ["No.", seeing("dog", 0.01), "Is there a poodle in the image?"],
    ["There are zero dogs.", seeing("dog", 0.01), null],
    ["There is at most one woman.", seeing("person", 0.01), null],
  ] as const)("%s is borne out where none is", (response, seen, prompt) => {
    expect(told(response, [seen], prompt)).toEqual({ verdicts: ["supported"], text: response });
  });

  it.each([
    ["There is no automobile.", CARS, "There is an automobile."],
    ["There is a poodle.", seeing("dog", 0.01), "There is no poodle in the image."],
    ["There are four taxis.", detecting("car", 0.99), "There is a taxi."],
  ] as const)("%s is mended where the category alone shows it wrong", (response, seen, corrected) => {
    expect(told(response, [seen], null).text).toBe(corrected);
  });
});
