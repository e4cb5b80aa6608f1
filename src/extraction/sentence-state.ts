/**
 * What a reader of a sentence keeps in mind: who is spoken of, what is done, the preposition that waits for its noun, and the nouns that a
 * next phrase may be joined to. It lives for one sentence.
 */
import type { Span } from "../domain/span.js";
import type { NounPhrase, Sentence } from "../language/passage.js";
import type { DeniedList } from "./denied-list.js";
import type { Draft } from "./draft.js";
import type { Turned } from "./inverted.js";
import { type Item, itemsOf, type PrepositionItem, type VerbItem } from "./items.js";
import type { Memory, Reference } from "./memory.js";
import type { Suspended } from "./object-relatives.js";
import type { Clause } from "./relations.js";
import type { Stance } from "./stance.js";

export type Role = "none" | "subject" | "object" | "target" | "nominal";
export type Separator = "none" | "comma" | "and";

/** A place that stands before its thing: "behind her, a dog". */
export interface Fronted {
  readonly apply: (subject: Reference) => readonly Draft[];
}

export class SentenceState {
  readonly drafts: Draft[] = [];
  readonly text: string;
  readonly sentence: Sentence;
  readonly memory: Memory;
  readonly stance: Stance;
  readonly items: readonly Item[];
  readonly #hasUnreal: boolean;
  #indexes: ReadonlyMap<NounPhrase, number> | null = null;
  subject: readonly Reference[] = [];
  verb: VerbItem | null = null;
  verbSubject: readonly Reference[] = [];
  verbTaken = false;
  /** "is holding": the verb as written after its subject. */
  auxiliary = "";
  copula = false;
  existential = false;
  showing = false;
  negation: Span | null = null;
  preposition: PrepositionItem | null = null;
  governors: readonly Reference[] = [];
  chain: readonly Reference[] = [];
  chainRole: Role = "none";
  last: readonly Reference[] = [];
  role: Role = "none";
  separator: Separator = "none";
  relative: readonly Reference[] | null = null;
  fronted: Fronted[] = [];
  without: Span | null = null;
  /** "no sign" before "of". */
  absence: Span | null = null;
  /** "Absent are …": the things behind the verb are denied, with all their list. */
  absent: Span | null = null;
  /** "nor is she …" */
  turned: Turned | null = null;
  /** A place or a quality was said of the subject. */
  predicated = false;
  /** Of whom the next place is, where the clause goes on without its verb: "and the dog on the right". */
  gap: readonly Reference[] | null = null;
  waitingBetween: Reference | null = null;
  /** Of what the sentence goes on after a clause with "whose", and whether that clause has had its verb. */
  suspended: Suspended | null = null;
  hadVerb = false;
  /** What is named next is only shown (shown.ts). */
  likeness = false;
  /** What was only shown last, and what shows it. */
  shown: Reference | null = null;
  bearer: Reference | null = null;
  /** The last noun stands after "with": what follows is said of it. */
  isWithTarget = false;
  isAfterComma = false;
  /** What a denial reaches further on: "no dogs or cats" denies both. */
  denied: DeniedList | null = null;
  /** Phrases that were denied where they stand. */
  readonly deniedPhrases = new Set<NounPhrase>();
  /** What announces a list: "the main objects are …". */
  listing: readonly Reference[] | null = null;
  /** Of whom the sentence spoke before a parenthesis opened. */
  outer: readonly Reference[] = [];
  /** Whose the next noun is: "the dog's". */
  owner: Reference | null = null;

  /** @param skipped tokens of quoted words, which claim nothing of their own */
  constructor(text: string, sentence: Sentence, memory: Memory, stance: Stance, skipped: readonly boolean[]) {
    this.text = text;
    this.sentence = sentence;
    this.memory = memory;
    this.stance = stance;
    this.#hasUnreal = stance.unreal.includes(true);
    this.items = itemsOf(sentence, skipped);
  }

  /** Where among the items a phrase of this sentence stands; -1 for another's. */
  indexOf(phrase: NounPhrase): number {
    this.#indexes ??= new Map(this.items.flatMap((item, index) => (item.type === "phrase" ? [[item.phrase, index]] : [])));
    return this.#indexes.get(phrase) ?? -1;
  }

  wordOf({ first, lemma }: VerbItem): string {
    return this.sentence.tokens[first]?.text.toLowerCase() ?? lemma;
  }

  is({ entity }: Reference, words: string): string {
    return `${entity.plural ? "are" : "is"} ${words}`;
  }

  setChain(references: readonly Reference[], role: Role): void {
    this.chain = references;
    this.isWithTarget = false;
    this.chainRole = role;
    this.last = references;
    this.role = role;
  }

  clause(at: number): Clause {
    const hedged = this.stance.hedged[at] === true || this.stance.openDeed[at] === true;
    return { sentence: this.sentence.index, negated: this.negation !== null || this.isSubjectDenied(), hedged };
  }

  /** "with no dog on the couch": what is said of what is denied is denied. */
  clauseOf({ phrase }: Reference, at: number): Clause {
    const clause = this.clause(at);
    return this.isDenied(phrase) ? { ...clause, negated: true } : clause;
  }

  isSubjectDenied(): boolean {
    return this.subject.some(({ phrase }) => phrase !== null && (this.isDenied(phrase) || /^(?:neither|none)\b/i.test(phrase.text)));
  }

  /** "no dog", or a thing further on in such a list. */
  isDenied(phrase: NounPhrase | null): boolean {
    return phrase !== null && (phrase.determiner === "no" || this.deniedPhrases.has(phrase));
  }

  spanOf({ first, end }: { readonly first: number; readonly end: number }): Span {
    const { tokens } = this.sentence;
    return { start: tokens[first]?.span.start ?? 0, end: tokens[end - 1]?.span.end ?? 0 };
  }

  emit(drafts: readonly Draft[]): void {
    this.drafts.push(...this.unlessUnreal(drafts));
  }

  unlessUnreal(drafts: readonly Draft[]): readonly Draft[] {
    if (!this.#hasUnreal) return drafts;
    return drafts.filter(({ span }) => this.stance.unreal[this.#lastTokenWithin(span.end)] !== true);
  }

  /** By halving: a sentence may be as long as the response. -1 where the first token ends later. */
  #lastTokenWithin(end: number): number {
    const { tokens } = this.sentence;
    let low = 0;
    let high = tokens.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((tokens[middle]?.span.end ?? end) <= end) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  relativeAntecedent(): readonly Reference[] {
    if (this.shown !== null) return [this.shown];
    return this.role === "subject" && this.last.length > 0 ? this.last.slice(-1) : this.last;
  }
}
