/** Claims in words, for tests that state what a sentence claims. */
import { CLAIM_KINDS, type Claim, type ClaimKind } from "../../src/domain/claim.js";
import { extract } from "../../src/extraction/extract.js";

export function claimsOf(response: string, prompt: string | null = null): readonly Claim[] {
  return extract(response, { prompt, kinds: CLAIM_KINDS }).claims;
}

/** "existence: there is a dog", "maybe relation: …" for a hedged one, in order of the claims; of some kinds only where named. */
export function statementsOf(response: string, kinds: readonly ClaimKind[] = CLAIM_KINDS, prompt: string | null = null): readonly string[] {
  return claimsOf(response, prompt)
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, text, hedged }) => `${hedged ? "maybe " : ""}${kind}: ${text}`);
}

/** Without their kinds. */
export function textsOf(response: string, kind: ClaimKind, prompt: string | null = null): readonly string[] {
  return claimsOf(response, prompt)
    .filter((claim) => claim.kind === kind)
    .map(({ text, hedged }) => (hedged ? `maybe ${text}` : text));
}
