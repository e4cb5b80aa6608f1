/** How the items of a sentence hang together, as far as taking one away needs it: clauses, verb phrases, lists, what modifies what. */
import type { NounPhrase } from "../../language/passage.js";
import type { Item, TokenRange } from "./item.js";

/** Members of one kind joined by commas and conjunctions; `separators[i]` stands between members i and i + 1. */
export interface Series<T> {
  readonly members: readonly T[];
  readonly separators: readonly TokenRange[];
}

/** A noun phrase with what modifies it: "a dog" + "with a ball" + "that sleeps". */
export interface Member extends TokenRange {
  readonly phrase: NounPhrase;
  readonly parts: readonly Part[];
}

/** "a man, two dogs and a car"; `parts` modify the list as a whole. */
export interface List extends TokenRange, Series<Member> {
  readonly parts: readonly Part[];
}

/** Something added to a noun or a verb. `separator` is the comma or conjunction before it, `trail` a comma after it. */
interface PartBase extends TokenRange {
  readonly separator: TokenRange | null;
  readonly trail: TokenRange | null;
}

/** "next to a dog"; `list` null for a particle: "walking by". */
export interface PrepositionPart extends PartBase {
  readonly kind: "preposition";
  readonly head: Item;
  readonly list: List | null;
  /** "by holding a rope": what stands there instead of a noun phrase. */
  readonly inner: Part | null;
}

/** "wearing a hat", "parked near a tree", "to catch the ball". */
export interface ParticiplePart extends PartBase {
  readonly kind: "participle";
  readonly phrase: VerbPhrase;
}

/** "which is blue", "that a man holds". */
export interface RelativePart extends PartBase {
  readonly kind: "relative";
  readonly clause: Clause;
}

/** "red and shiny", "full" (+ its own parts after it). */
export interface AdjectivePart extends PartBase {
  readonly kind: "adjective";
  readonly words: Series<TokenRange>;
}

/** Noun phrases that stand beside others without a word between: "his dog, a poodle, …". */
export interface AppositionPart extends PartBase {
  readonly kind: "apposition";
  readonly list: List;
}

/** Adverbs, and all that this grammar has no name for. */
export interface LoosePart extends PartBase {
  readonly kind: "loose";
}

export type Part = PrepositionPart | ParticiplePart | RelativePart | AdjectivePart | AppositionPart | LoosePart;

/** A verb group with its object and what follows. */
export interface VerbPhrase extends TokenRange {
  readonly verb: Item;
  readonly object: List | null;
  readonly parts: readonly Part[];
}

export interface Clause extends TokenRange {
  /** "while", "as", "because". */
  readonly subordinator: TokenRange | null;
  readonly leads: readonly Part[];
  /** "there" of "there is". */
  readonly there: TokenRange | null;
  readonly subject: List | null;
  /** Comma between subject and verb, or what is said by shares there: ", one black and one white,". */
  readonly subjectTrail: TokenRange | null;
  readonly verbPhrases: Series<VerbPhrase>;
  /** Of a clause without verb: what follows its noun phrases. */
  readonly rest: readonly Part[];
}

export interface SentenceTree {
  /** "Yes," or a bullet's marker: before the first clause. */
  readonly lead: TokenRange;
  readonly clauses: Series<Clause>;
  readonly end: TokenRange;
}
