/** Denials that are wrong: "There is no dog." with a dog there. The denied member of a list goes; a single denial turns into its opposite. */
import type { JudgedClaim } from "../domain/judgement.js";
import type { NounPhrase, Sentence } from "../language/passage.js";
import { joinOnly } from "./answers/only.js";
import { phraseAt } from "./doom.js";
import type { Cause } from "./draft.js";
import { type Mending, type SentenceWork, tokensIn, workAt } from "./mending.js";
import { affirm } from "./negation.js";

export function mendDenial(mending: Mending, { claim }: JudgedClaim, refutedDenials: ReadonlySet<number>): void {
  const cause = [claim.id];
  const work = workAt(mending, claim.object?.span ?? claim.span);
  if (work === null) return;
  const phrase = claim.object === null || claim.object.span === null ? null : phraseAt(work.sentence, claim.object.span);
  if (phrase !== null && claim.kind === "existence" && standsInList(phrase, work.sentence, refutedDenials)) {
    mending.phrases.set(phrase.span.start, cause);
    const next = nextPhrase(work.sentence, phrase);
    const leads = phrase.determiner === "no" && next !== null && next.determiner === null && !refutedDenials.has(next.span.start);
    if (leads) work.draft.insertBefore(next.firstToken, "no", cause);
    return;
  }
  if (answersNone(work, mending.questions.get(work.sentence.index) ?? "", cause)) return;
  const within = tokensIn(work.sentence, claim.span);
  const sentence = { from: 0, to: work.sentence.tokens.length };
  const isSubject = phrase === null ? false : affirm(work.draft, { from: 0, to: 0 }, phrase, cause);
  if (isSubject) {
    joinAlike(work, phrase?.endToken ?? within.to, cause);
    joinOnly(work, phrase?.endToken ?? within.to, cause);
    return;
  }
  const before = phrase === null ? within : { from: Math.max(0, phrase.firstToken - MAX_REACH), to: phrase.endToken + MAX_REACH };
  const range = claim.kind === "existence" ? before : { from: within.from, to: Math.max(within.to, 0) };
  if (affirm(work.draft, range, phrase, cause) || affirm(work.draft, sentence, phrase, cause)) joinAlike(work, within.to, cause);
  else mending.gone.set(work.sentence.index, cause);
}

/** "How many dogs are there?" "None.": some are, and how many is not known. */
function answersNone({ sentence, draft }: SentenceWork, question: string, cause: Cause): boolean {
  // "No dogs."
  if (/\bhow many\b/i.test(question) && /^no$/i.test(sentence.tokens[0]?.text ?? "") && sentence.nounPhrases[0]?.plural === true) {
    if (sentence.tokens.slice(sentence.nounPhrases[0].endToken).some(({ tag }) => tag !== "PUNCT")) return false;
    draft.replace(0, /^N/.test(sentence.tokens[0]?.text ?? "") ? "Some" : "some", cause);
    return true;
  }
  const at = sentence.tokens.findIndex(({ text }) => /^(?:none|zero|0)$/i.test(text));
  const words = sentence.tokens.filter(({ tag }) => tag !== "PUNCT").length;
  if (at < 0 || (words > 1 && !/^none$/i.test(sentence.tokens[at]?.text ?? ""))) return false;
  // "There is none."
  if (words > 1) draft.replace(at, /^(?:is|was|['’]s)$/i.test(draft.tokens[at - 1]?.text ?? "") ? "one" : "some", cause);
  else draft.replace(at, /\bhow many\b/i.test(question) ? "At least one" : "Some", cause);
  return true;
}

/** "does not show a dog, but it shows a cat": once both are there nothing is set against anything, and "but" becomes "and". */
export function joinAlike({ draft, tree }: SentenceWork, from: number, cause: Cause): void {
  const { members, separators } = tree.clauses;
  const at = separators.findIndex((separator, index) => separator.to >= from && (members[index + 1]?.from ?? 0) >= from);
  const separator = separators[at];
  const next = members[at + 1];
  if (separator === undefined || next === undefined || next.verbPhrases.members.some(({ verb }) => verb.verb?.negated === true)) return;
  const holdsNo = draft.tokens.slice(next.from, next.to).some(({ text }) => /^(?:no|not|n['’]t|never|neither)$/i.test(text));
  const word = separator.to - 1;
  if (!holdsNo && /^but$/i.test(draft.tokens[word]?.text ?? "")) draft.replace(word, "and", cause);
}

/** How far from its noun a denial is looked for first, in tokens. */
const MAX_REACH = 6;

/** Whether another noun of the same denied list stays: "no cars or people" with cars there is "no people". */
function standsInList(phrase: NounPhrase, sentence: Sentence, refuted: ReadonlySet<number>): boolean {
  return neighbors(sentence, phrase).some((other) => {
    if (refuted.has(other.span.start) || /^(?:only|just)$/i.test(sentence.tokens[other.firstToken]?.text ?? "")) return false;
    const [left, right] = other.firstToken < phrase.firstToken ? [other, phrase] : [phrase, other];
    const between = sentence.tokens.slice(left.endToken, right.firstToken);
    return between.length > 0 && between.length <= 2 && between.every(({ text }) => /^(?:,|or|and|nor)$/i.test(text));
  });
}

/** The noun phrases right before and after; few tokens away. */
function neighbors(sentence: Sentence, phrase: NounPhrase): readonly NounPhrase[] {
  const before = sentence.tokens[phrase.firstToken - 2] ?? null;
  const comma = sentence.tokens[phrase.firstToken - 3] ?? null;
  const after = nextPhrase(sentence, phrase);
  const left = [before, comma].map((token) => (token === null ? null : phraseAt(sentence, token.span))).find((found) => found !== null);
  return [left, after].flatMap((found) => (found === null || found === undefined || found === phrase ? [] : [found]));
}

function nextPhrase(sentence: Sentence, phrase: NounPhrase): NounPhrase | null {
  for (let at = phrase.endToken + 1; at <= phrase.endToken + 2; at += 1) {
    const token = sentence.tokens[at];
    const found = token === undefined ? null : phraseAt(sentence, token.span);
    if (found !== null) return found;
  }
  return null;
}
