/**
 * How many instances a picture holds, as a distribution.
 *
 * Each box is real with its own chance, so the boxes give a Poisson binomial; what the detector says of presence as a whole decides
 * between none and some. Where boxes explain less than that, something is there that has no box: mostly one thing, sometimes a few.
 * And beside what is seen, small and hidden instances are missed. The figures were fitted by likelihood on 121 categories in 50
 * COCO photographs, where the embedded detector's boxes were already calibrated.
 */
import type { DetectionEvidence } from "../domain/evidence.js";
import { poissonBinomial } from "./poisson-binomial.js";

/** Boxes that are looked at, and how many more instances than boxes the distribution reaches. */
const MOST_BOXES = 40;
const REACH = 8;

/** Of what is there without a box: chances of one, two, … five instances. */
const UNPLACED: readonly number[] = [0.8, 0.05, 0.05, 0.05, 0.05];

/** Chance that one more goes unseen beside those seen; its square for two more, and so on. */
const MISSED = 0.05;

/** Where there are several, chance that they are part of many: one to four more, each as likely. */
const PART_OF_MANY = 0.05;
const MOST_MORE = 4;

/**
 * Where so many are seen, they are mostly small, and may be one thing's parts or all of them something else: chance that they are fewer,
 * any number from two on as likely. With it the log-loss of claimed numbers on the photographs fell from 0.373 to 0.367.
 */
const SEEN_AS_MANY = 5;
const FEWER = 0.15;

/** @returns chances that sum to 1; the k-th is that of exactly k instances, the first 1 - presence */
export function instanceChances({ presence, boxes }: DetectionEvidence): readonly number[] {
  const seen = poissonBinomial(boxes.slice(0, MOST_BOXES).map(({ probability }) => probability));
  const placed = 1 - (seen[0] ?? 1);
  const explained = Math.min(placed, presence);
  const unplaced = presence - explained;
  const some = Array.from({ length: Math.max(seen.length, UNPLACED.length + 1) + REACH }, (_, count) =>
    count === 0 ? 0 : (placed > 0 ? ((seen[count] ?? 0) / placed) * explained : 0) + (UNPLACED[count - 1] ?? 0) * unplaced,
  );
  return withMissed(withFewer(some)).map((chance, count) => (count === 0 ? 1 - presence : chance));
}

function withFewer(seen: readonly number[]): readonly number[] {
  const all = seen.map((chance, count) => (count < SEEN_AS_MANY ? chance : chance * (1 - FEWER)));
  seen.forEach((chance, count) => {
    if (count < SEEN_AS_MANY) return;
    for (let fewer = 2; fewer < count; fewer += 1) all[fewer] = (all[fewer] ?? 0) + (chance * FEWER) / (count - 2);
  });
  return all;
}

function withMissed(seen: readonly number[]): readonly number[] {
  let waiting = 0;
  return withMany(seen).map((chance, count, all) => {
    const here = chance + waiting;
    waiting = count === 0 || count === all.length - 1 ? 0 : here * MISSED;
    return here - waiting;
  });
}

function withMany(seen: readonly number[]): readonly number[] {
  const all = seen.map((chance, count) => (count < 2 ? chance : chance * (1 - PART_OF_MANY)));
  seen.forEach((chance, count) => {
    if (count < 2) return;
    for (let more = 1; more <= MOST_MORE; more += 1) {
      const total = Math.min(seen.length - 1, count + more);
      all[total] = (all[total] ?? 0) + (chance * PART_OF_MANY) / MOST_MORE;
    }
  });
  return all;
}
