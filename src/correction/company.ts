/**
 * Words for several of whom one is left: "A man and his dog sit. They look happy." without the dog is "A man sits. He looks happy." They
 * are followed where it is plain who is meant, through the sentences right behind; where another plural could be meant they stay.
 */

import { casedAs } from "../language/grammar/casing.js";
import type { NounPhrase, Sentence } from "../language/passage.js";
import { pronounOf } from "./antecedents.js";
import type { Doom } from "./doom.js";
import { type Cause, union } from "./draft.js";
import type { Mending, SentenceWork } from "./mending.js";
import { dropMutual } from "./mutual.js";
import { singularPronoun } from "./numbers.js";
import { wordsOf } from "./structure/item.js";
import { listsIn } from "./structure/lists.js";
import { isAnimate } from "./structure/sharing.js";

/** Who was spoken of together, in order, and who of them is left. */
interface Company {
  readonly all: readonly NounPhrase[];
  readonly kept: readonly NounPhrase[];
  readonly cause: Cause;
}

/** Words for all of them: "both", "the two", "all three", "the pair". */
const ALL_OF = /^(?:both|(?:the|these|those) (?:two|three|four)|all (?:two|three|four)|the (?:pair|duo|trio))$/;
const ALL_THREE = /^(?:all|the|these|those) three$/;
const RANKS: ReadonlyMap<string, number> = new Map([
  ["the former", 0],
  ["the latter", 1],
]);

/**
 * Rewrites what is said of a company in its own and in the next sentences; before pruning, which takes what is doomed.
 * @returns by offset, phrases that name one who is lost: "the latter"
 */
export function followCompany(mending: Mending, doom: Doom): ReadonlyMap<number, Cause> {
  const lost = new Map<number, Cause>();
  let before: Company | null = null;
  for (const work of mending.work) {
    const own = companyOf(work, doom);
    const end = own?.all.at(-1)?.endToken ?? 0;
    for (const phrase of work.sentence.nounPhrases) {
      const company = own !== null && phrase.firstToken >= end ? own : before;
      if (company === null || doom.phrases.has(phrase.span.start) || mending.numbers.has(phrase.span.start)) continue;
      if (mendRank(mending, work, phrase, company) === "lost") lost.set(phrase.span.start, company.cause);
      mendPlural(mending, work, phrase, company);
    }
    before = own ?? (before !== null && goesOn(work.sentence, doom) ? before : null);
  }
  return lost;
}

/** Things of one list of which some are lost; else all that live, where somebody who lives is lost and no list names him. */
function companyOf({ sentence, tree }: SentenceWork, { phrases }: Doom): Company | null {
  const isLost = ({ span }: NounPhrase): boolean => phrases.has(span.start);
  const things = sentence.nounPhrases.filter(({ isThing }) => isThing);
  if (!things.some(isLost)) return null;
  const [list] = listsIn(tree, ({ members }) => members.length > 1 && members.some(({ phrase }) => phrase.isThing && isLost(phrase)));
  const listed = list?.members.map(({ phrase }) => phrase) ?? [];
  const all = listed.some((phrase) => !isLost(phrase)) ? listed : things.filter(isAnimate);
  const kept = all.filter((phrase) => !isLost(phrase));
  const together = new Set(all);
  const isAmbiguous = things.some((phrase) => phrase.plural && !together.has(phrase) && !isLost(phrase));
  if (kept.length === all.length || kept.length === 0 || isAmbiguous) return null;
  return { all, kept, cause: union(all.map(({ span }) => phrases.get(span.start) ?? [])) };
}

/** Whether a sentence speaks on of those named before: it names nobody else of whom "they" could be said. */
function goesOn({ nounPhrases }: Sentence, { phrases }: Doom): boolean {
  return nounPhrases.every((phrase) => !phrase.isThing || (!phrase.plural && !isAnimate(phrase)) || phrases.has(phrase.span.start));
}

/** "the former", "the latter" of two of whom one is left. */
function mendRank(mending: Mending, work: SentenceWork, phrase: NounPhrase, { all, kept, cause }: Company): "lost" | "kept" | null {
  const rank = RANKS.get(wordsOf(work.sentence.tokens, phrase.firstToken, phrase.endToken));
  const meant = rank === undefined || all.length !== 2 ? undefined : all[rank];
  if (meant === undefined) return null;
  if (!kept.includes(meant)) return "lost";
  replace(work, phrase.firstToken, phrase.endToken, `the ${nounOf(mending, meant)}`, cause);
  return "kept";
}

function mendPlural(mending: Mending, work: SentenceWork, phrase: NounPhrase, { all, kept, cause }: Company): void {
  const { sentence, draft } = work;
  const words = wordsOf(sentence.tokens, phrase.firstToken, phrase.endToken);
  const [only, another] = kept;
  if (another !== undefined) {
    if (all.length === 3 && ALL_THREE.test(words)) replace(work, phrase.firstToken, phrase.endToken, "both", cause);
    return;
  }
  const pronoun = ALL_OF.test(words) ? "they" : pronounOf(phrase, sentence);
  if (only === undefined || only.plural || pronoun === null || !/^the(?:y|m|ir)$/.test(pronoun)) return;
  if (isMutual(sentence, phrase)) {
    mending.gone.set(sentence.index, cause);
    return;
  }
  const text = singularPronoun(pronoun, only, mending.text) ?? (ALL_OF.test(words) ? `the ${nounOf(mending, only)}` : null);
  // Of one whose sex is not known "they" can be said.
  if (text === null) return;
  const end = ALL_OF.test(words) ? endOfThem(sentence, phrase) : phrase.firstToken + 1;
  replace(work, phrase.firstToken, end, text, cause);
  if (pronoun === "they") mending.numbers.set(phrase.span.start, { plural: false, cause });
  dropMutual(draft, phrase.endToken, cause);
}

/** Where "of them" behind "both" ends. */
function endOfThem({ tokens }: Sentence, { endToken }: NounPhrase): number {
  return /^of$/i.test(tokens[endToken]?.text ?? "") && /^(?:them|these|those)$/i.test(tokens[endToken + 1]?.text ?? "")
    ? endToken + 2
    : endToken;
}

/** "look at each other", "face one another": what nobody does alone. */
function isMutual({ tokens }: Sentence, { endToken }: NounPhrase): boolean {
  return /\b(?:each other|one another)\b/i.test(
    tokens
      .slice(endToken, endToken + MUTUAL_REACH)
      .map(({ text }) => text)
      .join(" "),
  );
}

const MUTUAL_REACH = 12;

function nounOf({ text }: Mending, { head }: NounPhrase): string {
  return text.slice(head.start, head.end).toLowerCase();
}

function replace({ draft }: SentenceWork, from: number, to: number, text: string, cause: Cause): void {
  draft.replaceRange({ from, to }, casedAs(draft.tokens[from]?.text ?? "", text), cause);
}
