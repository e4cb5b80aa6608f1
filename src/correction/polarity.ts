/** Which noun phrases are denied where they stand: "no dog", "not a dog", "without a dog", "There isn't any dog". */
import type { NounPhrase, Sentence } from "../language/passage.js";

const DENYING = /^(?:no|not|n't|n’t|without|neither|nor|never|cannot|lacks?|lacking|absent|zero)$/i;
const NO_DETERMINER: ReadonlySet<string> = new Set(["no", "neither", "zero"]);
/** What a denial reaches over: "not any visible dogs or cats". */
const REACHED: ReadonlySet<string> = new Set(["DET", "ADJ", "NOUN", "PROPN", "ADV", "VERB", "CCONJ", "NUM"]);
const MAX_REACH = 8;

export function isDenial(phrase: NounPhrase, { tokens }: Sentence): boolean {
  if (phrase.determiner !== null && NO_DETERMINER.has(phrase.determiner)) return true;
  for (let at = phrase.firstToken - 1; at >= Math.max(0, phrase.firstToken - MAX_REACH); at -= 1) {
    const token = tokens[at];
    if (token === undefined) return false;
    if (DENYING.test(token.text)) return true;
    if (/^(?:but|and|how|what|why|whether|that|where|who|which)$/i.test(token.text) || !REACHED.has(token.tag)) return false;
  }
  return false;
}
