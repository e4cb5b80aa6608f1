/**
 * Attributes by comparison: whether "a photo of a red car" fits the thing better than "a photo of a blue car" does.
 *
 * Models that score words against pictures are surer than they are right, and nothing here was fitted on photographs. So what they say is
 * drawn half way to even odds and held off both ends: by it alone a claim falls only where a contrary fits all but incomparably better.
 */
import type { CompareCheck } from "../domain/check.js";
import type { AttributeClaim } from "../domain/claim.js";
import type { ComparisonEvidence, Evidence } from "../domain/evidence.js";
import { article } from "../language/grammar/articles.js";
import { oppositesOf } from "../language/vocabulary/opposites.js";
import { basicColors, contraryColors } from "./color-share.js";
import { numberMeant } from "./phrase.js";
import { subjectOf } from "./question.js";
import { targetFor } from "./sight.js";
import { score } from "./wording.js";

/** On log-odds. */
const DRAWN_TO_EVEN = 0.5;
const FLOOR = 0.07;
const CEILING = 0.9;
/** A share of 0 or 1 is arithmetic that ran out of digits. */
const EDGE = 1e-6;

/** What the comparison says of the affirmed claim. */
export interface Compared {
  readonly probability: number;
  /** One sentence. */
  readonly reason: string;
}

/** The check; null where nothing is known that excludes the attribute. */
export function compare(claim: AttributeClaim): CompareCheck | null {
  const contraries = contrariesOf(claim).map((value) => captionOf(claim, value));
  return contraries.length === 0
    ? null
    : { type: "compare", statement: captionOf(claim, claim.attribute.value), contraries, about: targetFor(claim.object) };
}

/** @returns null where nothing was compared */
export function compared(claim: AttributeClaim, evidence: readonly Evidence[]): Compared | null {
  const statement = captionOf(claim, claim.attribute.value);
  const pairs = evidence
    .filter((item): item is ComparisonEvidence => item.type === "comparison" && item.statement === statement)
    .toSorted((a, b) => b.share - a.share);
  // As many as the phrase speaks of must be so: the others may be as they like.
  const decisive = pairs[Math.min(numberMeant(claim.object), pairs.length) - 1];
  if (decisive === undefined) return null;
  const { contrary, share } = decisive;
  return {
    probability: chanceOf(share),
    reason: `Shown the ${claim.object.category}, the scorer finds that "${statement}" fits it ${score(share)} to ${score(1 - share)} against "${contrary}".`,
  };
}

function chanceOf(share: number): number {
  const held = Math.min(1 - EDGE, Math.max(EDGE, share));
  const odds = (held / (1 - held)) ** DRAWN_TO_EVEN;
  return Math.min(CEILING, Math.max(FLOOR, odds / (1 + odds)));
}

/** People's colors are those of their clothes or of their skin: no caption tells which. */
function contrariesOf({ object, attribute }: AttributeClaim): readonly string[] {
  if (attribute.type !== "color") return oppositesOf(attribute.value.toLowerCase());
  const [color, ...others] = basicColors(attribute.value);
  return color === undefined || others.length > 0 || object.category === "person" ? [] : contraryColors(color);
}

/** As the captions that such models were taught on. */
function captionOf(claim: AttributeClaim, value: string): string {
  const words = `${value.toLowerCase()} ${subjectOf(claim)}`;
  return `a photo of ${article(words)} ${words}`;
}
