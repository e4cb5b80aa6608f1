/** Claims and evidence for the tests of this room, made in one line each. */
import type { Box, DetectedBox } from "../../src/domain/box.js";
import type {
  AttributeClaim,
  AttributeType,
  CountClaim,
  ExistenceClaim,
  Mention,
  OtherClaim,
  Quantity,
  RelationClaim,
  SpatialPredicate,
  TextClaim,
} from "../../src/domain/claim.js";
import type {
  ColorEvidence,
  ColorShare,
  DetectionEvidence,
  FailureEvidence,
  GeometryEvidence,
  TextEvidence,
} from "../../src/domain/evidence.js";

export interface Tone {
  readonly negated?: boolean;
  readonly hedged?: boolean;
}

const base = { id: "c1", text: "it is so", span: { start: 0, end: 8 }, sentence: 0 };

function said({ negated = false, hedged = false }: Tone) {
  return { ...base, negated, hedged };
}

export function mention(phrase: string, category = phrase): Mention {
  return { phrase, category, span: { start: 0, end: phrase.length } };
}

export function existence(object: Mention, tone: Tone = {}): ExistenceClaim {
  return { kind: "existence", ...said(tone), object };
}

export function counting(object: Mention, count: Quantity, tone: Tone = {}): CountClaim {
  return { kind: "count", ...said(tone), object, count };
}

export function exactly(value: number, object = mention("dogs", "dog"), tone: Tone = {}): CountClaim {
  return counting(object, { relation: "exactly", value }, tone);
}

export function attribute(object: Mention, value: string, type: AttributeType = "color", tone: Tone = {}): AttributeClaim {
  return { kind: "attribute", ...said(tone), object, attribute: { type, value } };
}

export function spatial(object: Mention, predicate: SpatialPredicate, targets: readonly Mention[], tone: Tone = {}): RelationClaim {
  return { kind: "relation", ...said(tone), object, relation: { predicate, type: "spatial", targets } };
}

export function acting(object: Mention, predicate: string, targets: readonly Mention[], tone: Tone = {}): RelationClaim {
  return { kind: "relation", ...said(tone), object, relation: { predicate, type: "action", targets } };
}

export function writing(quote: string, object: Mention | null = null, tone: Tone = {}): TextClaim {
  return { kind: "text", ...said(tone), object, quote };
}

export function other(tone: Tone = {}): OtherClaim {
  return { kind: "other", ...said(tone), object: null };
}

const SOMEWHERE: Box = { x1: 0.1, y1: 0.1, x2: 0.4, y2: 0.4 };

export function box(probability: number, place: Box = SOMEWHERE): DetectedBox {
  return { ...place, probability };
}

/** A detection whose chance of presence is that of its boxes together. */
export function detecting(category: string, ...probabilities: readonly number[]): DetectionEvidence {
  return seeing(category, 1 - probabilities.reduce((none, probability) => none * (1 - probability), 1), ...probabilities);
}

export function seeing(category: string, presence: number, ...probabilities: readonly number[]): DetectionEvidence {
  const boxes = probabilities.toSorted((a, b) => b - a).map((probability) => box(probability));
  return { type: "detection", expert: "test-detector", image: 0, category, presence, boxes };
}

export function measuring(category: string, probability: number, ...colors: readonly (readonly [string, number])[]): ColorEvidence {
  const shares: readonly ColorShare[] = colors.map(([name, share]) => ({ name, share }));
  return { type: "color", expert: "test-meter", image: 0, category, region: box(probability), colors: shares };
}

export function lying(
  predicate: SpatialPredicate,
  holds: boolean,
  margin: number,
  ...probabilities: readonly [number, ...number[]]
): GeometryEvidence {
  const [subject, ...targets] = probabilities;
  return {
    type: "geometry",
    expert: "geometry",
    image: 0,
    predicate,
    subject: box(subject),
    targets: targets.map((one) => box(one)),
    holds,
    margin,
  };
}

export function reading(...lines: readonly (readonly [string, number])[]): TextEvidence {
  return { type: "text", expert: "test-reader", image: 0, lines: lines.map(([text, score]) => ({ text, score, box: SOMEWHERE })) };
}

export function failing(code: FailureEvidence["code"]): FailureEvidence {
  return { type: "failure", expert: "test-detector", image: 0, code, message: "it did not work" };
}
