/** What is left to say of a thing that is not there, and of what was said of it. */
import type { JudgedClaim } from "../../domain/judgement.js";
import { contains } from "../../domain/span.js";
import type { NounPhrase } from "../../language/passage.js";
import type { Cause } from "../draft.js";
import type { Mending, SentenceWork } from "../mending.js";
import { isBareAmount } from "../negation.js";
import type { Clause } from "../structure/tree.js";

/** The claim that denies, in words: "there is no dog". */
export function denialOf({ claim }: JudgedClaim): string {
  return claim.text.replace(/^there (is|are) (?:an? )?/, "there $1 no ");
}

/** Denies a noun phrase: "there are no dogs". */
export function denialOfPhrase({ plural, firstToken, endToken, head }: NounPhrase, { sentence }: SentenceWork): string {
  const noun = sentence.tokens.slice(firstToken, endToken).filter(({ span }) => span.end > head.start);
  return `there ${plural ? "are" : "is"} no ${noun.map(({ text }) => text).join(" ")}`;
}

/**
 * "Yes, a grey one is standing there.", "Yes, it is asleep.": what is not there is named by the question alone, and denying what it does
 * would still say that there is one.
 * @returns what denies it, "there is no dog"; null where it is something else that the clause speaks of
 */
export function unnamedThing(clause: Clause, asked: readonly JudgedClaim[], refuted: readonly JudgedClaim[]): string | null {
  const lost = asked.find(({ claim }) => claim.kind === "existence" && claim.object.span === null && !claim.negated);
  const [verb] = clause.verbPhrases.members;
  if (lost === undefined || verb === undefined) return null;
  const words = denialOf(lost);
  // "there is a grey one"
  if (clause.there !== null) return verb.object === null && clause.to > verb.verb.to ? words : null;
  const subject = clause.subject?.members[0]?.phrase;
  if (subject === undefined) return null;
  const { span } = subject;
  if (/^(?:it|they|he|she)$/i.test(subject.text) && clause.to > verb.verb.to) return words;
  const isMeant = refuted.some(
    ({ claim }) => claim.object?.category === lost.claim.object?.category && claim.object?.span?.start === span.start,
  );
  return isMeant || isBareAmount(subject) ? words : null;
}

/** "Yes, a dog is lying there.": denying where it lies would still say that there is one. */
export function lostSubject(clause: Clause | undefined, asked: readonly JudgedClaim[]): NounPhrase | null {
  const [member, other] = clause?.subject?.members ?? [];
  if (member === undefined || other !== undefined || clause?.there !== null) return null;
  const { span } = member.phrase;
  const isLost = asked.some(({ claim }) => claim.kind === "existence" && claim.object.span !== null && contains(span, claim.object.span));
  return isLost && member.phrase.isThing ? member.phrase : null;
}

/** What a comma sets off says more of a thing that is not there; "the image does not show a dog [lying on the grass]" would show another. */
export function dropAsides(draft: SentenceWork["draft"], clause: Clause, cause: Cause, isWhole: boolean): void {
  for (const phrase of clause.verbPhrases.members) {
    const parts = [...phrase.parts, ...(phrase.object?.parts ?? []), ...(phrase.object?.members.flatMap(({ parts: own }) => own) ?? [])];
    for (const part of parts) {
      const saysMore = part.separator !== null || part.kind === "relative" || (isWhole && part.kind === "participle");
      if (saysMore) draft.drop({ from: part.separator?.from ?? part.from, to: part.to }, cause);
    }
  }
}

/** "Yes, there is a brown dog." to "Is there a dog?" becomes "No, there is no dog." */
export function dropUnaskedAdjectives({ work, questions }: Mending, sentence: number, cause: Cause): void {
  const own = work[sentence];
  const question = questions.get(sentence);
  if (own === undefined || question === undefined) return;
  const asked = new Set(question.toLowerCase().split(/[^\p{L}]+/u));
  for (const phrase of own.sentence.nounPhrases) {
    for (let at = phrase.firstToken; at < phrase.endToken - 1; at += 1) {
      const token = own.sentence.tokens[at];
      // "several dogs": the word says "no" by now.
      if (token !== undefined && own.draft.textAt(at) !== token.text) continue;
      if (token !== undefined && token.tag === "ADJ" && token.span.end <= phrase.head.start && !asked.has(token.text.toLowerCase())) {
        own.draft.drop({ from: at, to: at + 1 }, cause);
      }
    }
    if (own.tree.clauses.members.some(({ there }) => there !== null)) return;
  }
}
