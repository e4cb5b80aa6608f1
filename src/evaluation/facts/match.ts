/**
 * Whether two claims say the same thing, in whatever words: for meeting labelled facts with the claims of a response.
 *
 * The rule: the same kind, the same object, and the same color, number or relation. Parts fold where people and extraction divide a
 * sentence differently:
 * - an object is the same where its category is (all words for people are one: facts often name a person twice), or its last word
 *   ("beach umbrella" and "umbrella", "giraffe's head" and "head");
 * - an attribute or an action meets a relation where they share a word ("standing" and "standing on"), a relation where its targets are
 *   the same objects and its predicate shares a word or both are of place.
 * - what is of no kind (a scene, a mood) where at least half of its words stand in the claim.
 * The rule is generous in words and strict in kind, so it measures whether a claim was found, not whether it was cut alike.
 */
import type { Claim, Mention } from "../../domain/claim.js";

/** Stems of words that any sentence may have. */
const SMALL_WORDS: ReadonlySet<string> = new Set(stems("the is are there in on of to and it its this that an something somewhere"));

/** True where the claim of a response covers the claim of a fact. */
export function covers(claim: Claim, fact: Claim): boolean {
  switch (fact.kind) {
    case "existence":
      return claim.kind === "existence" && sameObject(claim.object, fact.object);
    case "count":
      return claim.kind === "count" && sameObject(claim.object, fact.object) && claim.count.value === fact.count.value;
    case "attribute":
      return sameSubject(claim, fact.object) && shareWord(qualityOf(claim), fact.attribute.value);
    case "relation":
      return sameSubject(claim, fact.object) && meetsRelation(claim, fact);
    case "text":
      return claim.kind === "text" && folded(claim.quote) === folded(fact.quote);
    case "other":
      return mostly(fact.text, claim.text);
    default:
      return fact satisfies never;
  }
}

/** The two mentions may be the same thing. */
export function sameObject(a: Mention, b: Mention): boolean {
  if (a.category === b.category) return true;
  return lastWord(a.category) === lastWord(b.category);
}

function sameSubject(claim: Claim, object: Mention): boolean {
  return claim.kind !== "existence" && claim.kind !== "count" && claim.object !== null && sameObject(claim.object, object);
}

/** What a claim says of its object, in words. */
function qualityOf(claim: Claim): string {
  if (claim.kind === "attribute") return claim.attribute.value;
  return claim.kind === "relation" ? claim.relation.predicate : "";
}

function meetsRelation(claim: Claim, fact: Claim & { readonly kind: "relation" }): boolean {
  if (claim.kind === "attribute") return shareWord(claim.attribute.value, fact.relation.predicate);
  if (claim.kind !== "relation") return false;
  const { targets, type, predicate } = claim.relation;
  const alike = shareWord(predicate, fact.relation.predicate) || (type === "spatial" && fact.relation.type === "spatial");
  const sameTargets = fact.relation.targets.every((target) => targets.some((own) => sameObject(own, target)));
  return alike && sameTargets;
}

/** At least half of what the fact says, its small words aside, stands in the claim too. */
function mostly(fact: string, claim: string): boolean {
  const own = new Set(stems(claim));
  const said = stems(fact).filter((stem) => !SMALL_WORDS.has(stem));
  return said.length > 0 && said.filter((stem) => own.has(stem)).length * 2 >= said.length;
}

/** "holding" and "hold", "sitting" and "sit" share one, "left_of" and "left". */
function shareWord(a: string, b: string): boolean {
  const own = new Set(stems(a));
  return stems(b).some((stem) => own.has(stem));
}

function stems(words: string): readonly string[] {
  return words
    .toLowerCase()
    .split(/[^a-z]+/u)
    .filter((word) => word.length > 1)
    .map((word) => word.replace(/(?:ing|ed|es|s|e)$/u, "").replace(/(.)\1$/u, "$1"));
}

function lastWord(category: string): string {
  return category.split(/[\s-]+/u).at(-1) ?? category;
}

function folded(quote: string): string {
  return quote.toLowerCase().replace(/\s+/gu, " ").trim();
}
