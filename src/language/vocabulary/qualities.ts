/** Adjectives by the kind of attribute they state. What is in no list is "other". */
import type { AttributeType } from "../../domain/claim.js";
import { colorsIn } from "./colors.js";

const MATERIALS: ReadonlySet<string> = new Set([
  ...[
    "wooden",
    "wood",
    "metal",
    "metallic",
    "steel",
    "stainless-steel",
    "iron",
    "plastic",
    "glass",
    "stone",
    "brick",
    "concrete",
    "cement",
  ],
  ...["leather", "cotton", "wool", "woolen", "silk", "denim", "paper", "cardboard", "ceramic", "porcelain", "marble", "granite", "rubber"],
  ...[
    "fur",
    "furry",
    "straw",
    "wicker",
    "bamboo",
    "tile",
    "tiled",
    "cloth",
    "fabric",
    "velvet",
    "lace",
    "aluminum",
    "copper",
    "brass",
    "clay",
  ],
  ...["cobblestone", "asphalt", "sandy", "grassy", "dirt", "gravel", "wrought-iron", "chrome", "knitted", "stainless", "paved"],
]);

const SIZES: ReadonlySet<string> = new Set([
  ...["big", "large", "huge", "giant", "enormous", "massive", "gigantic", "small", "little", "tiny", "mini", "miniature", "tall", "short"],
  ...[
    "long",
    "wide",
    "narrow",
    "thick",
    "thin",
    "medium",
    "medium-sized",
    "large-sized",
    "small-sized",
    "oversized",
    "high",
    "low",
    "broad",
  ],
  ...[
    "deep",
    "shallow",
    "fat",
    "slim",
    "slender",
    "heavy",
    "light-weight",
    "full-size",
    "spacious",
    "compact",
    "sized",
    "vast",
    "life-size",
  ],
]);

const STATES: ReadonlySet<string> = new Set([
  ...["open", "opened", "closed", "shut", "empty", "full", "filled", "lit", "unlit", "broken", "cracked", "clean", "dirty", "wet", "dry"],
  ...[
    "muddy",
    "dusty",
    "rusty",
    "worn",
    "torn",
    "folded",
    "unfolded",
    "parked",
    "covered",
    "uncovered",
    "frozen",
    "melted",
    "cooked",
    "raw",
  ],
  ...["sliced", "cut", "peeled", "ripe", "rotten", "fresh", "burnt", "awake", "asleep", "alone", "alive", "dead", "naked", "shirtless"],
  ...[
    "barefoot",
    "crowded",
    "deserted",
    "busy",
    "cloudy",
    "sunny",
    "clear",
    "snowy",
    "snow-covered",
    "rainy",
    "foggy",
    "cluttered",
    "tidy",
  ],
  ...["messy", "organized", "upside-down", "stacked", "piled", "scattered", "lined", "potted", "tied", "turned", "visible", "damaged"],
  ...[
    "decorated",
    "painted",
    "unpainted",
    "abandoned",
    "occupied",
    "unoccupied",
    "vacant",
    "stationary",
    "half-eaten",
    "half-full",
    "unmade",
  ],
  ...["made", "on", "off", "fallen", "bare", "leafless", "blooming", "overgrown", "curled", "stretched", "raised", "lowered", "extended"],
  ...["illuminated", "dark", "bright", "tangled", "neat", "bitten", "uneaten", "unopened", "sleeping", "collapsed", "inflated", "deflated"],
]);

/** Adjectives of judgement and mood: they state nothing that can be seen to be so. */
export const OPINIONS: ReadonlySet<string> = new Set([
  ...["beautiful", "lovely", "nice", "pretty", "gorgeous", "stunning", "amazing", "wonderful", "great", "good", "bad", "best", "cute"],
  ...["adorable", "charming", "picturesque", "serene", "peaceful", "calm", "cozy", "inviting", "interesting", "impressive", "unique"],
  ...["special", "perfect", "delicious", "tasty", "elegant", "fun", "funny", "exciting", "enjoyable", "pleasant", "relaxing", "vibrant"],
  ...[
    "lively",
    "delightful",
    "dramatic",
    "majestic",
    "magnificent",
    "breathtaking",
    "scenic",
    "tranquil",
    "leisurely",
    "memorable",
    "joyful",
  ],
  ...[
    "festive",
    "romantic",
    "nostalgic",
    "mysterious",
    "comfortable",
    "ideal",
    "popular",
    "famous",
    "typical",
    "common",
    "unusual",
    "ordinary",
  ],
  ...["main", "primary", "central", "overall", "certain", "possible", "likely", "different", "same", "similar", "other", "such", "various"],
  ...[
    "own",
    "particular",
    "specific",
    "general",
    "additional",
    "extra",
    "entire",
    "whole",
    "respective",
    "visible",
    "present",
    "notable",
    "further",
  ],
  ...[
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "last",
    "next",
    "previous",
    "more",
    "most",
    "few",
    "many",
    "several",
    "numerous",
    "multiple",
    "fewer",
    "only",
  ],
]);

/** The kind of attribute an adjective or participle states. Lower case. */
export function attributeTypeOf(word: string): AttributeType {
  if (colorsIn(word).length > 0) return "color";
  if (MATERIALS.has(word)) return "material";
  if (SIZES.has(word) || word.endsWith("-sized")) return "size";
  if (STATES.has(word)) return "state";
  return /[a-z]{2}ing$/.test(word) ? "action" : "other";
}

/** True for nouns that say what a thing is made of when they stand before it: "a glass table", "a brick wall". */
export function isMaterial(word: string): boolean {
  return MATERIALS.has(word);
}
