/** Which clauses of a sentence cannot stay without another: those without subject, fragments, and "because …". */
import { targetOf } from "../language/vocabulary/look-up.js";
import type { Doom } from "./doom.js";
import type { Cause, Draft } from "./draft.js";
import type { Clause, Series, VerbPhrase } from "./structure/tree.js";

/** A clause after one of these can stand alone once the word is gone; "because", "if", "as if" mean nothing without their main clause. */
const PROMOTABLE: ReadonlySet<string> = new Set("while whilst whereas as although though".split(" "));

/** Gives clauses the fate of those they lean on. */
export function bindClauses({ members, separators }: Series<Clause>, fates: (Cause | null)[], draft: Draft): void {
  members.forEach((clause, index) => {
    const before = members[index - 1];
    if (before === undefined || clause.to === clause.from) return;
    const separator = separators[index - 1];
    const lostBefore = fates[index - 1] ?? null;
    const own = fates[index] ?? null;
    const isContinuation = clause.subject === null && clause.there === null && clause.subordinator === null && clause.leads.length === 0;
    const isExplained = separator !== undefined && /^(?::|—|–)$/.test(draft.tokens[separator.from]?.text ?? "");
    const isFragment = clause.verbPhrases.members.length === 0 && (isExplained || before.verbPhrases.members.length > 0);
    if (own === null && lostBefore !== null && (isContinuation || isFragment || contrasts(clause, draft) || needsMain(clause, draft)))
      fates[index] = lostBefore;
    if (own !== null && lostBefore === null && isExplained && isLabel(before, draft)) fates[index - 1] = own;
    const isJoined = separator !== undefined && separator.from === separator.to;
    if (own !== null && lostBefore === null && isJoined && (isContinuation || opens(before, draft))) fates[index - 1] = own;
  });
  const [first] = members;
  const condition = fates[0] ?? null;
  if (condition !== null && members.length > 1 && isCondition(first, draft)) fates[1] ??= condition;
  const main = fates[1] ?? null;
  if (first !== undefined && members.length > 1 && main !== null && fates[0] === null && needsMain(first, draft)) fates[0] = main;
}

/** "Step 2: …", "Foreground: …", "Animals: …": counts or sorts what follows, and says nothing by itself. */
function isLabel({ from, to, there, verbPhrases }: Clause, { sentence }: Draft): boolean {
  if (to - from === 2 && /^\d+$/.test(sentence.tokens[to - 1]?.text ?? "")) return true;
  if (there !== null || verbPhrases.members.length > 0) return false;
  return sentence.nounPhrases
    .filter(({ firstToken, endToken }) => firstToken >= from && endToken <= to)
    .every(({ isThing, determiner, category }) => !isThing || (determiner === null && targetOf(category).classes.length > 1));
}

/** "It looks like [there is …]", "I think that [a dog …]": nothing without what follows. */
function opens({ to }: Clause, { tokens }: Draft): boolean {
  return /^(?:like|that|whether|if)$/i.test(tokens[to - 1]?.text ?? "");
}

/** "If the dog barks, the man will wake": not what he will do otherwise. */
function isCondition(first: Clause | undefined, { tokens }: Draft): boolean {
  return /^(?:if|unless)$/i.test(tokens[first?.subordinator?.from ?? -1]?.text ?? "");
}

function needsMain(clause: Clause, draft: Draft): boolean {
  if (clause.subordinator === null) return false;
  if (clause.verbPhrases.members.length === 0) return true;
  const { from, to } = clause.subordinator;
  const word = draft.tokens[from]?.text.toLowerCase() ?? "";
  if (to - from > 1 || !PROMOTABLE.has(word)) return true;
  return word === "as" && !(clause.subject?.members.every(({ phrase }) => phrase.isThing) ?? clause.there !== null);
}

/** "while others …": others than those of the clause before. */
function contrasts({ subject }: Clause, draft: Draft): boolean {
  const phrase = subject?.members[0]?.phrase;
  if (phrase === undefined) return false;
  const words = draft.tokens.slice(phrase.firstToken, phrase.endToken).map(({ text }) => text.toLowerCase());
  return /^(?:others|the others?|the rest)$/.test(words.join(" "));
}

/**
 * "A man rides a bicycle while holding an umbrella." without the bicycle: what he does beside it is all that he does. Where the first
 * clause keeps its subject alone ("there is a man") only "while" goes; where it would go whole the action becomes its verb.
 */
export function handOver(
  { members }: Series<Clause>,
  fates: (Cause | null)[],
  { draft, doom }: { readonly draft: Draft; readonly doom: Doom },
): void {
  members.forEach((clause, index) => {
    const action = actionOf(members[index + 1], draft);
    const [verb, otherVerb] = clause.verbPhrases.members;
    const [subject, otherSubject] = clause.subject?.members ?? [];
    if (action === null || verb === undefined || otherVerb !== undefined || subject === undefined || clause.subordinator !== null) return;
    if ((fates[index + 1] ?? null) !== null) return;
    const own = fates[index] ?? null;
    const isPlural = otherSubject !== undefined || subject.phrase.plural || /^they$/i.test(subject.phrase.text);
    if (own === null) {
      const stripped = draft.causeAt(verb.verb.from);
      if (stripped !== null) draft.drop({ from: clause.to, to: action }, stripped);
      return;
    }
    if (otherSubject !== undefined || doom.phrases.has(subject.phrase.span.start)) return;
    // "The image captures a man while riding": the picture rides nothing.
    if (!subject.phrase.isThing && !/^(?:he|she|it|they)$/i.test(subject.phrase.text)) return;
    fates[index] = null;
    draft.drop({ from: verb.from, to: action }, own);
    draft.insertBefore(action, isPlural ? "are" : "is", own);
  });
}

/** Where "holding" of "while holding an umbrella" stands; null for any other clause. */
export function actionOf(clause: Clause | undefined, draft: Draft): number | null {
  if (clause === undefined || clause.subordinator === null || clause.subject !== null || clause.there !== null) return null;
  if (!/^(?:while|whilst)$/i.test(draft.tokens[clause.subordinator.from]?.text ?? "")) return null;
  const [lead] = clause.leads;
  const isAction = lead?.kind === "participle" && lead.phrase.verb.verb?.form === "ing";
  return isAction && lead.from === clause.subordinator.to ? lead.from : null;
}

/** Whether a clause says where, and of nothing that anything is there. */
export function isPlaceOnly({ leads, subject, there, verbPhrases, rest }: Clause): boolean {
  if (subject !== null || there !== null || verbPhrases.members.length > 0) return false;
  return [...leads, ...rest].every(({ kind }) => kind === "preposition");
}

/** Whether the subject of a verb that came before it can follow "there" as well. */
export function opensWithThere({ verb, object }: VerbPhrase): boolean {
  return (
    object !== null &&
    /^(?:is|are|stands?|sits?|lies?|hangs?|rests?)$/i.test(verb.word) &&
    object.members.every(({ phrase }) => phrase.determiner !== "the")
  );
}
