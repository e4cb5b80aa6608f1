/**
 * How likely a person would call a thing red, of which so large a share was measured red.
 *
 * Things are seldom of one color: a red bus has windows and tires, a box holds background. So a fifth of the pixels is enough to be called
 * by, and shades that people name one way or the other (red and orange, gray and white) speak for each other, at a fifth of their weight.
 */
import type { ColorShare } from "../domain/evidence.js";
import { BASIC_COLORS, type BasicColor, basicColorOf, COLOR_QUALIFIERS, colorsIn } from "../language/vocabulary/colors.js";

/** Pairs that people, lights and cameras take for each other. */
const NEIGHBORS: Readonly<Record<BasicColor, readonly BasicColor[]>> = {
  black: ["gray", "blue", "brown"],
  white: ["gray", "yellow", "pink"],
  gray: ["black", "white", "blue", "brown"],
  red: ["orange", "pink", "brown"],
  orange: ["red", "yellow", "brown"],
  yellow: ["orange", "green", "brown", "white"],
  green: ["yellow", "blue"],
  blue: ["gray", "purple", "green", "black"],
  purple: ["blue", "pink"],
  pink: ["red", "purple", "white"],
  brown: ["orange", "red", "gray", "yellow", "black"],
};
const NEIGHBOR_WEIGHT = 0.2;

/**
 * Share (with its neighbors' part) → chance that the color's name is right; between the points by straight lines. Set on the colors that
 * human captions give to things on COCO photographs, against the other ten for the same things.
 */
const CALIBRATION: readonly (readonly [share: number, chance: number])[] = [
  [0, 0.05],
  [0.05, 0.15],
  [0.12, 0.25],
  [0.2, 0.5],
  [0.3, 0.78],
  [0.5, 0.88],
  [1, 0.96],
];

/** The basic colors that nobody could mean by this one. */
export function contraryColors(color: BasicColor): readonly BasicColor[] {
  return BASIC_COLORS.filter((other) => other !== color && !NEIGHBORS[color].includes(other) && !NEIGHBORS[other].includes(color));
}

/** A share of other colors that leaves no room for a part (a stripe, a patch) to be named by. */
const EXCLUDING_SHARE = 0.55;

/** Where the others are several, they must leave next to nothing: a red bus may be black, white and gray in its windows, tires and lights. */
const EXCLUDING_SHARES = 0.95;

/**
 * Less will do where enough of them has a hue: a bus that is half blue, with black windows, is no yellow one, whatever the rest. Of 485 false
 * colors of things on photographs 13 more fell so, and none of 130 true ones.
 */
const EXCLUDING_SHARES_WITH_HUE = 0.8;
const EXCLUDING_HUE = 0.3;
const WITHOUT_HUE: ReadonlySet<string> = new Set(["black", "white", "gray"]);

/** What is left of a color's chance then. Of 27 colors that captions name one was excluded so, of 262 that they do not name 59. */
const EXCLUDED = 0.5;

/** A color with as much of the thing as this is there: a patch, a paw, a stripe that it may be named by. */
const PRESENT_SHARE = 0.04;

/** A color is named as the right one where it has half of the thing and twice what the next has. */
const DOMINANT_SHARE = 0.5;
const DOMINANT_RATIO = 2;

/**
 * The basic terms of a claim's color: "navy blue" → blue, "red and white" → red, white; none where a word is no color.
 * @param value lower case
 */
export function basicColors(value: string): readonly BasicColor[] {
  const words = value
    .toLowerCase()
    .split(/[\s,&/]+/)
    .filter((word) => word !== "" && word !== "and" && !/^colou?r(?:ed)?$/.test(word));
  const terms = words.flatMap((word, index) => {
    const isQualifier = index < words.length - 1 && COLOR_QUALIFIERS.has(word);
    return isQualifier ? [] : termsOf(word);
  });
  return terms.includes(null) ? [] : [...new Set(terms.filter((term) => term !== null))];
}

function termsOf(word: string): readonly (BasicColor | null)[] {
  const named = colorsIn(word).map(basicColorOf);
  return named.length > 0 ? named : [basicColorOf(word)];
}

/**
 * Chance that a person would call the thing all of these colors; 0 to 1.
 * @param beside all colors that the text gives the thing, `named` among them. Each of several needs only its part of the thing.
 */
export function chanceOfColors(
  measured: readonly ColorShare[],
  named: readonly BasicColor[],
  beside: readonly BasicColor[] = named,
): number {
  const parts = Math.max(1, beside.length / named.length);
  const chance = Math.min(...named.map((color) => chanceOf(Math.min(1, parts * weightOf(measured, color)))));
  return excludes(measured, beside) ? EXCLUDED * chance : chance;
}

/**
 * Whether the thing clearly has other colors than those named, neighbors not counted as others, and next to nothing of one that is named.
 * Of several named colors none is excluded while one of them, or a neighbor, fills the thing: "black and white" is so with little white. White things take the color of their
 * light and of what stands beside them, and people still call them white: only black excludes it.
 */
export function excludes(measured: readonly ColorShare[], named: readonly BasicColor[]): boolean {
  const near: ReadonlySet<string> = new Set(named.flatMap((color) => [color, ...NEIGHBORS[color]]));
  const [isWhite, isBlack] = [named.includes("white"), named.includes("black")];
  if (named.every((color) => (measured.find(({ name }) => name === color)?.share ?? 0) >= PRESENT_SHARE)) return false;
  const strangers = measured.filter(({ name }) => (isWhite ? name === "black" && !isBlack : !near.has(name)));
  const together = shareOf(strangers);
  const hue = shareOf(strangers.filter(({ name }) => !WITHOUT_HUE.has(name)));
  const most = Math.max(0, ...strangers.map(({ share }) => share));
  return most >= EXCLUDING_SHARE || together >= (hue >= EXCLUDING_HUE ? EXCLUDING_SHARES_WITH_HUE : EXCLUDING_SHARES);
}

function shareOf(colors: readonly ColorShare[]): number {
  return colors.reduce((sum, { share }) => sum + share, 0);
}

/** Black, white and gray all over. */
export function isWithoutHue(measured: readonly ColorShare[]): boolean {
  return measured.every(({ name }) => WITHOUT_HUE.has(name));
}

/** The one color that the thing clearly has; null where it has several. */
export function dominantColor([first, second]: readonly ColorShare[]): string | null {
  if (first === undefined || first.share < DOMINANT_SHARE) return null;
  return second === undefined || first.share >= DOMINANT_RATIO * second.share ? first.name : null;
}

/** A share that leaves the thing no other color to be called by: shadows, a pole, what shows beside it in the box. */
const FILLING_SHARE = 0.85;

/** Whether the thing has one of the colors nearly all over. */
export function fills(measured: readonly ColorShare[], named: readonly BasicColor[]): boolean {
  return measured.some(({ name, share }) => share >= FILLING_SHARE && named.some((color) => color === name));
}

function weightOf(measured: readonly ColorShare[], color: BasicColor): number {
  const neighbors: readonly string[] = NEIGHBORS[color];
  return measured.reduce((sum, { name, share }) => sum + share * (name === color ? 1 : neighbors.includes(name) ? NEIGHBOR_WEIGHT : 0), 0);
}

function chanceOf(weight: number): number {
  let [fromWeight, fromChance] = CALIBRATION[0] ?? [0, 0];
  for (const [share, chance] of CALIBRATION) {
    if (weight <= share)
      return share === fromWeight ? chance : fromChance + ((weight - fromWeight) / (share - fromWeight)) * (chance - fromChance);
    [fromWeight, fromChance] = [share, chance];
  }
  return fromChance;
}
