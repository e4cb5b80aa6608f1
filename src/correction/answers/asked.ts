/** Which claims of an answer are about what was asked: only they turn it. What the writer added is mended like any other text. */
import type { Claim } from "../../domain/claim.js";
import type { JudgedClaim } from "../../domain/judgement.js";
import { numberInWords } from "../../language/grammar/numbers.js";
import { parse } from "../../language/parse.js";
import type { SentenceWork } from "../mending.js";

/** What a question speaks of. */
export interface Question {
  /** The sentence that asks. */
  readonly text: string;
  readonly categories: ReadonlySet<string>;
  /** Lower case. */
  readonly words: ReadonlySet<string>;
}

/** @param text null where no question is known */
export function questionOf(text: string | null): Question | null {
  if (text === null) return null;
  const { sentences } = parse(text);
  return {
    text:
      sentences
        .findLast(({ tokens }) => tokens.at(-1)?.text === "?")
        ?.tokens.map(({ text: word }) => word)
        .join(" ") ?? text,
    categories: new Set(sentences.flatMap(({ nounPhrases }) => nounPhrases.map(({ category }) => category))),
    words: new Set(sentences.flatMap(({ tokens }) => tokens.map(({ text: word }) => word.toLowerCase()))),
  };
}

/** "How many dogs are there?" */
export function asksHowMany({ text }: Question): boolean {
  return /\bhow many\b/i.test(text);
}

/** "Is there a dog?", "There is a dog, isn't there?" */
export function asksWhether({ text }: Question): boolean {
  return !/\b(?:what|how|where|which|who)\b/i.test(text);
}

/** "Is there a dog or a cat?": that one is not there does not make it a no. */
export function asksEither({ text }: Question): boolean {
  return /\bor\b/i.test(text) && !/\b(?:yes or no|no or yes)\b/i.test(text);
}

/** "No, the car is blue." to "Is the car red?" with a red car: what is true is what was asked. */
export function isAnsweredBy({ claim, judgement: { remedy } }: JudgedClaim, question: Question | null): boolean {
  if (question === null || remedy === null) return false;
  if (remedy.type === "count") return question.words.has(String(remedy.value)) || question.words.has(numberInWords(remedy.value));
  if (remedy.type === "predicate")
    return saysPlace(question, remedy.value) && claim.kind === "relation" && !saysPlace(question, claim.relation.predicate);
  return remedy.type === "color" && question.words.has(remedy.value);
}

/** "left" of "left_of" */
function saysPlace({ words }: Question, predicate: string): boolean {
  return predicate.split("_").some((word) => word !== "image" && word !== "of" && word !== "in" && word !== "on" && words.has(word));
}

/** Whether all that the claim speaks of stands in the question; without a question, whether it is the sentence's first thing. */
export function isAsked(claim: Claim, question: Question | null, { sentence }: SentenceWork): boolean {
  if (claim.object === null || claim.object.span === null) return true;
  if (question === null) {
    const first = sentence.nounPhrases.find(({ isThing }) => isThing);
    return first !== undefined && first.span.start <= claim.object.span.start && claim.object.span.start < first.span.end;
  }
  if (!question.categories.has(claim.object.category)) return false;
  if (claim.kind === "attribute")
    return claim.attribute.type === "color" || claim.attribute.value.split(" ").every((word) => question.words.has(word));
  if (claim.kind === "relation") return claim.relation.targets.every(({ category }) => question.categories.has(category));
  return claim.kind === "existence" || claim.kind === "count";
}
