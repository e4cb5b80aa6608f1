/** Later mentions of things whose number changed: "Two dogs … They are" → "A dog … It is", "The dogs are" → "The dog is". */

import type { JudgedClaim } from "../domain/judgement.js";
import { casedAs } from "../language/grammar/casing.js";
import { plural, singular } from "../language/grammar.js";
import type { NounPhrase } from "../language/passage.js";
import { antecedentsOf, pronounOf } from "./antecedents.js";
import { rewriteNumber } from "./count.js";
import type { Cause } from "./draft.js";
import type { Mending, SentenceWork } from "./mending.js";

const TO_SINGULAR: ReadonlyMap<string, string> = new Map([
  ["they", "it"],
  ["them", "it"],
  ["their", "its"],
  ["theirs", "its"],
  ["themselves", "itself"],
  ["these", "this"],
  ["those", "that"],
]);
const TO_PLURAL: ReadonlyMap<string, string> = new Map([
  ["it", "they"],
  ["its", "their"],
  ["itself", "themselves"],
]);
const MAN = /^(?:man|boy|guy|gentleman|father|husband|son|policeman|fisherman|men|boys|guys|gentlemen)$/i;
const WOMAN = /^(?:woman|girl|lady|mother|wife|daughter|women|girls|ladies)$/i;

interface Changed {
  readonly phrase: NounPhrase;
  readonly plural: boolean;
  readonly cause: Cause;
}

/** Follows every change of number to the mentions after it. */
export function followNumbers(mending: Mending, judged: readonly JudgedClaim[]): void {
  if (mending.numbers.size === 0) return;
  const antecedents = antecedentsOf(mending.passage, judged);
  const byCategory = new Map<string, Changed>();
  const byStart = new Map<number, Changed>();
  for (const work of mending.work) {
    for (const phrase of work.sentence.nounPhrases) {
      const own = mending.numbers.get(phrase.span.start);
      if (own !== undefined) {
        const changed = { phrase, ...own };
        byStart.set(phrase.span.start, changed);
        if (own.plural !== phrase.plural) byCategory.set(phrase.category, changed);
        continue;
      }
      const antecedent = antecedents.get(phrase.span.start);
      const changed = antecedent === undefined ? undefined : byStart.get(antecedent.span.start);
      if (changed !== undefined && changed.plural !== changed.phrase.plural) followPronoun(mending, work, phrase, changed);
      else followNoun(mending, work, phrase, byCategory);
    }
  }
}

function followPronoun(mending: Mending, { sentence, draft }: SentenceWork, phrase: NounPhrase, changed: Changed): void {
  const pronoun = pronounOf(phrase, sentence);
  if (pronoun === null) return;
  const text = changed.plural ? TO_PLURAL.get(pronoun) : singularPronoun(pronoun, changed.phrase, mending.text);
  if (text === undefined || text === null) return;
  const model = sentence.tokens[phrase.firstToken]?.text ?? "";
  draft.replace(phrase.firstToken, casedAs(model, text), changed.cause);
  if (phrase.endToken - phrase.firstToken === 1) mending.numbers.set(phrase.span.start, { plural: changed.plural, cause: changed.cause });
}

/** "he", "her" or "its" for a pronoun of several; null for people of unknown sex, who stay "they". */
export function singularPronoun(pronoun: string, { head, category }: NounPhrase, text: string): string | null {
  if (category !== "person") return TO_SINGULAR.get(pronoun) ?? null;
  const noun = text.slice(head.start, head.end);
  if (!MAN.test(noun) && !WOMAN.test(noun)) return null;
  const isMan = MAN.test(noun);
  if (pronoun === "they") return isMan ? "he" : "she";
  if (pronoun === "them") return isMan ? "him" : "her";
  return pronoun === "their" ? (isMan ? "his" : "her") : null;
}

/** "the dogs", "both dogs", "these dogs" after a change to one. */
function followNoun(mending: Mending, work: SentenceWork, phrase: NounPhrase, byCategory: ReadonlyMap<string, Changed>): void {
  const changed = byCategory.get(phrase.category);
  if (changed === undefined || changed.plural || !phrase.plural || !phrase.isThing) return;
  const first = work.sentence.tokens[phrase.firstToken]?.text ?? "";
  if (!/^(?:the|these|those|both)$/i.test(first)) return;
  const noun = mending.text.slice(phrase.head.start, phrase.head.end);
  if (plural(singular(noun)).toLowerCase() !== noun.toLowerCase()) return;
  if (/^both$/i.test(first)) {
    const head = phrase.endToken - 1;
    const hasArticle = /^(?:the|of)$/i.test(work.sentence.tokens[phrase.firstToken + 1]?.text ?? "");
    if (hasArticle) work.draft.drop({ from: phrase.firstToken, to: phrase.firstToken + 1 }, changed.cause);
    else work.draft.replace(phrase.firstToken, first === "Both" ? "The" : "the", changed.cause);
    work.draft.replace(head, singular(work.sentence.tokens[head]?.text ?? ""), changed.cause);
  } else rewriteNumber(work, phrase, 1, { cause: changed.cause, isAnswer: false });
  mending.numbers.set(phrase.span.start, { plural: false, cause: changed.cause });
}
