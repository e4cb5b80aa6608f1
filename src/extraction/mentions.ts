/**
 * What naming a thing claims: that it exists (once, where it is first named), how many there are, and what is said of it before its noun.
 */
import type { Mention, Quantity } from "../domain/claim.js";
import type { Span } from "../domain/span.js";
import { cover } from "../domain/span.js";
import { singular } from "../language/grammar.js";
import type { NounPhrase, Sentence, Token } from "../language/passage.js";
import { COLOR_QUALIFIERS, colorsIn } from "../language/vocabulary/colors.js";
import { numberOf, VAGUE_NUMBERS } from "../language/vocabulary/numbers.js";
import { attributeTypeOf, isMaterial, OPINIONS } from "../language/vocabulary/qualities.js";
import { colorsAround } from "./beside.js";
import type { Draft } from "./draft.js";
import { SCENIC } from "./lexicon.js";
import type { Antecedents, Entity, Memory, Reference } from "./memory.js";
import { isOfSome, isRestricted, isStressed, namesOthers } from "./restriction.js";
import { attributeInWords, countInWords, existenceInWords } from "./wording.js";

/** How a phrase is spoken of where it stands. */
export interface Manner {
  readonly hedged: boolean;
  /** Nothing is said to be there: no claim. */
  readonly unreal: boolean;
  /** The words that deny the thing ("no", "isn't", "without"), null where it is affirmed. */
  readonly denial: Span | null;
  /** The phrase is denied by its clause, not as a thing that is there: "she is not holding a kite". */
  readonly open: boolean;
  readonly antecedents: Antecedents;
  /** Right after "there are" or "I see": a bare number counts what was spoken of. */
  readonly isBareCount: boolean;
  /** Under "there are", "the image shows" or a preposition, where what follows the noun picks some of its kind. */
  readonly isPredicate: boolean;
  /** Under "there are" or "the image shows". */
  readonly isShown: boolean;
  /** Had, held or stood by something of the picture: "she carries two bags", "between two cars". */
  readonly isHeld: boolean;
}

export interface Named {
  readonly reference: Reference;
  readonly drafts: readonly Draft[];
}

const DEFINITE = /^(?:the|this|that|these|those|my|your|his|her|its|our|their|'s|both|each|every|all|either|whose|none)$/;
const PRONOUN = /^(?:he|she|it|they|him|her|them|himself|herself|itself|themselves|others|these|those|both)$/;

export function nameThing(sentence: Sentence, text: string, phrase: NounPhrase, memory: Memory, manner: Manner): Named {
  const mention: Mention = { phrase: phrase.text, category: phrase.category, span: phrase.span };
  if (!phrase.isThing) {
    const reference = taken(phrase, mention, memory, manner.antecedents);
    if (manner.isBareCount && reference.entity.isThing && !manner.unreal) {
      if (phrase.quantity !== null) return { reference, drafts: [bareCount(sentence, phrase.quantity, reference, manner)] };
      if (/^none$/i.test(phrase.text) || (/^any$/i.test(phrase.text) && manner.denial !== null))
        return { reference, drafts: denied(sentence, phrase, reference, manner.denial ?? phrase.span, manner.hedged) };
    }
    return {
      reference,
      drafts: isScenic(phrase) && !manner.unreal && manner.denial === null ? [scenic(sentence, phrase, mention, manner)] : [],
    };
  }
  const entity = entityOf(text, phrase);
  const isDefinite = phrase.determiner !== null && DEFINITE.test(phrase.determiner);
  const known = isDefinite || isOrdinal(sentence, phrase) ? memory.definite(entity) : null;
  const isRepeated = known !== null || (isVague(phrase) && memory.definite(entity)?.noun === entity.noun);
  const reference: Reference = { entity, phrase, mention, isNew: !isRepeated };
  if (manner.unreal || manner.open) return { reference, drafts: [] };
  if (manner.denial !== null) return { reference, drafts: denied(sentence, phrase, reference, manner.denial, manner.hedged) };
  memory.note(known === null ? entity : { ...entity, noun: known.noun });
  const base = { sentence: sentence.index, negated: false, hedged: manner.hedged };
  const drafts: Draft[] = [];
  if (!isRepeated && !allowsNone(phrase.quantity)) {
    drafts.push({ ...base, kind: "existence", text: existenceInWords(entity, false), span: phrase.span, object: mention });
  }
  if (phrase.quantity !== null && (phrase.plural || phrase.quantity.value === 1 || phrase.determiner !== "both")) {
    const count = leastWhereRestricted(sentence, phrase, phrase.quantity, memory.hasSeveral(entity.category), manner.isPredicate);
    const some = isExact(count) && (manner.isHeld || isOfSome(sentence, phrase, manner.isShown)) ? { ofSome: true } : {};
    drafts.push({ ...base, kind: "count", text: countInWords(entity, count, false), span: phrase.span, object: mention, count, ...some });
  }
  return { reference, drafts: [...drafts, ...qualities(sentence, phrase, reference, false, manner.hedged)] };
}

/** "Zero dogs", "at most one dog": true where there is none. */
function allowsNone(count: Quantity | null): boolean {
  return count !== null && (count.relation === "at_most" || (count.relation === "exactly" && count.value === 0));
}

function isExact({ relation, value }: Quantity): boolean {
  return relation === "exactly" && value > 0;
}

/** "There is one person wearing a helmet": there may be others without. */
function leastWhereRestricted(
  sentence: Sentence,
  phrase: NounPhrase,
  count: Quantity,
  isOfSeveral: boolean,
  isPredicate: boolean,
): Quantity {
  if (!isExact(count) || isStressed(sentence, phrase)) return count;
  const isOne = count.value === 1;
  const picks = (isPredicate || isOne) && isRestricted(sentence, phrase);
  // "One person is closer, while others are further away."
  const isShare = isOne && (isOfSeveral || namesOthers(sentence, phrase));
  return picks || isShare ? { relation: "at_least", value: count.value } : count;
}

/** "There are two." */
function bareCount({ index }: Sentence, count: Quantity, { entity, mention }: Reference, { denial, hedged }: Manner): Draft {
  const negated = denial !== null;
  const span = mention.span ?? { start: 0, end: 0 };
  const words = denial === null ? span : cover(denial, span);
  return {
    kind: "count",
    text: countInWords(entity, count, negated),
    span: words,
    sentence: index,
    negated,
    hedged,
    object: mention,
    count,
  };
}

/** "a busy street scene", "an open area": said of the picture as a whole, and new where no article takes it up. */
function isScenic({ category, determiner, text }: NounPhrase): boolean {
  return SCENIC.has(category) && (determiner === null || /^an?$/.test(determiner)) && text.includes(" ");
}

function scenic({ index }: Sentence, { span, text, plural }: NounPhrase, mention: Mention, { hedged }: Manner): Draft {
  const words = `there ${plural ? "are" : "is"} ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
  return { kind: "other", text: words.replaceAll(/\s+/gu, " "), span, sentence: index, negated: false, hedged, object: mention };
}

/** Spoken by their letters, which the article before them heeds: "an SUV". */
const ABBREVIATION = /\b(?:suv|tv|rv|atm|dvd|cd|pc|hdtv|bmx|usb|lcd|led)(?=s?\b)/;

/** A mention whose noun stands only in the prompt has no span. */
export function entityOf(text: string, phrase: NounPhrase): Entity {
  const head = text.slice(phrase.head.start, phrase.head.end);
  const written = /\s/u.test(head) ? head.replaceAll(/\s+/gu, " ") : head;
  const words = /^(?:no(?:body|[ -]one)|any(?:body|one))$/i.test(written) ? "person" : written;
  const isName = /^\p{Lu}\p{Ll}/u.test(words) && phrase.head.start > phrase.span.start && phrase.category === words.toLowerCase();
  const spoken = isName ? words : words.toLowerCase().replace(ABBREVIATION, (letters) => letters.toUpperCase());
  return { category: phrase.category, noun: singularNoun(phrase, spoken), words: spoken, plural: phrase.plural, isThing: phrase.isThing };
}

function singularNoun(phrase: NounPhrase, words: string): string {
  const last = words.split(/\s+/u).at(-1)?.toLowerCase() ?? words;
  return phrase.plural
    ? last
        .replace(/(?:people)$/, "person")
        .replace(/men$/, "man")
        .replace(/children$/, "child")
        .replace(/(?<=[^s])s$/, "")
    : last;
}

/** A pronoun, a number on its own, or a noun that names no thing. */
function taken(phrase: NounPhrase, mention: Mention, memory: Memory, antecedents: Antecedents): Reference {
  const word = phrase.text.toLowerCase();
  const isBare = phrase.head.start === phrase.span.start && phrase.head.end === phrase.span.end;
  const isNumber =
    (isBare && phrase.quantity !== null) || /^(?:one|another|some|any|all|each|many|several|none|the other|the others)\b/.test(word);
  const entity = PRONOUN.test(word) ? memory.pronoun(word, antecedents) : isNumber ? partOf(memory.lastPlural(), word) : null;
  if (entity === null) {
    const nothing: Entity = { category: phrase.category, noun: phrase.category, words: word, plural: phrase.plural, isThing: false };
    return { entity: nothing, phrase, mention, isNew: false };
  }
  return { entity, phrase, mention: { ...mention, category: entity.category }, isNew: false };
}

/** "one", "the other" of the dogs is a dog. */
function partOf(whole: Entity | null, word: string): Entity | null {
  if (whole === null || !/^(?:one|another|each|the other)$/.test(word)) return whole;
  return { ...whole, words: singular(whole.words), plural: false, whole };
}

/** "There is no dog" denies dogs; "there is no red car" only that a car is red, "there are not two dogs" only their number. */
function denied(sentence: Sentence, phrase: NounPhrase, { entity, mention }: Reference, denial: Span, hedged: boolean): readonly Draft[] {
  const span = cover(denial, phrase.span);
  const base = { sentence: sentence.index, negated: true, hedged, span, object: mention };
  const isNotOne = phrase.quantity?.relation === "exactly" && phrase.quantity.value === 1;
  if (phrase.quantity !== null && phrase.determiner !== "no" && !isNotOne) {
    return [{ ...base, kind: "count", text: countInWords(entity, phrase.quantity, true), count: phrase.quantity }];
  }
  const restricted = qualities(sentence, phrase, { entity, mention }, true, hedged);
  if (restricted.length > 0) return restricted;
  return [{ ...base, kind: "existence", text: existenceInWords(entity, true) }];
}

/** "the left one", "the far end": which is meant, and not how it looks. */
const UNSEEN = /^(?:left|right|far|looking|own|same|such|certain|particular|respective|dress)$/;

/** "snow" of "a snow covered hill", "strange" of "a strange looking bird". */
function isHalfQuality(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  if (next === undefined || tokens[index]?.tag !== "NOUN" || next.tag !== "ADJ") return false;
  return /ed$|^drawn$/.test(next.text.toLowerCase());
}

function isOrdinal({ tokens }: Sentence, phrase: NounPhrase): boolean {
  return tokens
    .slice(phrase.firstToken, phrase.endToken)
    .some(({ text }) => /^(?:second|third|fourth|fifth|\d+(?:st|nd|rd|th))$/i.test(text));
}

/** "Kites fill the sky", "some vases": taken up again under the same noun they name nothing new. */
function isVague({ determiner, plural, text }: NounPhrase): boolean {
  return plural && (determiner === null || determiner === "some") && !/\b(?:other|more|another|additional)\b/i.test(text);
}

/** Claims of the adjectives before a noun; of "a large group of red kites" those of the kites. */
function qualities(
  sentence: Sentence,
  phrase: NounPhrase,
  { entity, mention }: Pick<Reference, "entity" | "mention">,
  negated: boolean,
  hedged: boolean,
): readonly Draft[] {
  const tokens = sentence.tokens.slice(phrase.firstToken, phrase.endToken).filter(({ span }) => span.start < phrase.head.start);
  const afterOf = tokens.slice(tokens.findLastIndex(({ text }) => text.toLowerCase() === "of") + 1);
  const drafts: Draft[] = [];
  afterOf.forEach((token, index) => {
    const word = token.text.toLowerCase();
    if (token.tag !== "ADJ" && !(token.tag === "NOUN" && (isMaterial(word) || colorsIn(word).length > 0))) return;
    if (UNSEEN.test(word) || isHalfQuality(afterOf, index)) return;
    if (OPINIONS.has(word) || VAGUE_NUMBERS.has(word) || numberOf(word) !== null || /^\d/.test(word)) return;
    const next = afterOf[index + 1]?.text.toLowerCase() ?? "";
    const isQualifier = COLOR_QUALIFIERS.has(word) && colorsIn(next).length > 0;
    if (isQualifier) return;
    const before = afterOf[index - 1];
    const shade = before !== undefined && colorsIn(word).length > 0 && COLOR_QUALIFIERS.has(before.text.toLowerCase()) ? before : null;
    const half = afterOf[index - 1];
    if (half !== undefined && isHalfQuality(afterOf, index - 1)) {
      const value = `${half.text.toLowerCase()} ${word}`;
      drafts.push({
        kind: "attribute",
        text: attributeInWords(entity, value, negated),
        span: { start: half.span.start, end: phrase.head.end },
        sentence: sentence.index,
        negated,
        hedged,
        object: mention,
        attribute: { type: "state", value },
      });
      return;
    }
    const colors = colorsIn(word);
    const beside = colors.length > 0 ? colorsAround(sentence, phrase.firstToken + tokens.indexOf(token)) : [];
    for (const value of colors.length > 0 ? colors : [word]) {
      const full = shade === null ? value : `${shade.text.toLowerCase()} ${value}`;
      drafts.push({
        kind: "attribute",
        text: attributeInWords(entity, full, negated),
        span: { start: (shade ?? token).span.start, end: phrase.head.end },
        sentence: sentence.index,
        negated,
        hedged,
        object: mention,
        attribute: { type: attributeTypeOf(word), value: full, ...(beside.length > 1 ? { beside } : {}) },
      });
    }
  });
  return drafts;
}
