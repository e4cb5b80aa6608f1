/**
 * From what a model says that a sentence claims to a claim whose every part stands in the response. A part that is not there was invented,
 * and its claim is dropped: a wrong claim costs more than a missing one.
 */
import { type Mention, type Quantity, SPATIAL_PREDICATES, type SpatialPredicate } from "../../domain/claim.js";
import { cover, type Span } from "../../domain/span.js";
import type { Passage, Sentence } from "../../language/passage.js";
import { COLLECTIVES, numberOf, VAGUE_NUMBERS } from "../../language/vocabulary/numbers.js";
import { PICTURE_PLACES, SPATIAL_PREPOSITIONS } from "../../language/vocabulary/prepositions.js";
import { attributeTypeOf } from "../../language/vocabulary/qualities.js";
import type { Draft } from "../draft.js";
import { actionInWords, attributeInWords, countInWords, existenceInWords, placeInWords } from "../wording.js";
import { locate } from "./locate.js";
import type { StatedClaim } from "./reply-form.js";
import { type Thing, thingIn } from "./thing.js";

interface Ground {
  readonly passage: Passage;
  readonly sentence: Sentence;
  /** The words that the model pointed at. */
  readonly span: Span;
  readonly words: string;
}

/**
 * @param asked the question that the response answers: a thing may be named there alone
 * @returns null where the response does not say it
 */
export function groundedDraft(stated: StatedClaim, passage: Passage, asked: Passage | null): Draft | null {
  const sentence = passage.sentences[stated.sentence];
  if (sentence === undefined) return null;
  const span = locate(passage.text, stated.words, sentence.span);
  if (span === null) return null;
  const ground: Ground = { passage, sentence, span, words: passage.text.slice(span.start, span.end).toLowerCase() };
  const object = stated.object === null ? null : thingIn(stated.object, passage, sentence, asked);
  if (!deniesAlike(stated.negated, passage.text.slice(sentence.span.start, sentence.span.end), object)) return null;
  const base = { sentence: sentence.index, negated: stated.negated, hedged: stated.hedged };
  if (stated.kind === "other") {
    return { ...base, kind: "other", text: passage.text.slice(span.start, span.end), span, object: object?.mention ?? null };
  }
  if (stated.kind === "text") return textDraft(stated, ground, object, base);
  if (object === null) return null;
  const whole = object.mention.span === null ? span : cover(span, object.mention.span);
  switch (stated.kind) {
    case "existence":
      return { ...base, kind: "existence", text: existenceInWords(object.entity, stated.negated), span: whole, object: object.mention };
    case "count":
      return countDraft(stated, ground, object, { ...base, span: whole });
    case "attribute":
      return attributeDraft(stated, ground, object, { ...base, span: whole });
    case "relation":
      return relationDraft(stated, ground, object, asked, { ...base, span: whole });
    default:
      return stated.kind satisfies never;
  }
}

const DENIAL = /\b(?:no|not|never|without|neither|nor|none|nothing|nobody|absent|absence|lacks?|lacking|missing|cannot)\b|n['’]t\b/i;

/** A denial that no word of the sentence bears out was invented, and "no dog" is never a dog. */
function deniesAlike(negated: boolean, sentence: string, object: Thing | null): boolean {
  return negated ? DENIAL.test(sentence) : !/^(?:no|neither)\b/i.test(object?.mention.phrase ?? "");
}

type Base = Pick<Draft, "sentence" | "negated" | "hedged">;
type Placed = Base & { readonly span: Span };

function textDraft({ value }: StatedClaim, { passage, span }: Ground, object: Thing | null, base: Base): Draft | null {
  const quoted = value === null ? null : locate(passage.text, value, span);
  if (quoted === null) return null;
  const quote = passage.text.slice(quoted.start, quoted.end);
  const bearer = object === null ? "the picture" : `the ${object.entity.words}`;
  return { ...base, kind: "text", text: `${bearer} says "${quote}"`, span, object: object?.mention ?? null, quote };
}

function countDraft({ number, negated }: StatedClaim, ground: Ground, object: Thing, placed: Placed): Draft | null {
  const count = number === null ? null : statedQuantity(ground.words, number);
  if (count === null) return null;
  return { ...placed, kind: "count", text: countInWords(object.entity, count, negated), object: object.mention, count };
}

/** A model that counts wrongly must not make the response say a number that it does not say, nor a vague one exactly. */
function statedQuantity(words: string, number: Quantity): Quantity | null {
  for (const word of words.match(/[\p{L}\p{N}][\p{L}\p{N},'-]*/gu) ?? []) {
    const vague = VAGUE_NUMBERS.get(word) ?? COLLECTIVES.get(word) ?? null;
    if (vague?.value === number.value) return vague;
    if (numberOf(word) === number.value) return number;
  }
  return null;
}

function attributeDraft({ value, negated }: StatedClaim, { passage, span }: Ground, object: Thing, placed: Placed): Draft | null {
  const place = value === null ? null : locate(passage.text, value, span);
  if (place === null) return null;
  const quality = passage.text.slice(place.start, place.end).toLowerCase();
  const type = attributeTypeOf(quality.split(" ").at(-1) ?? quality);
  const text = attributeInWords(object.entity, quality, negated);
  return { ...placed, kind: "attribute", text, object: object.mention, attribute: { type, value: quality } };
}

function relationDraft(stated: StatedClaim, ground: Ground, object: Thing, asked: Passage | null, placed: Placed): Draft | null {
  const { passage, sentence } = ground;
  const targets = stated.targets.map((words) => thingIn(words, passage, sentence, asked));
  const known = targets.filter((target) => target !== null);
  const predicate =
    stated.predicate
      ?.trim()
      .toLowerCase()
      .replace(/[^a-z]+/g, "_") ?? "";
  if (known.length < targets.length || predicate === "") return null;
  const spans = known.flatMap(({ mention }) => mention.span ?? []);
  const base = { ...placed, kind: "relation" as const, span: cover(placed.span, ...spans), object: object.mention };
  const mentions: readonly Mention[] = known.map(({ mention }) => mention);
  const entities = known.map(({ entity }) => entity);
  if (isSpatial(predicate)) {
    if (!statesPlace(ground.words, predicate) || known.length !== targetsOf(predicate)) return null;
    const text = placeInWords(object.entity, predicate, entities, stated.negated);
    return { ...base, text, relation: { predicate, type: "spatial", targets: mentions } };
  }
  const verb = between(passage.text, object.mention.span, spans[0]);
  const [target] = entities;
  if (verb === null || target === undefined || known.length !== 1) return null;
  const type = predicate === "have" || predicate === "part_of" ? "part" : "action";
  return { ...base, text: actionInWords(object.entity, verb, target), relation: { predicate, type, targets: mentions } };
}

function isSpatial(predicate: string): predicate is SpatialPredicate {
  return SPATIAL_PREDICATES.some((known) => known === predicate);
}

/** Whether some words for the place stand there. */
function statesPlace(words: string, predicate: SpatialPredicate): boolean {
  const padded = ` ${words.replace(/[^\p{L}\p{N}]+/gu, " ")} `;
  return [...SPATIAL_PREPOSITIONS, ...PICTURE_PLACES].some(([phrase, meant]) => meant === predicate && padded.includes(` ${phrase} `));
}

function targetsOf(predicate: SpatialPredicate): number {
  if (predicate === "between") return 2;
  return /^(?:image_|foreground$|background$)/.test(predicate) ? 0 : 1;
}

/** Longer words between two things hold more than what joins them. */
const MAX_VERB_CHARACTERS = 60;

/** "is holding" of "The woman is holding a kite". */
function between(text: string, subject: Span | null, target: Span | undefined): string | null {
  if (subject === null || target === undefined || subject.end >= target.start) return null;
  const words = text.slice(subject.end, target.start).trim();
  return words === "" || words.length > MAX_VERB_CHARACTERS ? null : words;
}
