/** Makes verbs agree again with subjects that lost members or changed their number. A verb that agreed and still does is not touched. */
import { pluralVerb, singularVerb } from "../language/grammar/verbs.js";
import type { Cause, Draft } from "./draft.js";
import type { Survivors } from "./prune.js";
import type { Clause, List, Part, SentenceTree, VerbPhrase } from "./structure/tree.js";

/** New grammatical number of noun phrases that were rewritten, by the offset where they begin. */
export type NumberChanges = ReadonlyMap<number, { readonly plural: boolean; readonly cause: Cause }>;

interface Agreeing {
  readonly draft: Draft;
  readonly survivors: Survivors;
  readonly numbers: NumberChanges;
  /** For verbs whose subject lost members: claims of the sentence. */
  readonly cause: Cause;
}

export function agree(tree: SentenceTree, agreeing: Agreeing): void {
  for (const clause of tree.clauses.members) agreeClause(clause, agreeing);
}

function agreeClause(clause: Clause, agreeing: Agreeing): void {
  const [first] = clause.verbPhrases.members;
  const isPresented = clause.there !== null || (clause.subject === null && clause.leads.length > 0);
  if (isPresented && first !== undefined && first.object !== null) agreePresented(first, first.object, agreeing);
  else if (clause.subject !== null) agreeAll(clause.verbPhrases.members, numberChange(clause.subject, agreeing), agreeing);
  visitLists(clause, agreeing);
}

interface Change {
  readonly plural: boolean;
  readonly cause: Cause;
}

/** Whether the list reads as plural now where it did not before, or the other way round; null where nothing changed. */
function numberChange(list: List, { survivors, numbers, cause, draft }: Agreeing): Change | null {
  const kept = survivors.get(list) ?? list.members.map((_, index) => index);
  const isOr = list.separators.some(({ to }) => /^(?:or|nor)$/i.test(draft.tokens[to - 1]?.text ?? ""));
  const before = list.members.length > 1 && !isOr ? true : (list.members.at(-1)?.phrase.plural ?? false);
  const last = list.members[kept.at(-1) ?? 0];
  if (last === undefined) return null;
  const isEachOfBoth = /^both$/i.test(draft.tokens[last.phrase.firstToken]?.text ?? "") && /^an?$/.test(last.phrase.determiner ?? "");
  const changed = numbers.get(last.phrase.span.start);
  const after = kept.length > 1 && !isOr ? true : (changed?.plural ?? (last.phrase.plural && !isEachOfBoth));
  return after === before && changed === undefined ? null : { plural: after, cause: changed?.cause ?? cause };
}

/** "There are two dogs and a cat" → "There is a cat": the verb goes with the first that stays. */
function agreePresented(phrase: VerbPhrase, list: List, agreeing: Agreeing): void {
  const { survivors, numbers, cause, draft } = agreeing;
  const isTouched = survivors.has(list) || list.members.some((member) => numbers.has(member.phrase.span.start));
  if (!isTouched) return;
  const kept = survivors.get(list) ?? list.members.map((_, index) => index);
  const first = list.members[kept[0] ?? 0];
  if (first === undefined) return;
  const changed = numbers.get(first.phrase.span.start);
  const plural = changed?.plural ?? first.phrase.plural;
  if (!plural && changed === undefined && kept.length > 1 && !/^(?:is|was|'s|’s)$/i.test(draft.textAt(phrase.verb.from))) return;
  setNumber(phrase, { plural, cause: changed?.cause ?? cause }, draft);
}

function agreeAll(phrases: readonly VerbPhrase[], change: Change | null, { draft }: Agreeing): void {
  if (change === null) return;
  for (const phrase of phrases) setNumber(phrase, change, draft);
}

function setNumber({ verb }: VerbPhrase, { plural, cause }: Change, draft: Draft): void {
  if (verb.verb?.form !== "finite" || draft.isDropped(verb.from)) return;
  const token = draft.tokens[verb.from];
  if (token === undefined) return;
  const isBase = token.text.toLowerCase() === token.lemma || /^(?:are|were|have|do|go|'re|’re)$/i.test(token.text);
  const text = plural ? pluralVerb(token.text, token.lemma) : isBase ? singularVerb(token.text) : token.text;
  if (text !== token.text) draft.replace(verb.from, text, cause);
}

/** Relative clauses agree with the noun before them: "two dogs that are asleep". */
function visitLists(clause: Clause, agreeing: Agreeing): void {
  if (clause.subject !== null) visitList(clause.subject, agreeing);
  for (const phrase of clause.verbPhrases.members) visitVerbPhrase(phrase, agreeing);
  for (const part of [...clause.leads, ...clause.rest]) visitPart(part, agreeing);
}

function visitVerbPhrase({ object, parts }: VerbPhrase, agreeing: Agreeing): void {
  if (object !== null) visitList(object, agreeing);
  for (const part of parts) visitPart(part, agreeing);
}

function visitList(list: List, agreeing: Agreeing): void {
  for (const { phrase, parts } of list.members) {
    const changed = agreeing.numbers.get(phrase.span.start);
    for (const part of parts) {
      if (changed !== undefined && changed.plural !== phrase.plural && part.kind === "relative" && part.clause.subject === null) {
        agreeAll(part.clause.verbPhrases.members, changed, agreeing);
      }
      visitPart(part, agreeing);
    }
  }
  for (const part of list.parts) visitPart(part, agreeing);
}

function visitPart(part: Part, agreeing: Agreeing): void {
  switch (part.kind) {
    case "preposition":
      if (part.list !== null) visitList(part.list, agreeing);
      if (part.inner !== null) visitPart(part.inner, agreeing);
      return;
    case "participle":
      visitVerbPhrase(part.phrase, agreeing);
      return;
    case "relative":
      agreeClause(part.clause, agreeing);
      return;
    case "apposition":
      visitList(part.list, agreeing);
      return;
    default:
      return;
  }
}
