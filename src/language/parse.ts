/**
 * Reads a text: sentences, words with tags, noun phrases, all with exact UTF-16 offsets. Pure, and linear in the length of the text.
 * The tags are right for about nineteen words of twenty in descriptions of pictures; what stands on them must bear with the rest.
 */
import { markupIn } from "./markup.js";
import { nounPhrasesOf } from "./noun-phrases.js";
import type { Passage, Sentence } from "./passage.js";
import { tagSentence } from "./retag.js";
import { segment } from "./segment.js";
import { sensesIn } from "./senses.js";
import { remembered } from "./sentence-memory.js";
import { type RawToken, tokenize } from "./tokenize.js";

/** Marks of Markdown that stress a word: in the span of their sentence, but no tokens of it. */
const EMPHASIS: ReadonlySet<string> = new Set(["*", "_", "`"]);
/** Extraction, correction and the check of the correction all read the same few texts, one after another. */
const REMEMBERED = 8;
const passages = new Map<string, Passage>();

/** The first call reads the language model (0.1 s); a sentence then takes a fraction of a millisecond. */
export function parse(text: string): Passage {
  const known = passages.get(text);
  if (known !== undefined) return known;
  const passage = read(text);
  passages.set(text, passage);
  for (const oldest of passages.keys()) {
    if (passages.size <= REMEMBERED) break;
    passages.delete(oldest);
  }
  return passage;
}

function read(text: string): Passage {
  const raw = withoutMarkup(text, tokenize(text));
  const context: ReadonlySet<string> = new Set(raw.map((token) => token.text.toLowerCase()));
  const senses = sensesIn(context);
  const sentences = segment(text, raw).map(({ first, end }, index): Sentence => {
    const written = raw.slice(first, end);
    const start = written[0]?.span.start ?? 0;
    const span = { start, end: written.at(-1)?.span.end ?? start };
    const { tokens, nounPhrases } = remembered(`${text.slice(span.start, span.end)}\n${senses}`, start, () => {
      const tagged = tagSentence(written.filter(({ text: mark }) => !EMPHASIS.has(mark)));
      return { tokens: tagged, nounPhrases: nounPhrasesOf(text, tagged, context) };
    });
    return { index, span, tokens, nounPhrases };
  });
  return { text, sentences };
}

function withoutMarkup(text: string, raw: readonly RawToken[]): readonly RawToken[] {
  const markup = markupIn(text);
  if (markup.length === 0) return raw;
  const isMarkup = new Uint8Array(text.length);
  for (const { start, end } of markup) isMarkup.fill(1, start, end);
  return raw.filter(({ span }) => isMarkup[span.start] !== 1);
}
