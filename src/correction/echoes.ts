/**
 * Sentences and clauses that say the same of another: "The dog sleeps. So does the man.", "The same goes for the man.", "The man does too."
 * Without the dog what was said is said of the man; where that cannot be, the echo goes with what it echoes.
 */
import type { NounPhrase } from "../language/passage.js";
import type { Doom } from "./doom.js";
import { type Cause, union } from "./draft.js";
import type { Mending, SentenceWork } from "./mending.js";
import type { TokenRange } from "./structure/item.js";
import type { Clause } from "./structure/tree.js";

const BEFORE =
  /^(?:(?:so|neither|nor) (?:is|are|was|were|does|do|did|has|have|can)|the same (?:goes for|applies to|holds(?: true)? for|is true (?:of|for)|can be said (?:of|about|for))) $/;
const BEHIND = /^ (?:, )?(?:(?:is|are|was|were|does|do|did) )?(?:too|as well|also)$/;

interface Echo extends TokenRange {
  readonly phrases: readonly NounPhrase[];
}

interface Echoed {
  /** By offset, subjects that an echo has taken the place of: they no longer stand there. */
  readonly taken: ReadonlySet<number>;
  /** Echoes of what is lost, by sentence. */
  readonly stranded: ReadonlyMap<number, Cause>;
}

/** Gives what was said of a lost thing to the one that echoes it; before pruning. */
export function takeUpEchoes(mending: Mending, { phrases }: Doom): Echoed {
  const taken = new Set<number>();
  const stranded = new Map<number, Cause>();
  if (phrases.size === 0) return { taken, stranded };
  mending.work.forEach((work, index) => {
    const [first, second, third] = work.tree.clauses.members;
    const [separator] = work.tree.clauses.separators;
    const inner = second === undefined || third !== undefined ? null : echoIn(work, { from: second.from, to: second.to });
    if (inner !== null && first !== undefined && separator !== undefined && !inner.phrases.some(({ span }) => phrases.has(span.start))) {
      const cause = takeUp(mending, { work, clause: first }, { work, echo: inner }, phrases);
      if (cause === null) return;
      for (const member of first.subject?.members ?? []) taken.add(member.phrase.span.start);
      work.draft.drop({ from: separator.from, to: work.tree.end.from }, cause);
      return;
    }
    const before = mending.work[index - 1];
    const echo = before === undefined ? null : echoIn(work, { from: 0, to: work.tree.end.from });
    if (before === undefined) return;
    if (echo === null) {
      const loss = coreLoss(before.tree.clauses.members[0], phrases);
      if (loss !== null) dropAlikeness(work, loss);
      return;
    }
    const own = union(echo.phrases.flatMap(({ span }) => phrases.get(span.start) ?? []).map((id) => [id]));
    const [clause, other] = before.tree.clauses.members;
    if (own.length > 0) {
      mending.gone.set(index, own);
      return;
    }
    const cause = clause === undefined || other !== undefined ? null : takeUp(mending, { work: before, clause }, { work, echo }, phrases);
    if (cause !== null) {
      for (const member of clause?.subject?.members ?? []) taken.add(member.phrase.span.start);
      mending.gone.set(index, cause);
      return;
    }
    const loss = coreLoss(clause, phrases);
    if (loss !== null) stranded.set(index, loss);
  });
  return { taken, stranded };
}

/** Puts the echoing noun where the lost subject stands. @returns null where the clause says it of somebody who stays, or loses more */
function takeUp(
  mending: Mending,
  { work, clause }: { readonly work: SentenceWork; readonly clause: Clause },
  { work: from, echo }: { readonly work: SentenceWork; readonly echo: Echo },
  phrases: ReadonlyMap<number, Cause>,
): Cause | null {
  const { subject, verbPhrases } = clause;
  const [first] = subject?.members ?? [];
  if (subject === null || first === undefined || verbPhrases.members.length === 0) return null;
  const causes = subject.members.map(({ phrase }) => phrases.get(phrase.span.start) ?? null);
  const others = work.sentence.nounPhrases.filter(
    ({ firstToken, span }) => firstToken >= subject.to && firstToken < clause.to && phrases.has(span.start),
  );
  if (others.length > 0 || causes.some((cause) => cause === null)) return null;
  const cause = union(causes.flatMap((each) => (each === null ? [] : [each])));
  const start = from.sentence.tokens[echo.from]?.span.start ?? 0;
  const text = mending.text.slice(start, from.sentence.tokens[echo.to - 1]?.span.end ?? start);
  const isOpening = /^\p{Lu}/u.test(work.draft.tokens[subject.from]?.text ?? "");
  const isName = from.sentence.tokens[echo.from]?.tag === "PROPN";
  const head = text.charAt(0);
  work.draft.replaceRange(subject, `${isOpening ? head.toUpperCase() : isName ? head : head.toLowerCase()}${text.slice(1)}`, cause);
  const plural = echo.phrases.length > 1 || echo.phrases.some((phrase) => phrase.plural);
  const wasPlural = subject.members.length > 1 || first.phrase.plural;
  if (plural !== wasPlural) mending.numbers.set(subject.members.at(-1)?.phrase.span.start ?? 0, { plural, cause });
  return cause;
}

/** "[Likewise,] the man is tired", "The man is there[, too]": like nobody who is left. */
function dropAlikeness({ draft, tree }: SentenceWork, cause: Cause): void {
  const { from: end } = tree.end;
  const textAt = (at: number): string => draft.tokens[at]?.text ?? "";
  if (/^(?:likewise|similarly)$/i.test(textAt(0)) && textAt(1) === ",") draft.drop({ from: 0, to: 2 }, cause);
  const length = /^too$/i.test(textAt(end - 1)) ? 1 : /^as well$/i.test(`${textAt(end - 2)} ${textAt(end - 1)}`) ? 2 : 0;
  if (length > 0) draft.drop({ from: textAt(end - length - 1) === "," ? end - length - 1 : end - length, to: end }, cause);
}

/** Why a clause cannot say what it said: its subject or what is done is lost. */
function coreLoss(clause: Clause | undefined, phrases: ReadonlyMap<number, Cause>): Cause | null {
  const lists = [clause?.subject, ...(clause?.verbPhrases.members.map(({ object }) => object) ?? [])];
  for (const list of lists) {
    const causes = list?.members.map(({ phrase }) => phrases.get(phrase.span.start) ?? null) ?? [];
    if (causes.length > 0 && causes.every((cause) => cause !== null))
      return union(causes.flatMap((cause) => (cause === null ? [] : [cause])));
  }
  return null;
}

/** The nouns that a range of tokens says the same of; null where it is no echo. */
function echoIn({ sentence }: SentenceWork, { from, to }: TokenRange): Echo | null {
  const { tokens } = sentence;
  if (to - from > LONGEST) return null;
  const words = tokens.slice(from, to).map(({ text }) => text.toLowerCase());
  const isNamed = ({ firstToken, isThing, text }: NounPhrase): boolean =>
    isThing && firstToken >= from && firstToken < to && !/^the same\b/i.test(text);
  const all = sentence.nounPhrases.filter(isNamed);
  const [first] = all;
  const last = all.at(-1);
  if (first === undefined || last === undefined) return null;
  const before = words.slice(0, first.firstToken - from).map((word) => `${word} `);
  const behind = words.slice(last.endToken - from).map((word) => ` ${word}`);
  const between = words.slice(first.firstToken - from, last.endToken - from).join(" ");
  if (/\b(?:is|are|was|were)\b/.test(between)) return null;
  const isEcho = behind.length === 0 ? BEFORE.test(before.join("")) : before.length === 0 && BEHIND.test(behind.join(""));
  return isEcho ? { from: first.firstToken, to: last.endToken, phrases: all } : null;
}

/** Tokens of an echo at most. */
const LONGEST = 16;
