/** What a response claims about a picture. One claim is one thing that can be true or false. */
import type { Span } from "./span.js";

export const CLAIM_KINDS = ["existence", "count", "attribute", "relation", "text", "other"] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** A noun phrase as written. `span` is null where the noun stands only in the prompt. */
export interface Mention {
  readonly phrase: string;
  /** A detector category ("dog") where the vocabulary maps the noun to one or to a group ("animal"); else the noun's singular ("fountain"). */
  readonly category: string;
  readonly span: Span | null;
}

/** "two", "at least three", "about a dozen". */
export interface Quantity {
  readonly relation: "exactly" | "at_least" | "at_most" | "about";
  readonly value: number;
}

export type AttributeType = "color" | "material" | "size" | "state" | "action" | "other";

export interface Attribute {
  readonly type: AttributeType;
  /** As a lower-case word or phrase: "red", "wooden", "standing". */
  readonly value: string;
  /** Of a color: all that the text gives the thing, this one among them, where there are several. Not told outside: each is a claim. */
  readonly beside?: readonly string[];
}

/** Predicates that geometry can decide; the first row needs one target, `between` two, the last row none. */
export const SPATIAL_PREDICATES = [
  ...(["left_of", "right_of", "above", "below", "on", "under", "in", "beside", "in_front_of", "behind", "near", "touching"] as const),
  "between",
  ...(["image_left", "image_right", "image_top", "image_bottom", "image_center", "foreground", "background"] as const),
] as const;
export type SpatialPredicate = (typeof SPATIAL_PREDICATES)[number];

export interface Relation {
  /** A `SpatialPredicate` where `type` is "spatial", else the verb or preposition in snake case: "wear", "part_of". */
  readonly predicate: string;
  readonly type: "spatial" | "action" | "part" | "other";
  readonly targets: readonly Mention[];
}

interface ClaimBase {
  /** "c1", "c2", … in order of the first character. */
  readonly id: string;
  /** The claim in words: "there are two dogs". */
  readonly text: string;
  /** The smallest range of the response that holds the claim's words. */
  readonly span: Span;
  /** Index of the sentence in the response, from 0. */
  readonly sentence: number;
  readonly negated: boolean;
  readonly hedged: boolean;
}

export interface ExistenceClaim extends ClaimBase {
  readonly kind: "existence";
  readonly object: Mention;
}

export interface CountClaim extends ClaimBase {
  readonly kind: "count";
  readonly object: Mention;
  readonly count: Quantity;
  /** Where what is said of them may pick some of their kind ("two dogs are asleep"): there may be others. Not told outside. */
  readonly ofSome?: boolean;
}

export interface AttributeClaim extends ClaimBase {
  readonly kind: "attribute";
  readonly object: Mention;
  readonly attribute: Attribute;
}

export interface RelationClaim extends ClaimBase {
  readonly kind: "relation";
  readonly object: Mention;
  readonly relation: Relation;
}

/** Words said to be written in the picture. */
export interface TextClaim extends ClaimBase {
  readonly kind: "text";
  /** What bears the words ("a sign"), where the response names it. */
  readonly object: Mention | null;
  readonly quote: string;
}

/** Scene, mood, weather, opinion and all else that no expert decides. */
export interface OtherClaim extends ClaimBase {
  readonly kind: "other";
  readonly object: Mention | null;
}

export type Claim = ExistenceClaim | CountClaim | AttributeClaim | RelationClaim | TextClaim | OtherClaim;
