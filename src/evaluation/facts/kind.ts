/** Which of a short sentence's claims is the one that the sentence is about. */
import type { Claim, ClaimKind } from "../../domain/claim.js";

/**
 * From the most to the least specific: "The red dog lies on the sofa." names a dog and a sofa and a color, and says a relation.
 * What a more specific claim needs (the dog is there) is only its ground.
 */
const BY_SPECIFICITY: readonly ClaimKind[] = ["relation", "attribute", "count", "text", "existence", "other"];

/** The claims of the sentence's most specific kind; none where nothing was extracted. */
export function mainClaims(claims: readonly Claim[]): readonly Claim[] {
  const kind = BY_SPECIFICITY.find((candidate) => claims.some((claim) => claim.kind === candidate));
  return claims.filter((claim) => claim.kind === kind);
}
