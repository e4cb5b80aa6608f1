/**
 * A wrong place or other relation. The true one takes its place where geometry gives it, by the smallest change of words ("left" for
 * "right"); else the phrase that says it goes.
 */

import type { RelationClaim, SpatialPredicate } from "../domain/claim.js";
import type { JudgedClaim } from "../domain/judgement.js";
import type { Span } from "../domain/span.js";
import { casedAs } from "../language/grammar/casing.js";
import { phraseAt } from "./doom.js";
import type { Cause, Draft } from "./draft.js";
import { type Mending, type SentenceWork, tokensIn, workAt } from "./mending.js";
import type { TokenRange } from "./structure/item.js";
import { prepositionLength } from "./structure/prepositions.js";

const PHRASES: Readonly<Record<SpatialPredicate, string>> = {
  left_of: "to the left of",
  right_of: "to the right of",
  above: "above",
  below: "below",
  on: "on",
  under: "under",
  in: "in",
  beside: "next to",
  in_front_of: "in front of",
  behind: "behind",
  near: "near",
  touching: "touching",
  between: "between",
  image_left: "on the left side of the image",
  image_right: "on the right side of the image",
  image_top: "at the top of the image",
  image_bottom: "at the bottom of the image",
  image_center: "in the center of the image",
  foreground: "in the foreground",
  background: "in the background",
};

/** Words that turn into each other when a relation turns round. */
const OPPOSITE: ReadonlyMap<string, string> = new Map(
  [
    "left right",
    "top bottom",
    "upper lower",
    "above below",
    "over under",
    "foreground background",
    "leftmost rightmost",
    "front back",
  ].flatMap((pair) => {
    const [one = "", other = ""] = pair.split(" ");
    return [
      [one, other],
      [other, one],
    ] as [string, string][];
  }),
);

/** Relations that turn into each other, and the words that say them: in "the top left corner" the wrong side has its own word. */
const TURNED: readonly (readonly [SpatialPredicate, SpatialPredicate, RegExp])[] = [
  ["left_of", "right_of", /^(?:left|right|leftmost|rightmost)$/i],
  ["image_left", "image_right", /^(?:left|right|leftmost|rightmost)$/i],
  ["image_top", "image_bottom", /^(?:top|bottom|upper|lower|above|below)$/i],
  ["foreground", "background", /^(?:foreground|background|front|back)$/i],
  ["above", "below", /^(?:above|below|over|under|top|bottom|upper|lower)$/i],
];

export function mendRelation(mending: Mending, judged: JudgedClaim & { readonly claim: RelationClaim }): void {
  const { claim, judgement } = judged;
  const cause: Cause = [claim.id];
  const work = workAt(mending, claim.span);
  if (work === null) return;
  const target = claim.relation.targets.at(-1) ?? null;
  const words = predicateWords(work, claim);
  if (judgement.remedy?.type === "predicate" && words !== null && claim.relation.targets.length < 2) {
    replacePredicate(work.draft, words, claim.relation.predicate, judgement.remedy.value, cause);
    return;
  }
  const doomed = target?.span === null || target === null ? placeNoun(work, claim, words) : governed(work, claim, target.span);
  if (doomed !== null) mending.phrases.set(doomed, cause);
  else if (words !== null && target === null) work.draft.drop(words, cause);
  else mending.gone.set(work.sentence.index, cause);
}

/** "…, and the dog on the left": without its dog the place would be said of the clause before. */
export function dropOwnPlace(mending: Mending, claim: RelationClaim): void {
  const work = workAt(mending, claim.span);
  const own = claim.object.span;
  if (work === null || own === null) return;
  const phrase = phraseAt(work.sentence, own);
  const words = predicateWords(work, claim);
  if (phrase === null || words?.from !== phrase.endToken) return;
  if (!/^(?:and|,)$/i.test(work.sentence.tokens[phrase.firstToken - 1]?.text ?? "")) return;
  const place = claim.relation.targets.at(-1)?.span?.start ?? placeNoun(work, claim, words);
  if (place !== null) mending.phrases.set(place, [claim.id]);
}

/** The offset of the noun phrase to take out: the target where something leads to it, else the object. */
function governed({ sentence }: SentenceWork, claim: RelationClaim, target: Span): number | null {
  const other = claim.object.span;
  const phrase = phraseAt(sentence, target);
  const object = other === null ? null : phraseAt(sentence, other);
  if (phrase === null) return object?.span.start ?? null;
  if (object === null || isLed(sentence, phrase.firstToken)) return phrase.span.start;
  return isLed(sentence, object.firstToken) ? object.span.start : phrase.span.start;
}

/** Whether a preposition or a verb stands right before the phrase. */
function isLed(sentence: SentenceWork["sentence"], first: number): boolean {
  const before = sentence.tokens[first - 1];
  return (
    before !== undefined &&
    (before.tag === "ADP" || before.tag === "VERB" || before.tag === "PART" || /^(?:to|of|near|like|with)$/i.test(before.text))
  );
}

/** The noun of a place in the picture: "background" in "in the background", "image" in "on the left side of the image". */
function placeNoun({ sentence }: SentenceWork, { span, object }: RelationClaim, words: TokenRange | null): number | null {
  const from = words?.from ?? tokensIn(sentence, span).from;
  const within = tokensIn(sentence, span).to;
  // "towards the right side [of the image]": the words of the claim may end before the noun that they lead to.
  const whole =
    sentence.tokens[within]?.text === "of" ? sentence.nounPhrases.find(({ firstToken }) => firstToken === within + 1) : undefined;
  const to = whole?.endToken ?? within;
  const phrases = sentence.nounPhrases.filter(
    ({ firstToken, endToken, span: own }) => firstToken >= from && endToken <= to && own.start !== object.span?.start,
  );
  return phrases.at(-1)?.span.start ?? null;
}

/** The words that state the relation; null where they cannot be told. */
function predicateWords({ sentence }: SentenceWork, { span, object, relation }: RelationClaim): TokenRange | null {
  const { tokens } = sentence;
  const within = tokensIn(sentence, span);
  const target = relation.targets[0]?.span ?? null;
  if (target !== null) {
    const end = phraseAt(sentence, target)?.firstToken ?? tokensIn(sentence, target).from;
    for (let at = Math.max(0, end - 8); at < end; at += 1) {
      const length = prepositionLength(tokens, at);
      if (length > 0 && at + length === end) return { from: at, to: end };
    }
    return null;
  }
  const after = object.span === null ? within.from : Math.max(within.from, 0);
  for (let at = within.to - 1; at >= after; at -= 1) {
    const text = tokens[at]?.text.toLowerCase() ?? "";
    if (!text.split("-").some((part) => OPPOSITE.has(part)) && !/^(?:middle|center|centre|distance)$/.test(text)) continue;
    let from = at;
    while (from > after && prepositionLength(tokens, from) === 0) from -= 1;
    return { from, to: within.to };
  }
  return null;
}

function replacePredicate(draft: Draft, words: TokenRange, was: string, is: SpatialPredicate, cause: Cause): void {
  const turns = TURNED.find(([one, other]) => (one === was && other === is) || (other === was && one === is));
  if (turns !== undefined) {
    for (let at = words.from; at < words.to; at += 1) {
      const text = draft.textAt(at);
      const turned = turnedWord(text, turns[2]);
      if (turned === null) continue;
      draft.replace(at, turned, cause);
      return;
    }
  }
  draft.replaceRange(words, casedAs(draft.tokens[words.from]?.text ?? "", PHRASES[is]), cause);
}

/** "bottom" → "top", "Lower-left" → "Upper-left"; null where the word says nothing of that kind. */
function turnedWord(text: string, saying: RegExp): string | null {
  const parts = text.split("-");
  const at = parts.findIndex((part) => saying.test(part) && OPPOSITE.has(part.toLowerCase()));
  const opposite = OPPOSITE.get(parts[at]?.toLowerCase() ?? "");
  if (opposite === undefined) return null;
  return parts.map((part, index) => (index === at ? casedAs(part, opposite) : part)).join("-");
}
