/** Claims that join things: positions, deeds, parts. From what a sentence's reader has found to drafts. */
import type { SpatialPredicate } from "../domain/claim.js";
import { cover, type Span } from "../domain/span.js";
import { attributeTypeOf, OPINIONS } from "../language/vocabulary/qualities.js";
import type { Draft } from "./draft.js";
import type { Reference } from "./memory.js";
import { actionInWords, attributeInWords, placeInWords } from "./wording.js";

/** What the claim's clause says of all its claims. */
export interface Clause {
  readonly sentence: number;
  readonly negated: boolean;
  readonly hedged: boolean;
}

/** The smallest range over the words of a claim, those that stand in the text. */
function spanOf(words: Span, references: readonly Reference[]): Span {
  return cover(words, ...references.flatMap(({ mention }) => (mention.span === null ? [] : [mention.span])));
}

/** @param beside all colors that the text gives the subject, where the value is one of them */
export function attributeDraft(clause: Clause, subject: Reference, value: string, words: Span, beside: readonly string[] = []): Draft {
  return {
    ...clause,
    kind: "attribute",
    text: attributeInWords(subject.entity, value, clause.negated),
    span: spanOf(words, [subject]),
    object: subject.mention,
    attribute: { type: attributeTypeOf(value.split(" ").at(-1) ?? value), value, ...(beside.length > 1 ? { beside } : {}) },
  };
}

/** @param words where the preposition stands */
export function placeDraft(
  clause: Clause,
  subject: Reference,
  predicate: SpatialPredicate,
  targets: readonly Reference[],
  words: Span,
): Draft {
  const entities = targets.map(({ entity }) => entity);
  return {
    ...clause,
    kind: "relation",
    text: placeInWords(subject.entity, predicate, entities, clause.negated),
    span: spanOf(words, [subject, ...targets]),
    object: subject.mention,
    relation: { predicate, type: "spatial", targets: targets.map(({ mention }) => mention) },
  };
}

/** @param verb as it follows the subject in words: "is holding", "does not have" */
export function actionDraft(
  clause: Clause,
  subject: Reference,
  relation: { readonly predicate: string; readonly type: "action" | "part" | "other"; readonly verb: string },
  target: Reference,
  words: Span,
): Draft {
  return {
    ...clause,
    kind: "relation",
    text: actionInWords(subject.entity, clause.negated ? notIn(relation.verb) : relation.verb, target.entity),
    span: spanOf(words, [subject, target]),
    object: subject.mention,
    relation: { predicate: relation.predicate, type: relation.type, targets: [target.mention] },
  };
}

/** "is looking at" → "is not looking at", where its verb does not say so yet. */
function notIn(verb: string): string {
  return /\b(?:not|no|never)\b|n['’]t\b/i.test(verb) ? verb : verb.replace(/^(is|are|was|were)\b/, "$1 not");
}

/** Whether an adjective after "is" states something that can be seen. */
export function isQuality(word: string): boolean {
  return !OPINIONS.has(word);
}
