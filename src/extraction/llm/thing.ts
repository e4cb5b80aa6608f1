/** A thing that a model names by the response's words, found again in the response as the rules would find it. */
import type { Mention } from "../../domain/claim.js";
import { overlaps, type Span } from "../../domain/span.js";
import { singular } from "../../language/grammar.js";
import type { NounPhrase, Passage, Sentence } from "../../language/passage.js";
import { categoryOf } from "../../language/vocabulary/look-up.js";
import type { Entity } from "../memory.js";
import { locate } from "./locate.js";

export interface Thing {
  readonly mention: Mention;
  readonly entity: Entity;
}

/** @returns null where neither the sentence nor the question names it */
export function thingIn(words: string, passage: Passage, sentence: Sentence, asked: Passage | null): Thing | null {
  const place = locate(passage.text, words, sentence.span);
  if (place !== null) return thingAt(passage.text, place, sentence.nounPhrases);
  const inQuestion = asked === null ? null : locate(asked.text, words, { start: 0, end: asked.text.length });
  if (asked === null || inQuestion === null) return null;
  const { mention, entity } = thingAt(
    asked.text,
    inQuestion,
    asked.sentences.flatMap(({ nounPhrases }) => nounPhrases),
  );
  return { mention: { ...mention, span: null }, entity };
}

function thingAt(text: string, place: Span, phrases: readonly NounPhrase[]): Thing {
  const phrase = phrases.findLast(({ head, isThing }) => isThing && overlaps(head, place));
  if (phrase !== undefined) {
    const words = text.slice(phrase.head.start, phrase.head.end).toLowerCase();
    const { category, plural } = phrase;
    return {
      mention: { phrase: phrase.text, category, span: phrase.span },
      entity: { category, noun: singular(words), words, plural, isThing: true },
    };
  }
  const written = text.slice(place.start, place.end);
  const words = written.toLowerCase().split(/\s+/).at(-1) ?? "";
  const noun = singular(words);
  const category = categoryOf(noun) ?? noun;
  return {
    mention: { phrase: written, category, span: place },
    entity: { category, noun, words, plural: noun !== words, isThing: true },
  };
}
