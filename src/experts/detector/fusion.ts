/**
 * Several looks at one picture, brought together: what each kind of look says of a class, and which boxes are the same thing.
 *
 * A look at the whole picture and one at its mirror image should agree, and where they do not, the class is less likely there than either
 * says alone. Tiles show small things larger, and cut large ones in parts: their best score counts on its own weight. Where another class
 * scores high in the very place, it explains what is seen there, and this one is the less likely. A faint score on a large box says more than the
 * same on a speck: specks that look a little like something are everywhere.
 */
import { area, type Box, intersection, overlap } from "../../domain/box.js";
import { logit } from "./logistic.js";
import type { Look, Sighting } from "./sighting.js";

/** Two boxes of a class that overlap more than this are one thing. */
const SAME_THING = 0.4;
/** Boxes of two classes that overlap more than this are in the same place. */
const SAME_PLACE = 0.45;
/** A part of a thing, seen in a tile, lies at least this much inside the box of the whole thing. */
const PART_OF = 0.8;
/** A box ends at an edge where it comes this near, as a fraction of the picture. */
const AT_EDGE = 0.012;
/** Boxes smaller than this share of the picture count as being so large; keeps the logarithm finite. */
const LEAST_AREA = 1e-4;
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
  /** Best score of another class in the place where this one scores best: what else the thing there may be. 0 for a box. */
  readonly rival: number;
  /** Natural logarithm of the share of the picture that the box takes; for a class its best box, in the mean of the looks at the whole picture. */
  readonly area: number;
}

export interface FusedBox {
  readonly box: Box;
  readonly features: Features;
}

/** What the looks say of a class: its best score in each, and what else is seen there. */
export function classFeatures(looks: readonly Look[], classIndex: number): Features {
  const best = new Map(looks.map((look) => [look, bestOf(look, classIndex)]));
  const score = (look: Look): number => best.get(look)?.score ?? 0;
  const whole = looks.filter(isWhole);
  const areas = whole.map((look) => logAreaOf(best.get(look)?.box ?? null));
  return { ...featuresOf(whole.map(score), looks.filter(isTile).map(score), mean(areas)), rival: rivalOf(looks, best) };
}

/** The boxes of one class, each thing once; those seen whole come first, each kind by falling score. */
export function fuseBoxes(looks: readonly Look[], classIndex: number): readonly FusedBox[] {
  const seen = looks.flatMap((look) =>
    look.sightings.filter((sighting) => sighting.classIndex === classIndex).map((sighting) => ({ look, sighting })),
  );
  const rank = ({ look, sighting }: (typeof seen)[number]): number => (isWhole(look) ? 1 : 0) + sighting.score;
  const things: Thing[] = [];
  for (const { look, sighting } of seen.sort((a, b) => rank(b) - rank(a))) {
    const same = bestOverlap(things, sighting.box);
    if (same !== null) same.scores.set(look, Math.max(same.scores.get(look) ?? 0, sighting.score));
    else if (!isPart(look, things, sighting.box)) things.push({ box: sighting.box, scores: new Map([[look, sighting.score]]) });
  }
  return things.map(({ box, scores }) => {
    const score = (look: Look): number => scores.get(look) ?? UNSEEN_SCORE;
    return { box, features: featuresOf(looks.filter(isWhole).map(score), looks.filter(isTile).map(score), logAreaOf(box)) };
  });
}

interface Thing {
  readonly box: Box;
  /** Best score in each look that saw it. */
  readonly scores: Map<Look, number>;
}

function featuresOf(whole: readonly number[], tiles: readonly number[], logArea: number): Features {
  const logits = whole.map(logit);
  return {
    whole: mean(logits),
    disagreement: Math.max(...logits) - Math.min(...logits),
    tiles: tiles.length > 0 ? logit(Math.max(...tiles)) : 0,
    rival: 0,
    area: logArea,
  };
}

/** A class that was nowhere seen counts as the smallest box. */
function logAreaOf(box: Box | null): number {
  return Math.log(Math.max(box === null ? 0 : area(box), LEAST_AREA));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function bestOf(look: Look, classIndex: number): Sighting | null {
  return look.sightings.reduce<Sighting | null>(
    (best, sighting) => (sighting.classIndex === classIndex && sighting.score > (best?.score ?? 0) ? sighting : best),
    null,
  );
}

/** The stronger of two: the mean over the looks at the whole picture, and the tile that speaks most for the class. */
function rivalOf(looks: readonly Look[], best: ReadonlyMap<Look, Sighting | null>): number {
  const rival = (look: Look): number => logit(rivalScore(look, best.get(look) ?? null));
  const whole = mean(looks.filter(isWhole).map(rival));
  const [tile] = looks.filter(isTile).sort((a, b) => (best.get(b)?.score ?? 0) - (best.get(a)?.score ?? 0));
  return tile === undefined ? whole : Math.max(whole, rival(tile));
}

function rivalScore({ sightings }: Look, seen: Sighting | null): number {
  if (seen === null) return UNSEEN_SCORE;
  return sightings.reduce(
    (most, other) =>
      other.classIndex !== seen.classIndex && other.score > most && overlap(other.box, seen.box) > SAME_PLACE ? other.score : most,
    UNSEEN_SCORE,
  );
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

/** Whether a box that only a tile saw is a piece of something: cut by the tile's edge, or inside a thing that was seen whole. */
function isPart(look: Look, things: readonly Thing[], box: Box): boolean {
  if (isWhole(look)) return false;
  return isCut(look.view.region, box) || things.some((thing) => area(intersection(thing.box, box)) > PART_OF * area(box));
}

/** Whether a box ends at an edge of the region that is no edge of the picture. */
function isCut(region: Box, box: Box): boolean {
  return (
    (region.x1 > 0 && box.x1 < region.x1 + AT_EDGE) ||
    (region.y1 > 0 && box.y1 < region.y1 + AT_EDGE) ||
    (region.x2 < 1 && box.x2 > region.x2 - AT_EDGE) ||
    (region.y2 < 1 && box.y2 > region.y2 - AT_EDGE)
  );
}

function isWhole({ view }: Look): boolean {
  return view.region.x2 - view.region.x1 === 1;
}

function isTile(look: Look): boolean {
  return !isWhole(look);
}
