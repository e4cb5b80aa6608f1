/** A text, read: sentences, words and noun phrases with exact offsets. Extraction and correction both stand on this. */
import type { Quantity } from "../domain/claim.js";
import type { Span } from "../domain/span.js";

/** Universal part-of-speech tags as wink-nlp gives them. */
export type Tag =
  | ("ADJ" | "ADP" | "ADV" | "AUX" | "CCONJ" | "DET" | "INTJ" | "NOUN" | "NUM")
  | ("PART" | "PRON" | "PROPN" | "PUNCT" | "SCONJ" | "SYM" | "VERB" | "SPACE" | "X");

export interface Token {
  /** As written. */
  readonly text: string;
  readonly span: Span;
  /** Dictionary form, lower case: "dog" for "Dogs", "be" for "is". */
  readonly lemma: string;
  readonly tag: Tag;
}

/** A noun phrase without what follows its head: "two small red dogs", not "… on the sofa". */
export interface NounPhrase {
  readonly span: Span;
  readonly text: string;
  /** The noun itself: "dogs", "hot dog", "traffic light". */
  readonly head: Span;
  /** As `Mention.category`. */
  readonly category: string;
  /** False for pronouns, and for words that name no thing to be seen ("scene", "atmosphere", "side"). */
  readonly isThing: boolean;
  readonly plural: boolean;
  /** "a", "the", "no", "his"; null where none stands. Lower case. */
  readonly determiner: string | null;
  /** "two dogs", "a pair of dogs", "at least three dogs". */
  readonly quantity: Quantity | null;
  /** Range of tokens in its sentence, half-open. */
  readonly firstToken: number;
  readonly endToken: number;
}

export interface Sentence {
  readonly index: number;
  /** Without the white space around it, with its closing mark. */
  readonly span: Span;
  readonly tokens: readonly Token[];
  readonly nounPhrases: readonly NounPhrase[];
}

export interface Passage {
  readonly text: string;
  readonly sentences: readonly Sentence[];
}
