/** Lines of a tally: "People: none", "Bird: absent", "Dogs: 2", "| Person | no |". A thing, a mark, and whether or how many there are. */
import type { Mention, Quantity } from "../domain/claim.js";
import { cover, type Span } from "../domain/span.js";
import type { NounPhrase, Sentence } from "../language/passage.js";
import { targetOf } from "../language/vocabulary/look-up.js";
import { numberOf } from "../language/vocabulary/numbers.js";
import type { Draft } from "./draft.js";
import type { Entity, Memory } from "./memory.js";
import { entityOf } from "./mentions.js";
import { countInWords, existenceInWords } from "./wording.js";

const WHERE = "(?: (?:here|in (?:the|this) (?:image|picture|photo|photograph|scene)))?";
const SEEN = "(?:present|visible|seen|shown|depicted|pictured|detected|found|there|observed)";
const NONE = new RegExp(`^(?:(?:no|none|nope|zero|0|absent|missing)(?: ${SEEN})?|not ${SEEN})${WHERE}$|^[❌✗✘✖]\\uFE0F?$`, "u");
const SOME = new RegExp(`^(?:yes|${SEEN})${WHERE}$|^[✅✓✔]\\uFE0F?$`, "u");
const NUMBER = /^(at least |about |around |over |more than )?(\d{1,3}|[a-z]+)( ?\+)?$/;
/** "Number of dogs: 2" */
const NUMBER_OF = /^(?:the |total )*number of\b/i;

/** What such a line claims; null where the sentence is none. */
export function tallyDrafts(text: string, sentence: Sentence, memory: Memory): readonly Draft[] | null {
  const line = lineOf(text, sentence);
  if (line === null) return null;
  const { phrase, value, words } = line;
  const entity = entityOf(text, phrase);
  const object: Mention = { phrase: phrase.text, category: phrase.category, span: phrase.span };
  const base = { span: cover(phrase.span, value), sentence: sentence.index, hedged: false, object };
  if (NONE.test(words)) return [{ ...base, kind: "existence", text: existenceInWords(entity, true), negated: true }];
  const count = countOf(words);
  if (count === null && !SOME.test(words)) return null;
  memory.note(entity);
  const existence: Draft = { ...base, kind: "existence", text: existenceInWords(entity, false), span: phrase.span, negated: false };
  if (count === null) return [existence];
  const counted: Entity = { ...entity, plural: entity.plural && count.value !== 1 };
  return [existence, { ...base, kind: "count", text: countInWords(counted, count, false), negated: false, count }];
}

interface Line {
  readonly phrase: NounPhrase;
  readonly value: Span;
  /** Lower case. */
  readonly words: string;
}

function lineOf(text: string, { tokens, nounPhrases }: Sentence): Line | null {
  const first = tokens[0]?.text === "|" ? 1 : 0;
  const phrase = nounPhrases.find(({ firstToken }) => firstToken === first);
  if (phrase === undefined || !phrase.isThing || !isPlain(phrase)) return null;
  const mark = tokens[phrase.endToken]?.text ?? "";
  if (!(first === 1 ? /^\|$/ : /^[:–—-]$/).test(mark)) return null;
  // "Answer: no" is no tally of answers.
  if (targetOf(phrase.category).classes.length === 0 && !phrase.plural) return null;
  const rest = tokens.slice(phrase.endToken + 1);
  const last = rest.findLastIndex(({ text: word }) => !/^[.!|]$/.test(word));
  const [start, end] = [rest[0], rest[last]];
  if (start === undefined || end === undefined) return null;
  const value = { start: start.span.start, end: end.span.end };
  return {
    phrase,
    value,
    words: text
      .slice(value.start, value.end)
      .replaceAll(/[*_\s]+/gu, " ")
      .trim()
      .toLowerCase(),
  };
}

function isPlain({ determiner, quantity, text }: NounPhrase): boolean {
  return NUMBER_OF.test(text) || (determiner === null && quantity === null);
}

function countOf(words: string): Quantity | null {
  const [, before, number = "", more] = NUMBER.exec(words) ?? [];
  const value = /^\d/.test(number) ? Number(number) : numberOf(number);
  if (value === null || value < 1) return null;
  if (more !== undefined || /least|over|more/.test(before ?? "")) return { relation: "at_least", value };
  return { relation: before === undefined ? "exactly" : "about", value };
}
