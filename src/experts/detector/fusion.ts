/**
 * Several looks at one picture, brought together: what each kind of look says of a class, and which boxes are the same thing.
 *
 * A look at the whole picture and one at its mirror image should agree, and where they do not, the class is less likely there than either
 * says alone. Tiles show small things larger, and cut large ones in parts: their best score counts on its own weight.
 */
import { area, type Box, overlap } from "../../domain/box.js";
import { logit } from "./logistic.js";
import type { Look, Sighting } from "./sighting.js";

/** Two boxes of a class that overlap more than this are one thing. */
const SAME_THING = 0.5;
/** A part of a thing, seen in a tile, lies at least this much inside the box of the whole thing. */
const PART_OF = 0.8;
/** What a box's score is taken for in a look that saw no such box. */
const UNSEEN_SCORE = 0.03;

/** Of one class in one picture, or of one box; in units of log-odds but for `area`. */
export interface Features {
  /** Mean over the looks at the whole picture. */
  readonly whole: number;
  /** Difference between the looks at the whole picture. */
  readonly disagreement: number;
  /** Best over the tiles. */
  readonly tiles: number;
  /** Natural logarithm of the share of the picture that the box takes; 0 for a class. */
  readonly area: number;
}

export interface FusedBox {
  readonly box: Box;
  readonly features: Features;
}

/** Best score of each class over the looks at the whole picture and over the tiles. */
export function classFeatures(looks: readonly Look[], classIndex: number): Features {
  const best = (look: Look): number =>
    look.sightings.reduce((most, seen) => (seen.classIndex === classIndex ? Math.max(most, seen.score) : most), 0);
  return featuresOf(looks.filter(isWhole).map(best), looks.filter(isTile).map(best), 0);
}

/** The boxes of one class, each thing once, best first. */
export function fuseBoxes(looks: readonly Look[], classIndex: number): readonly FusedBox[] {
  const things: Thing[] = [];
  const seen = looks.flatMap((look, index) =>
    look.sightings.filter((sighting) => sighting.classIndex === classIndex).map((sighting) => ({ index, sighting })),
  );
  const byOrder = (entry: { readonly index: number; readonly sighting: Sighting }): number =>
    (isTile(looks[entry.index]) ? 0 : 1) + entry.sighting.score;
  for (const { index, sighting } of seen.sort((a, b) => byOrder(b) - byOrder(a))) {
    const same = bestOverlap(things, sighting.box);
    if (same !== null) same.scores[index] = Math.max(same.scores[index] ?? 0, sighting.score);
    else if (!isTile(looks[index]) || !isPartOfAny(things, sighting.box))
      things.push({ box: sighting.box, scores: looks.map((_, look) => (look === index ? sighting.score : UNSEEN_SCORE)) });
  }
  return things.map(({ box, scores }) => ({
    box,
    features: featuresOf(
      scores.filter((_, index) => isWhole(looks[index])),
      scores.filter((_, index) => isTile(looks[index])),
      Math.log(Math.max(area(box), 1e-4)),
    ),
  }));
}

interface Thing {
  readonly box: Box;
  /** One for each look. */
  readonly scores: number[];
}

function featuresOf(whole: readonly number[], tiles: readonly number[], logArea: number): Features {
  const logits = whole.map(logit);
  return {
    whole: logits.reduce((sum, value) => sum + value, 0) / logits.length,
    disagreement: Math.max(...logits) - Math.min(...logits),
    tiles: tiles.length > 0 ? logit(Math.max(...tiles)) : 0,
    area: logArea,
  };
}

function bestOverlap(things: readonly Thing[], box: Box): Thing | null {
  let best: Thing | null = null;
  let most = SAME_THING;
  for (const thing of things) {
    const shared = overlap(thing.box, box);
    if (shared > most) {
      best = thing;
      most = shared;
    }
  }
  return best;
}

function isPartOfAny(things: readonly Thing[], box: Box): boolean {
  return things.some((thing) => {
    const width = Math.min(thing.box.x2, box.x2) - Math.max(thing.box.x1, box.x1);
    const height = Math.min(thing.box.y2, box.y2) - Math.max(thing.box.y1, box.y1);
    return width > 0 && height > 0 && width * height > PART_OF * area(box);
  });
}

function isWhole(look: Look | undefined): boolean {
  return look !== undefined && look.view.region.x2 - look.view.region.x1 === 1;
}

function isTile(look: Look | undefined): boolean {
  return !isWhole(look);
}
