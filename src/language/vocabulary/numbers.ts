/**
 * What number words say. Words without a number ("several") are read as the least they can mean: a claim should be refuted only where no
 * reader would accept it, and "several" of two things nobody accepts, while five may well be "a few".
 */
import type { Quantity } from "../../domain/claim.js";

const UNITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"];
const TEENS = ["fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
const TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

const CARDINALS: ReadonlyMap<string, number> = new Map([
  ...[...UNITS, ...TEENS].map((word, value): [string, number] => [word, value]),
  ...TENS.map((word, index): [string, number] => [word, (index + 2) * 10]),
  ["hundred", 100],
  ["thousand", 1000],
  ["dozen", 12],
]);

/** The number of "two", "twenty-one", "3" or "1,200"; null for every other word. Lower case. */
export function numberOf(word: string): number | null {
  const cardinal = CARDINALS.get(word);
  if (cardinal !== undefined) return cardinal;
  if (!/[\d-]/.test(word)) return null;
  if (/^\d{1,3}(?:,\d{3})+$|^\d{1,9}$/.test(word)) return Number(word.replaceAll(",", ""));
  const [tens, units, ...rest] = word.split("-");
  if (units === undefined || rest.length > 0 || !TENS.includes(tens ?? "")) return null;
  const unit = UNITS.indexOf(units);
  return unit >= 1 && unit <= 9 ? (CARDINALS.get(tens ?? "") ?? 0) + unit : null;
}

/** Determiners of number: "several dogs". */
export const VAGUE_NUMBERS: ReadonlyMap<string, Quantity> = new Map<string, Quantity>([
  ["several", { relation: "at_least", value: 3 }],
  ["many", { relation: "at_least", value: 3 }],
  ["numerous", { relation: "at_least", value: 3 }],
  ["countless", { relation: "at_least", value: 3 }],
  ["multiple", { relation: "at_least", value: 2 }],
  ["various", { relation: "at_least", value: 2 }],
  ["few", { relation: "at_least", value: 2 }],
  ["both", { relation: "exactly", value: 2 }],
  ["single", { relation: "exactly", value: 1 }],
  ["lone", { relation: "exactly", value: 1 }],
  ["lonely", { relation: "exactly", value: 1 }],
  ["solo", { relation: "exactly", value: 1 }],
  ["solitary", { relation: "exactly", value: 1 }],
  ["sole", { relation: "exactly", value: 1 }],
]);

/** Nouns that count what follows "of": "a pair of dogs", "dozens of people". Null counts nothing: "a group of people". */
export const COLLECTIVES: ReadonlyMap<string, Quantity | null> = new Map<string, Quantity | null>([
  ["pair", { relation: "exactly", value: 2 }],
  ["couple", { relation: "at_least", value: 2 }],
  ["duo", { relation: "exactly", value: 2 }],
  ["trio", { relation: "exactly", value: 3 }],
  ["quartet", { relation: "exactly", value: 4 }],
  ["handful", { relation: "at_least", value: 3 }],
  ["dozen", { relation: "about", value: 12 }],
  ["dozens", { relation: "at_least", value: 24 }],
  ["scores", { relation: "at_least", value: 40 }],
  ["hundreds", { relation: "at_least", value: 200 }],
  ["thousands", { relation: "at_least", value: 2000 }],
  ["number", { relation: "at_least", value: 2 }],
  ["lot", { relation: "at_least", value: 3 }],
  ["lots", { relation: "at_least", value: 3 }],
  ["plenty", { relation: "at_least", value: 3 }],
  ...["group", "bunch", "row", "line", "set", "series", "collection", "variety", "array", "assortment", "crowd", "herd"].map(uncounted),
  ...["flock", "stack", "pile", "bouquet", "cluster", "pack", "team", "host", "range", "kind", "type", "sort", "piece"].map(uncounted),
  ...["slice", "bit", "mix", "mixture", "string", "swarm", "school", "family", "gathering", "heap", "bundle", "arrangement"].map(uncounted),
  ...["selection", "mass", "sea", "batch", "chunk", "abundance", "multitude", "patch", "litter", "fleet", "majority", "kinds"].map(
    uncounted,
  ),
  ...["types", "rows", "groups", "stacks", "piles", "pieces", "slices", "bunches", "lines", "bouquets", "sets", "varieties"].map(uncounted),
  ...["flocks", "herds", "clusters", "pairs", "rest", "part", "style", "column", "queue", "flight", "layer", "layers"].map(uncounted),
]);

function uncounted(word: string): [string, null] {
  return [word, null];
}

/** Nouns that are plural in form and one in number: "a pair of scissors" is one thing. */
export const PLURAL_ONLY: ReadonlySet<string> = new Set([
  ...["scissors", "skis", "pants", "trousers", "shorts", "jeans", "glasses", "sunglasses", "eyeglasses", "goggles", "shoes", "boots"],
  ...[
    "gloves",
    "socks",
    "sneakers",
    "sandals",
    "headphones",
    "earphones",
    "pliers",
    "tweezers",
    "binoculars",
    "leggings",
    "tights",
    "pajamas",
  ],
  ...[
    "chopsticks",
    "overalls",
    "heels",
    "slippers",
    "mittens",
    "tongs",
    "earrings",
    "stairs",
    "eyes",
    "legs",
    "hands",
    "arms",
    "ears",
    "wings",
  ],
]);
