import { describe, expect, it } from "vitest";
import { correct } from "../../src/correction/correct.js";
import { CLAIM_KINDS } from "../../src/domain/claim.js";
import type { JudgedClaim } from "../../src/domain/judgement.js";
import { extract } from "../../src/extraction/extract.js";
import { judgeAll } from "../support/oracle.js";

const TEXT = "A cow grazes. A man rides a horse.";

/** The horse is there with this probability; of its box, null where none was found, the detector is so sure. */
function judgedWith(probability: number, box: number | null): readonly JudgedClaim[] {
  const { claims } = extract(TEXT, { prompt: null, kinds: CLAIM_KINDS });
  return judgeAll(claims, { absent: ["person"] }).map(({ claim, judgement, evidence }) => {
    if (claim.kind !== "existence" || claim.object.category !== "horse") return { claim, judgement, evidence };
    const [detection] = evidence.flatMap((seen) => (seen.type === "detection" ? [seen] : []));
    if (detection === undefined) throw new Error("the oracle saw no horse");
    const boxes = box === null ? [] : [{ x1: 0, y1: 0, x2: 1, y2: 1, probability: box }];
    return { claim, judgement: { ...judgement, probability }, evidence: [{ ...detection, presence: probability, boxes }] };
  });
}

describe("what is kept of a sentence that is lost", () => {
  it.each([
    [0.95, null, "A cow grazes."],
    [0.95, 0.45, "A cow grazes."],
    [0.8, 0.8, "A cow grazes."],
    [0.95, 0.9, "A cow grazes. There is a horse."],
  ])("supported by %d with a box of %s", (probability, box, expected) => {
    expect(correct(TEXT, judgedWith(probability, box), { prompt: null }).corrected).toBe(expected);
  });
});
