/** Judges claims by facts that a test states, as if experts without fault had looked. */
import type { Claim, SpatialPredicate } from "../../src/domain/claim.js";
import type { Evidence } from "../../src/domain/evidence.js";
import type { JudgedClaim, Judgement, Remedy, Verdict } from "../../src/domain/judgement.js";

/** What is so in an imagined picture. What the facts do not mention is taken to be as the text says; denials of it stay open. */
export interface Facts {
  /** Categories that are not there. */
  readonly absent?: readonly string[];
  /** Categories that are there: a denial of one is refuted. */
  readonly present?: readonly string[];
  /** How many there are; null where any stated number is wrong and the right one is not known. */
  readonly counts?: Readonly<Record<string, number | null>>;
  /** The color of each; null where any stated color is wrong and the right one is not known. */
  readonly colors?: Readonly<Record<string, string | null>>;
  readonly relations?: readonly WrongRelation[];
  /** Other attributes that are wrong, by category: {"table": ["wooden"]}. */
  readonly wrong?: Readonly<Record<string, readonly string[]>>;
  /** Wrong quotes, with what is written there. */
  readonly texts?: Readonly<Record<string, string | null>>;
}

/** `not` is said wrongly of the object (and the target); `truth` is so instead, where known. */
export interface WrongRelation {
  readonly object: string;
  readonly target?: string;
  readonly not: string;
  readonly truth?: SpatialPredicate;
}

export function judgeAll(claims: readonly Claim[], facts: Facts): readonly JudgedClaim[] {
  return claims.map((claim) => {
    const judgement = judgeByFacts(claim, facts);
    return { claim, judgement, evidence: judgement.verdict === "supported" ? seen(claim) : [] };
  });
}

/** A detector that is sure of what is there. */
function seen({ kind, object }: Claim): readonly Evidence[] {
  if (kind !== "existence") return [];
  const box = { x1: 0.1, y1: 0.1, x2: 0.9, y2: 0.9, probability: 1 };
  return [{ type: "detection", expert: "oracle", image: 0, category: object.category, presence: 1, boxes: [box] }];
}

export function judgeByFacts(claim: Claim, facts: Facts): Judgement {
  const { truth, remedy } = truthOf(claim, facts);
  if (truth === null) return judgement("unverifiable", null);
  const holds = claim.negated ? !truth : truth;
  return judgement(holds ? "supported" : "refuted", holds || claim.negated ? null : remedy);
}

interface Truth {
  /** Of the claim without its negation; null where the facts do not say. */
  readonly truth: boolean | null;
  readonly remedy: Remedy | null;
}

const UNKNOWN: Truth = { truth: null, remedy: null };
const FALSE: Truth = { truth: false, remedy: null };
const TRUE: Truth = { truth: true, remedy: null };

function truthOf(claim: Claim, facts: Facts): Truth {
  const category = claim.object?.category ?? "";
  const absent = facts.absent ?? [];
  const named = claim.kind === "relation" ? [category, ...claim.relation.targets.map((target) => target.category)] : [category];
  if (named.some((name) => absent.includes(name)))
    return claim.kind === "count" ? { truth: false, remedy: { type: "count", value: 0 } } : FALSE;
  switch (claim.kind) {
    case "existence":
      return claim.negated && !(facts.present ?? []).includes(category) ? UNKNOWN : TRUE;
    case "count": {
      const number = facts.counts?.[category];
      if (number === undefined) return claim.negated ? UNKNOWN : TRUE;
      if (number === null) return FALSE;
      return { truth: allows(claim.count.relation, claim.count.value, number), remedy: { type: "count", value: number } };
    }
    case "attribute":
      return attributeTruth(claim, facts);
    case "relation": {
      const target = claim.relation.targets[0]?.category;
      const wrong = facts.relations?.find(
        (relation) => relation.object === category && relation.target === target && relation.not === claim.relation.predicate,
      );
      if (wrong === undefined) return claim.negated ? UNKNOWN : TRUE;
      return { truth: false, remedy: wrong.truth === undefined ? null : { type: "predicate", value: wrong.truth } };
    }
    case "text": {
      const written = facts.texts?.[claim.quote];
      if (written === undefined) return UNKNOWN;
      return { truth: false, remedy: written === null ? null : { type: "text", value: written } };
    }
    case "other":
      return UNKNOWN;
    default:
      return claim satisfies never;
  }
}

function attributeTruth(claim: Extract<Claim, { kind: "attribute" }>, facts: Facts): Truth {
  const { category } = claim.object;
  const { type, value } = claim.attribute;
  if (facts.wrong?.[category]?.includes(value) === true) return FALSE;
  const color = type === "color" ? facts.colors?.[category] : undefined;
  if (color === undefined) return claim.negated ? UNKNOWN : TRUE;
  if (color === null) return FALSE;
  return { truth: color === value || value.endsWith(` ${color}`), remedy: { type: "color", value: color } };
}

function allows(relation: "exactly" | "at_least" | "at_most" | "about", value: number, number: number): boolean {
  switch (relation) {
    case "exactly":
      return number === value;
    case "at_least":
      return number >= value;
    case "at_most":
      return number <= value;
    case "about":
      return Math.abs(number - value) <= 1;
    default:
      return relation satisfies never;
  }
}

function judgement(verdict: Verdict, remedy: Remedy | null): Judgement {
  const because = verdict === "unverifiable" ? "not_confident" : null;
  const probability = verdict === "supported" ? 1 : verdict === "refuted" ? 0 : null;
  return { verdict, probability, because, reason: "The facts say so.", remedy };
}
