/**
 * "A man rides an elephant on the beach." keeps the man: "There is a man on the beach." Only for a subject that is named here for the first
 * time ("a man", "two men", "the man" of a first sentence); a known one needs no second mention.
 */
import { article } from "../language/grammar/articles.js";
import type { Doom } from "./doom.js";
import type { Cause, Draft } from "./draft.js";
import { LEANING } from "./leaning.js";
import type { Clause, Member, Part, VerbPhrase } from "./structure/tree.js";

/** Deeds that reach for what "at" names: without the deed nobody is "at" it. */
const AIMING: ReadonlySet<string> = new Set("swing throw aim kick hit look stare gaze point shoot smile wave bark".split(" "));
/** One thing made of many: "there is a large group". */
const GROUP = /^an?\s+(?:\w+\s+)?(?:group|crowd|herd|flock|bunch|row|line|set|collection|pair|team|stack|pile)\b/i;

interface Rescue {
  readonly draft: Draft;
  readonly doom: Doom;
  /** Indexes of the subject's members that stay. */
  readonly kept: readonly number[];
  /** Whether a part of the verb phrase has lost nothing. */
  readonly stays: (part: Part) => boolean;
  /** "while holding a flag" follows: a known subject takes it over. */
  readonly hasAction?: boolean;
}

/**
 * Turns a clause that lost all it said of its subject into one that says that the subject is there.
 * @returns false where there is nothing to keep
 */
export function rescue(clause: Clause, { draft, doom, kept, stays, hasAction = false }: Rescue, cause: Cause): boolean {
  const [phrase] = clause.verbPhrases.members;
  const { subject } = clause;
  if (clause.subordinator !== null || subject === null || phrase === undefined || clause.verbPhrases.members.length !== 1) return false;
  const first = subject.members[kept[0] ?? 0];
  const deed = clause.leads[0];
  if (
    first !== undefined &&
    deed !== undefined &&
    clause.leads.length === 1 &&
    kept.length === 1 &&
    takeUp(clause, deed, first, draft, cause)
  )
    return true;
  if (first === undefined || !isNew(first, draft, doom) || phrase.verb.verb?.negated === true) return false;
  if (first.phrase.determiner === "the" && (hasAction || phrase.verb.verb?.isCopula === true)) return false;
  const isPlural = first.phrase.plural && !GROUP.test(first.phrase.text);
  // "the people": the article goes, and with it what is put before it.
  const losesArticle = first.phrase.determiner === "the" && first.phrase.plural;
  draft.insertBefore(first.phrase.firstToken + (losesArticle ? 1 : 0), isPlural ? "there are" : "there is", cause);
  if (first.phrase.determiner === "the") makeIndefinite(draft, first, cause);
  if (clause.subjectTrail !== null) draft.drop(clause.subjectTrail, cause);
  const lemma = phrase.verb.verb?.lemma ?? "";
  dropAround(
    phrase.parts.filter((part) => isPlaceBeside(part, lemma) && stays(part)),
    phrase,
    draft,
    cause,
  );
  return true;
}

/** "Holding a leash, the man walks his dog." without the dog: "The man is holding a leash." */
function takeUp({ to }: Clause, lead: Part, { phrase }: Member, draft: Draft, cause: Cause): boolean {
  const isDeed = lead.kind === "participle" && lead.phrase.verb.verb?.form === "ing" && lead.trail !== null;
  if (!isDeed || lead.trail === null || draft.isDropped(lead.from)) return false;
  const words = draft.tokens.slice(phrase.firstToken, phrase.endToken).map(({ text }) => text);
  draft.insertBefore(lead.from, `${words.join(" ")} ${phrase.plural ? "are" : "is"}`, cause);
  draft.drop({ from: lead.trail.from, to }, cause);
  return true;
}

function isNew({ phrase }: Member, draft: Draft, doom: Doom): boolean {
  if (!phrase.isThing) return false;
  const { determiner } = phrase;
  if (determiner === "the" && LEANING.test(draft.tokens[phrase.firstToken + 1]?.text ?? "")) return false;
  if (determiner === "the") return doom.named.has(phrase.span.start) && /^the$/i.test(draft.tokens[phrase.firstToken]?.text ?? "");
  if (determiner === "a" || determiner === "an" || determiner === "some" || determiner === "several" || determiner === "another")
    return true;
  if (/^one$/i.test(draft.tokens[phrase.firstToken]?.text ?? "")) return false;
  return determiner === null && (phrase.quantity !== null || phrase.plural) && draft.tokens[phrase.firstToken]?.tag !== "PRON";
}

/** "the man" → "a man", "the two men" → "two men". */
function makeIndefinite(draft: Draft, { phrase }: Member, cause: Cause): void {
  const at = phrase.firstToken;
  if (phrase.plural) draft.drop({ from: at, to: at + 1 }, cause);
  else draft.replace(at, article(draft.tokens[at + 1]?.text ?? ""), cause);
}

function headWord(part: Part): string {
  return part.kind === "preposition" ? part.head.word : "";
}

/** A place that can be said of a thing as well as of the deed: not "at a ball" of "swings at a ball". */
export function isPlaceBeside(part: Part, lemma: string): boolean {
  return (
    !(headWord(part) === "at" && AIMING.has(lemma)) &&
    part.kind === "preposition" &&
    part.separator === null &&
    part.list !== null &&
    /^(?:on|in|at|near|next to|behind|in front of|beside|by|under)/.test(part.head.word)
  );
}

/** Drops all of a verb phrase but the given parts of it. */
export function dropAround(stays: readonly Part[], { from, to }: VerbPhrase, draft: Draft, cause: Cause): void {
  let start = from;
  for (const part of stays) {
    draft.drop({ from: start, to: part.from }, cause);
    start = part.to;
  }
  draft.drop({ from: start, to }, cause);
}
