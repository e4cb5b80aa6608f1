/**
 * "There is neither a dog nor a chair." with one of them there: what is left of the pair is denied with a plain "no", and where all of
 * them are there the denial goes. It reads only nouns that stand right after "neither" and "nor".
 */
import type { JudgedClaim } from "../domain/judgement.js";
import type { NounPhrase } from "../language/passage.js";
import { type Cause, type Draft, union } from "./draft.js";
import { type Mending, type SentenceWork, workAt } from "./mending.js";

interface Denied {
  /** Token of the "neither" or "nor" before it. */
  readonly word: number;
  readonly phrase: NounPhrase;
  /** Why its denial is wrong; null where it stands. */
  readonly cause: Cause | null;
}

/**
 * Mends every "neither … nor" that denies something that is there.
 * @param denials refuted claims that deny
 * @returns ids of the claims that are dealt with
 */
export function mendNeither(mending: Mending, denials: readonly JudgedClaim[]): ReadonlySet<string> {
  const causes = new Map<number, Cause>();
  const touched = new Set<SentenceWork>();
  for (const { claim } of denials) {
    const span = claim.kind === "existence" || claim.kind === "relation" ? (claim.object.span ?? null) : null;
    const work = span === null ? null : workAt(mending, span);
    if (span === null || work === null) continue;
    causes.set(span.start, union([causes.get(span.start) ?? [], [claim.id]]));
    touched.add(work);
  }
  const settled = new Set<string>();
  for (const work of touched) for (const id of mendSentence(work, causes)) settled.add(id);
  return settled;
}

function mendSentence({ sentence, draft }: SentenceWork, causes: ReadonlyMap<number, Cause>): Cause {
  const phrases = new Map(sentence.nounPhrases.map((phrase) => [phrase.firstToken, phrase]));
  const denied: Denied[] = [];
  for (const [word, { text }] of sentence.tokens.entries()) {
    const isFirst = denied.length === 0;
    if (!(isFirst ? /^neither$/i : /^nor$/i).test(text)) continue;
    const phrase = phrases.get(word) ?? phrases.get(word + 1);
    if (phrase === undefined) return [];
    denied.push({ word, phrase, cause: causeWithin(phrase, causes) });
  }
  const wrong = denied.flatMap(({ cause }) => (cause === null ? [] : [cause]));
  if (denied.length < 2 || wrong.length === 0) return [];
  const cause = union(wrong);
  const kept = denied.filter((each) => each.cause === null);
  if (kept.length === 0) affirmAll(draft, denied, cause);
  else keepSome(draft, denied, kept, cause);
  return cause;
}

function causeWithin({ span }: NounPhrase, causes: ReadonlyMap<number, Cause>): Cause | null {
  for (let at = span.start; at < span.end; at += 1) {
    const cause = causes.get(at);
    if (cause !== undefined) return cause;
  }
  return null;
}

/** "neither a dog nor a cat" → "a dog and a cat". */
function affirmAll(draft: Draft, denied: readonly Denied[], cause: Cause): void {
  for (const [index, { word }] of denied.entries()) {
    if (index === 0) draft.drop({ from: word, to: word + 1 }, cause);
    else draft.replace(word, "and", cause);
  }
}

/** "neither a dog nor a cat" → "no cat"; of three with two left "neither" stays. */
function keepSome(draft: Draft, denied: readonly Denied[], kept: readonly Denied[], cause: Cause): void {
  const [first] = kept;
  const [opening] = denied;
  if (first === undefined || opening === undefined) return;
  for (const { word, phrase, cause: own } of denied) {
    if (own !== null) draft.drop({ from: word === opening.word ? word + 1 : word, to: phrase.endToken }, own);
  }
  const comma = first.word - 1;
  if (first !== opening) draft.drop({ from: draft.tokens[comma]?.text === "," ? comma : first.word, to: first.word + 1 }, cause);
  if (kept.length > 1) return;
  draft.replace(opening.word, "no", cause);
  if (/^(?:an?|any)$/i.test(draft.tokens[first.word + 1]?.text ?? "")) draft.drop({ from: first.word + 1, to: first.word + 2 }, cause);
}
