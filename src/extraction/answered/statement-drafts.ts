/**
 * Reads the statement that an answer makes with its question, and gives its claims their places in the response: what the question alone
 * says stands in no place of it. Of the question's words only what it asks is asserted, not what it takes for granted.
 */
import type { ClaimKind, Mention } from "../../domain/claim.js";
import type { Span } from "../../domain/span.js";
import { parse } from "../../language/parse.js";
import type { NounPhrase, Sentence } from "../../language/passage.js";
import type { Statement } from "../asked/statement.js";
import { withoutRestrictedDenials } from "../denials.js";
import type { Draft } from "../draft.js";
import { Memory } from "../memory.js";
import { readSentence } from "../read-sentence.js";
import { stanceOf } from "../stance.js";

const BY_SPECIFICITY: readonly ClaimKind[] = ["relation", "attribute", "count", "text", "existence"];

/**
 * @param index of the answer's sentence in the response
 * @param spanIn from a place in the statement to that in the response; null where it stands in the question alone
 * @param whole place of a claim whose words stand in the question alone
 */
export function readStatement(statement: Statement, index: number, spanIn: (span: Span) => Span | null, whole: Span): readonly Draft[] {
  const [sentence] = parse(statement.text).sentences;
  if (sentence === undefined) return [];
  const skipped = sentence.tokens.map(() => false);
  const drafts = withoutRestrictedDenials(readSentence(statement.text, sentence, new Memory(), stanceOf(sentence), skipped));
  return asserted(drafts, statement, sentence).map((draft) => moved(draft, index, spanIn, whole));
}

function asserted(drafts: readonly Draft[], { answer, isExistential }: Statement, sentence: Sentence): readonly Draft[] {
  const subject = Math.min(...drafts.flatMap(({ object }) => (object?.span == null ? [] : [object.span.start])));
  const isDenied = drafts.some(({ negated }) => negated);
  const touches = (span: Span | null | undefined): boolean =>
    span !== null && span !== undefined && span.start < answer.end && answer.start < span.end;
  const ofAnswer = drafts.filter((draft) =>
    touches(draft.kind === "relation" ? draft.span : draft.kind === "attribute" ? draft.span : draft.object?.span),
  );
  if (answer.end > answer.start && !isExistential) return ofAnswer;
  const subjects = listFrom(subject, sentence);
  const ofSubject = drafts.filter(({ object, kind }) => kind !== "other" && object?.span != null && subjects.has(object.span.start));
  if (isExistential)
    return drafts.filter((draft) => ofSubject.includes(draft) || (!isDenied && draft.kind !== "existence" && draft.kind !== "count"));
  const main = BY_SPECIFICITY.find((kind) => ofSubject.some((draft) => draft.kind === kind));
  return ofSubject.filter(({ kind }) => kind === main);
}

/** Where the members of a list begin: "a dog, a cat or a horse". */
function listFrom(start: number, { tokens, nounPhrases }: Sentence): ReadonlySet<number> {
  const found = new Set([start]);
  let last: NounPhrase | undefined = nounPhrases.find(({ span }) => span.start === start);
  for (const phrase of nounPhrases) {
    if (last === undefined || phrase.firstToken <= last.firstToken) continue;
    const between = tokens.slice(last.endToken, phrase.firstToken);
    // "a bowl [of fruit] and a cat"
    if (between.length === 1 && /^of$/i.test(between[0]?.text ?? "")) {
      last = phrase;
      continue;
    }
    if (between.length === 0 || !between.every(({ text }) => /^(?:,|and|or|nor)$/i.test(text))) break;
    found.add(phrase.span.start);
    last = phrase;
  }
  return found;
}

/** From the answer's words in a statement to where they stand in the response. */
export function shifted(span: Span, { answer }: Statement, range: Span): Span | null {
  if (span.start < answer.start || span.end > answer.end) return null;
  return { start: span.start - answer.start + range.start, end: span.end - answer.start + range.start };
}

function moved(draft: Draft, sentence: number, spanIn: (span: Span) => Span | null, whole: Span): Draft {
  const mentionIn = (mention: Mention): Mention => ({ ...mention, span: mention.span === null ? null : spanIn(mention.span) });
  const span = spanIn(draft.span) ?? whole;
  switch (draft.kind) {
    case "relation":
      return {
        ...draft,
        sentence,
        span,
        object: mentionIn(draft.object),
        relation: { ...draft.relation, targets: draft.relation.targets.map(mentionIn) },
      };
    case "existence":
    case "count":
    case "attribute":
      return { ...draft, sentence, span, object: mentionIn(draft.object) };
    case "text":
    case "other":
      return { ...draft, sentence, span, object: draft.object === null ? null : mentionIn(draft.object) };
    default:
      return draft satisfies never;
  }
}
