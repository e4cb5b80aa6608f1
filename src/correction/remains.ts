/** What nouns that stay need, or still say, once those beside them are gone: a determiner, no "both", a number that is no word alone. */
import { article } from "../language/grammar/articles.js";
import { isMass, isPluralOnly } from "../language/grammar.js";
import type { NounPhrase } from "../language/passage.js";
import type { Doom } from "./doom.js";
import type { Cause, Draft } from "./draft.js";
import type { List, PrepositionPart } from "./structure/tree.js";

/** Nouns that are nothing without their "of": "a slice of pizza". */
export const PARTITIVE: ReadonlySet<string> = new Set(
  (
    "slice piece group herd flock pair couple set variety number bunch crowd row line lot array collection part pack kind type view " +
    "team stack pile image picture presence side edge back front top bottom middle center rest majority series half portion few many some one each"
  ).split(" "),
);

/** "the horse and rider" → "the rider": one determiner stands for all of them. */
export function keepDeterminer({ members }: List, kept: readonly number[], draft: Draft, cause: Cause): void {
  const lost = members[0]?.phrase;
  const first = members[kept[0] ?? 0]?.phrase;
  if (lost === undefined || first === undefined || lost === first || first.determiner !== null || first.quantity !== null) return;
  const { determiner } = lost;
  const isShared = determiner !== null && /^(?:an?|the|his|her|its|their)$/.test(determiner);
  const noun = draft.tokens[first.endToken - 1]?.text ?? "";
  const isArticle = determiner === "a" || determiner === "an";
  if (!isShared || !first.isThing || (isArticle && (first.plural || isMass(noun) || isPluralOnly(noun)))) return;
  if (members.length > 2 && first.plural) return;
  draft.insertBefore(first.firstToken, isArticle ? article(draft.tokens[first.firstToken]?.text ?? "") : (determiner ?? ""), cause);
}

/** "both" of one is none, and so is "either". */
export function dropBoth({ from, members }: List, draft: Draft, cause: Cause): void {
  for (let at = Math.max(0, from - 1); at < (members[0]?.phrase.endToken ?? 0); at += 1) {
    if (/^(?:both|either)$/i.test(draft.tokens[at]?.text ?? "")) draft.drop({ from: at, to: at + 1 }, cause);
  }
}

/** "…, with the kite [on the right]": that a known thing is there too is not said again. */
export function saysNoMore(
  { head, separator }: PrepositionPart,
  { members }: List,
  { draft, doom }: { readonly draft: Draft; readonly doom: Doom },
): Cause | null {
  const [only, another] = members;
  if (separator === null || head.word !== "with" || only === undefined || another !== undefined || only.phrase.determiner !== "the")
    return null;
  const [part] = only.parts;
  const cause = part !== undefined && only.parts.every(({ from }) => draft.isDropped(from)) ? draft.causeAt(part.from) : null;
  if (cause === null || !doom.named.has(only.phrase.span.start)) return cause;
  if (only.phrase.plural) draft.drop({ from: only.phrase.firstToken, to: only.phrase.firstToken + 1 }, cause);
  else draft.replace(only.phrase.firstToken, article(draft.tokens[only.phrase.firstToken + 1]?.text ?? ""), cause);
  return null;
}

/** "some", "others": nothing is said once "holding umbrellas" is gone. */
export function isEmptyWord({ firstToken, endToken }: NounPhrase, draft: Draft): boolean {
  const words = draft.tokens.slice(firstToken, endToken).map(({ text }) => text);
  return /^(?:some|others|one|another|many|most|few|several)(?: of (?:them|these|those|which|whom))?$/i.test(words.join(" "));
}
