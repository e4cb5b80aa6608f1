import { describe, expect, it } from "vitest";
import { CLAIM_KINDS, type Claim, type ClaimKind } from "../../src/domain/claim.js";
import { extract } from "../../src/extraction/extract.js";
import { plural } from "../../src/language/grammar.js";
import { COCO_CATEGORIES } from "../../src/language/vocabulary/coco.js";

/** Categories of the claims of one kind. */
function categories(kind: ClaimKind, response: string, prompt: string | null = null): readonly string[] {
  const { claims } = extract(response, { prompt, kinds: CLAIM_KINDS });
  return claims.flatMap((claim: Claim) => (claim.kind === kind && claim.object !== null ? [claim.object.category] : []));
}

const article = (noun: string) => (/^[aeiou]/.test(noun) ? "an" : "a");

describe.each(COCO_CATEGORIES)("a category of the detector: %s", (category) => {
  it("is read in the question, in a statement, in a number, in a place and with a color", () => {
    expect(categories("existence", "Yes.", `Is there ${article(category)} ${category} in the image?`)).toEqual([category]);
    expect(categories("existence", `There is ${article(category)} ${category} in the image.`)).toEqual([category]);
    expect(categories("count", `There are three ${plural(category)} in the image.`)).toEqual([category]);
    expect(categories("relation", `The ${category} is to the left of the wall.`)).toEqual([category]);
    expect(categories("attribute", `The ${category} is orange.`)).toEqual([category]);
  });
});
