/**
 * What has been named so far, so that "the dog" and "it" find their dog. The nearest fitting antecedent wins; where two fit as well,
 * the choice may be wrong, as it may be for a human reader.
 */
import type { Mention } from "../domain/claim.js";
import type { NounPhrase } from "../language/passage.js";
import { categoryOf } from "../language/vocabulary/look-up.js";
import { PARTS } from "./lexicon.js";

/** A thing that the response speaks of. */
export interface Entity {
  readonly category: string;
  /** The noun it was first named by, singular, lower case. */
  readonly noun: string;
  /** That noun as written, for claims in words. */
  readonly words: string;
  readonly plural: boolean;
  readonly isThing: boolean;
  /** What "one" or "the other" is taken from. */
  readonly whole?: Entity;
}

/** Whether both are the same thing, or one is taken from the other. */
export function isSameThing(one: Entity, other: Entity): boolean {
  return one === other || (one.whole ?? one) === (other.whole ?? other);
}

/** A place in the text where an entity is spoken of. */
export interface Reference {
  readonly entity: Entity;
  readonly phrase: NounPhrase | null;
  readonly mention: Mention;
  /** True where this reference names the entity for the first time. */
  readonly isNew: boolean;
}

/** What the place of a pronoun says of its antecedent. */
export interface Antecedents {
  /** Taken where it fits. */
  readonly preferred: Entity | null;
  /** Never meant. */
  readonly excluded: readonly Entity[];
  /** "It shows a dog": the picture is meant, no entity. */
  readonly isPicture: boolean;
}

const FEMALE: ReadonlySet<string> = new Set(
  "woman lady girl female mother mom mum daughter sister wife bride waitress actress grandmother aunt queen princess nun businesswoman policewoman cowgirl bridesmaid she her".split(
    " ",
  ),
);
const MALE: ReadonlySet<string> = new Set(
  "man gentleman boy guy male father dad son brother husband groom waiter actor grandfather uncle king prince priest monk businessman policeman fireman fisherman cowboy he him".split(
    " ",
  ),
);
const YOUNG: ReadonlySet<string> = new Set("boy girl child kid baby toddler infant teenager daughter son".split(" "));

/** Antecedents further back than this many are forgotten: the work stays linear, and no reader looks so far. */
const REMEMBERED = 40;

export class Memory {
  readonly #entities: Entity[] = [];
  readonly #categories = new Map<string, Entity>();
  readonly #severals = new Set<string>();

  readonly #presumed: Memory | null;
  /** What the sentence before was about: the first thing it named. A pronoun before any noun goes on with it. */
  #topic: Entity | null = null;
  #firstOfSentence: Entity | null = null;
  /** Where the entities of this sentence begin. */
  #sentenceStart = 0;

  /** @param presumed what the question spoke of: pronouns may mean it, but it was not named yet */
  constructor(presumed: Memory | null = null) {
    this.#presumed = presumed;
  }

  /** Notes an entity as the most recent one. */
  note(entity: Entity): void {
    if (entity.isThing) this.#firstOfSentence ??= entity;
    this.#entities.push(entity);
    if (this.#entities.length > REMEMBERED) {
      this.#entities.shift();
      this.#sentenceStart = Math.max(0, this.#sentenceStart - 1);
    }
    this.#categories.set(keyOf(entity), entity);
    if (entity.plural) this.#severals.add(entity.category);
  }

  /** What comes next is another sentence. */
  endSentence(): void {
    this.#topic = this.#firstOfSentence ?? this.#topic;
    this.#firstOfSentence = null;
    this.#sentenceStart = this.#entities.length;
  }

  /** Whether anything of the noun and category was named before. */
  knows(entity: Entity): boolean {
    return this.#categories.has(keyOf(entity));
  }

  /** The entity that "the dog" or "the animal" takes up; null where it names a new one. */
  definite(entity: Entity): Entity | null {
    return this.#last((known) => isSame(known, entity));
  }

  /** The entity of a pronoun, lower case; null where none fits. */
  pronoun(word: string, { preferred, excluded, isPicture }: Antecedents): Entity | null {
    const fits = fittingFor(word);
    if (fits === null || isPicture) return null;
    // "She holds two kites, and they are in the air."
    const isMany = /^(?:they|them|their)$/.test(word) && preferred !== null && !preferred.plural;
    const several = isMany ? this.#entities.slice(this.#sentenceStart).findLast(({ plural, isThing }) => plural && isThing) : undefined;
    if (several !== undefined) return several;
    if (preferred !== null && fits(preferred)) return preferred;
    if (this.#firstOfSentence === null && this.#topic !== null && fits(this.#topic)) return this.#topic;
    const isOther = (entity: Entity): boolean =>
      fits(entity) &&
      !excluded.some((one) => one === entity || (!isPerson(one) && one.category === entity.category && one.noun === entity.noun));
    const isHere = this.#entities.slice(this.#sentenceStart).some((entity) => isOther(entity) && !PARTS.has(entity.noun));
    if (!isHere && this.#topic !== null && isOther(this.#topic)) return this.#topic;
    return this.#lastPresumed((entity) => isOther(entity) && !PARTS.has(entity.noun)) ?? this.#lastPresumed(isOther);
  }

  /** Whether several of a category were spoken of. */
  hasSeveral(category: string): boolean {
    return this.#severals.has(category);
  }

  /** The plural entity that "one" or "two of them" is taken from. */
  lastPlural(): Entity | null {
    return this.#lastPresumed((known) => known.isThing && known.plural);
  }

  #last(fits: (entity: Entity) => boolean): Entity | null {
    return this.#entities.findLast(fits) ?? null;
  }

  #lastPresumed(fits: (entity: Entity) => boolean): Entity | null {
    return this.#last(fits) ?? (this.#presumed === null ? null : this.#presumed.#last(fits));
  }
}

/** What a pronoun may mean: a test over entities; null for words that take up nothing. */
function fittingFor(word: string): ((entity: Entity) => boolean) | null {
  if (/^(?:he|him|himself|his)$/.test(word)) return (known) => isPerson(known) && !known.plural && !FEMALE.has(known.noun);
  if (/^(?:she|her|herself)$/.test(word)) return (known) => isPerson(known) && !known.plural && !MALE.has(known.noun);
  if (/^(?:it|its|itself)$/.test(word)) return (known) => known.isThing && !known.plural && !isPerson(known);
  if (/^(?:they|them|themselves|their|others|these|those|both)$/.test(word))
    return (known) => known.isThing && (known.plural || isPerson(known));
  return null;
}

function keyOf({ category, noun }: Entity): string {
  return categoryOf(category) === null ? noun : category;
}

function isPerson({ category }: Entity): boolean {
  return category === "person" || category === "figure";
}

function isSame(known: Entity, entity: Entity): boolean {
  if (known.noun === entity.noun && known.category === entity.category) return true;
  if (known.category !== entity.category || categoryOf(known.category) === null) return false;
  if (!isPerson(known)) return true;
  const clash = (FEMALE.has(known.noun) && MALE.has(entity.noun)) || (MALE.has(known.noun) && FEMALE.has(entity.noun));
  const ageClash = YOUNG.has(known.noun) !== YOUNG.has(entity.noun) && isAged(known.noun) && isAged(entity.noun);
  return !clash && !ageClash && (known.plural === entity.plural || isCollective(known.noun) || isCollective(entity.noun));
}

function isAged(noun: string): boolean {
  return FEMALE.has(noun) || MALE.has(noun) || YOUNG.has(noun);
}

function isCollective(noun: string): boolean {
  return /^(?:couple|crowd|family|team|audience|crew)$/.test(noun);
}
