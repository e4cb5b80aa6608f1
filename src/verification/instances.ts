/**
 * How many instances a picture holds, as a distribution.
 *
 * Each box is real with its own chance, so the boxes give a Poisson binomial; what the detector says of presence as a whole decides
 * between none and some. Boxes do not tell what got none: small and hidden instances are missed, the more so the more there are.
 */
import type { DetectionEvidence } from "../domain/evidence.js";
import { poissonBinomial } from "./poisson-binomial.js";

/** How far the distribution reaches; more is not counted anyway. */
const REACH = 40;

/** Chance that a further instance goes unseen beside one that is seen, and for each more that is seen. Fit on COCO photographs. */
const MISSED_BESIDE_ONE = 0.12;
const MISSED_FOR_EACH_MORE = 0.08;
const MOST_MISSED = 0.6;

/** @returns chances that sum to 1; the k-th is that of exactly k instances, the first 1 - presence */
export function instanceChances({ presence, boxes }: DetectionEvidence): readonly number[] {
  const seen = poissonBinomial(boxes.slice(0, REACH).map(({ probability }) => probability));
  const some = seen.map((chance, count) => (count === 0 ? 0 : chance));
  const total = some.reduce((sum, chance) => sum + chance, 0);
  // Without a box worth keeping, what is present is one thing that the detector cannot place.
  const given = total > 0 ? some.map((chance) => chance / total) : [0, 1];
  return withMissed(given).map((chance, count) => (count === 0 ? 1 - presence : chance * presence));
}

/** Adds what goes unseen: with the chance q one more than seen, with q² two more, and so on. */
function withMissed(seen: readonly number[]): readonly number[] {
  const all = new Array<number>(seen.length + REACH).fill(0);
  seen.forEach((chance, count) => {
    const further = Math.min(MOST_MISSED, MISSED_BESIDE_ONE + MISSED_FOR_EACH_MORE * Math.max(0, count - 1));
    let rest = chance;
    for (let total = count; total < all.length - 1; total += 1) {
      all[total] = (all[total] ?? 0) + rest * (1 - further);
      rest *= further;
    }
    all[all.length - 1] = (all.at(-1) ?? 0) + rest;
  });
  return all;
}
