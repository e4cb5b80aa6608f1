/**
 * Which noun phrases and words of a passage cannot stay, and why: those of refuted claims, later mentions of the same absent thing,
 * and pronouns that refer to one. Pronouns are resolved by number and by who is alive, so a rare one may be taken for another.
 */
import type { JudgedClaim } from "../domain/judgement.js";
import { contains, type Span } from "../domain/span.js";
import type { NounPhrase, Passage, Sentence } from "../language/passage.js";
import { isSupposed } from "../language/supposition.js";
import { targetOf } from "../language/vocabulary/look-up.js";
import { antecedentsOf } from "./antecedents.js";
import { type Cause, union } from "./draft.js";
import { isDenial } from "./polarity.js";

export interface Doom {
  /** By the offset where the phrase begins. */
  readonly phrases: ReadonlyMap<number, Cause>;
  /** By the offset where the word begins: adjectives, verbs and quoted words that go without their noun. */
  readonly words: ReadonlyMap<number, Cause>;
  /** Categories that the picture does not hold. */
  readonly absent: ReadonlyMap<string, Cause>;
  /** Where phrases begin that name a thing for the first time. */
  readonly named: ReadonlySet<number>;
}

/** Existence claims that say something is there and are refuted; a count whose true number is zero says the same. */
export function absentCategories(judged: readonly JudgedClaim[]): ReadonlyMap<string, Cause> {
  const absent = new Map<string, string[]>();
  for (const { claim, judgement } of judged) {
    if (judgement.verdict !== "refuted" || claim.negated) continue;
    const isNone = claim.kind === "count" && judgement.remedy?.type === "count" && judgement.remedy.value === 0;
    if (claim.kind !== "existence" && !isNone) continue;
    if (claim.object === null) continue;
    const ids = absent.get(claim.object.category) ?? [];
    ids.push(claim.id);
    absent.set(claim.object.category, ids);
  }
  for (const { claim, judgement } of judged) {
    if (claim.kind === "existence" && !claim.negated && judgement.verdict === "supported") absent.delete(claim.object.category);
  }
  return absent;
}

/**
 * @param own phrases and words that single claims doom where they stand (relations, attributes, quotes), and whether a question was asked,
 *   which names the things before the text does
 */
export function doomOf(
  passage: Passage,
  judged: readonly JudgedClaim[],
  own: { readonly phrases: ReadonlyMap<number, Cause>; readonly words: ReadonlyMap<number, Cause>; readonly isAsked: boolean },
): Doom {
  const absent = absentCategories(judged);
  const phrases = new Map<number, Cause>();
  const refuted = new Map<number, string[]>();
  for (const { claim, judgement } of judged) {
    if (judgement.verdict !== "refuted" || claim.object === null || claim.object.span === null || claim.negated) continue;
    const ids = refuted.get(claim.object.span.start) ?? [];
    ids.push(claim.id);
    refuted.set(claim.object.span.start, ids);
    if (claim.kind === "existence" && absent.has(claim.object.category)) phrases.set(claim.object.span.start, ids);
  }
  if (absent.size > 0) {
    const antecedents = antecedentsOf(passage, judged);
    const named = new Set<string>();
    for (const sentence of passage.sentences) {
      const before = passage.sentences[sentence.index - 1]?.nounPhrases ?? [];
      for (const phrase of sentence.nounPhrases) {
        const cause = antecedents.has(phrase.span.start) || !/^they$/i.test(phrase.text) ? null : allLost(before, phrases);
        if (cause !== null) phrases.set(phrase.span.start, cause);
      }
      for (const phrase of sentence.nounPhrases) {
        const cause = causeOf(phrase, sentence, { absent, antecedents, phrases, named });
        if (cause === null) named.add(phrase.category);
        if (cause !== null && !phrases.has(phrase.span.start))
          phrases.set(phrase.span.start, union([refuted.get(phrase.span.start) ?? [], cause.slice(0, 1)]));
      }
    }
  }
  return { phrases: new Map([...own.phrases, ...phrases]), words: own.words, absent, named: own.isAsked ? new Set() : firstNamed(judged) };
}

function firstNamed(judged: readonly JudgedClaim[]): ReadonlySet<number> {
  return new Set(
    judged.flatMap(({ claim }) =>
      claim.kind === "existence" && !claim.negated && claim.object.span !== null ? [claim.object.span.start] : [],
    ),
  );
}

/** "The elephant is gray and the zebra is striped. They graze.": of several that are all gone nobody is left; null where one stays. */
function allLost(before: readonly NounPhrase[], phrases: ReadonlyMap<number, Cause>): Cause | null {
  const things = before.filter(({ isThing }) => isThing);
  const causes = things.flatMap(({ span }) => phrases.get(span.start) ?? []);
  const isLost = things.length > 1 && things.every(({ span }) => phrases.has(span.start));
  return isLost ? union([causes]) : null;
}

interface Known {
  readonly absent: ReadonlyMap<string, Cause>;
  readonly antecedents: ReadonlyMap<number, NounPhrase>;
  readonly phrases: ReadonlyMap<number, Cause>;
  /** Categories of the nouns before that stay. */
  readonly named: ReadonlySet<string>;
}

function causeOf(phrase: NounPhrase, sentence: Sentence, { absent, antecedents, phrases, named }: Known): Cause | null {
  const antecedent = antecedents.get(phrase.span.start);
  const lost = antecedent === undefined ? undefined : phrases.get(antecedent.span.start);
  if (lost !== undefined) return lost;
  if (isQuoted(phrase, sentence)) return null;
  const possessor = possessorCause(phrase, sentence, phrases);
  if (possessor !== null) return possessor;
  if (!phrase.isThing) return null;
  const cause = absent.get(phrase.category) ?? (named.has(phrase.category) ? null : shortOf(phrase, absent));
  return cause === null || isDenial(phrase, sentence) || isSupposed(phrase, sentence) ? null : cause;
}

/** "A potted plant … The plant": the last word alone, where no kind of thing of its own is named so. */
function shortOf({ determiner, category }: NounPhrase, absent: ReadonlyMap<string, Cause>): Cause | null {
  if (determiner !== "the" || targetOf(category).exhaustive) return null;
  for (const [name, cause] of absent) if (name.endsWith(` ${category}`)) return cause;
  return null;
}

/** Words between quotation marks with others: `"Look at that elephant!"` is written or said, whatever is there. */
function isQuoted({ firstToken, endToken }: NounPhrase, { tokens }: Sentence): boolean {
  const marks = tokens.slice(0, firstToken).filter(({ text }) => QUOTE.test(text)).length;
  if (marks % 2 === 0 || !tokens.slice(endToken).some(({ text }) => QUOTE.test(text))) return false;
  return !(QUOTE.test(tokens[firstToken - 1]?.text ?? "") && QUOTE.test(tokens[endToken]?.text ?? ""));
}

const QUOTE = /^["“”]$/;

/** "the elephant's trunk" goes with the elephant. */
function possessorCause(phrase: NounPhrase, sentence: Sentence, phrases: ReadonlyMap<number, Cause>): Cause | null {
  if (phrase.determiner === null || !/^['’]s?$/.test(phrase.determiner)) return null;
  const mark = sentence.tokens[phrase.firstToken]?.text === phrase.determiner ? phrase.firstToken : phrase.firstToken - 1;
  const owner = sentence.tokens[mark - 1];
  const before = owner === undefined ? null : phraseAt(sentence, owner.span);
  return before === null ? null : (phrases.get(before.span.start) ?? null);
}

/** The noun phrase that a range of the text names: one that holds it, else the first that it holds. By bisection. */
export function phraseAt({ nounPhrases }: Sentence, span: Span): NounPhrase | null {
  const at = firstEndingAfter(nounPhrases, span.start);
  for (let next = at; next < at + MAX_OVERLAP; next += 1) {
    const phrase = nounPhrases[next];
    if (phrase === undefined || phrase.span.start >= span.end) break;
    if (contains(phrase.span, span)) return phrase;
  }
  const first = nounPhrases[at];
  const second = nounPhrases[at + 1];
  return [first, second].find((phrase) => phrase !== undefined && contains(span, phrase.span)) ?? null;
}

/** Noun phrases that could hold one place; they do not nest deeper. */
const MAX_OVERLAP = 3;

function firstEndingAfter(phrases: readonly NounPhrase[], offset: number): number {
  let low = 0;
  let high = phrases.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((phrases[middle]?.span.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
