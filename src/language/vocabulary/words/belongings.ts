/** Nouns for what people carry, wear to be seen by a detector, and play with. Clothes are no categories of COCO and stay outside. */
import type { SynonymRow } from "../entry.js";

export const BELONGINGS: readonly SynonymRow[] = [
  ["backpack", "knapsack", "rucksack", "school bag", "schoolbag", "back pack"],
  ["umbrella", "parasol", "beach umbrella", "sun umbrella", "patio umbrella"],
  ["handbag", "purse", "hand bag", "shoulder bag", "tote", "tote bag", "clutch bag"],
  ["tie", "necktie", "neck tie", "bow tie", "bowtie", "bow-tie"],
  ["suitcase", "suit case", "trolley case", "rolling suitcase", "carry-on suitcase"],
  ["frisbee", "flying disc", "flying disk"],
  ["skis", "ski"],
  ["snowboard", "snow board"],
  ["sports ball", "ball", "soccer ball", "tennis ball", "beach ball", "rugby ball"],
  ["kite", "box kite"],
  ["baseball bat"],
  ["baseball glove", "baseball mitt", "catcher's mitt", "catchers mitt", "catcher mitt", "catcher's glove", "mitt"],
  ["skateboard", "skate board"],
  ["surfboard", "surf board", "shortboard", "boogie board", "bodyboard", "paddle board", "paddleboard"],
  ["tennis racket", "tennis racquet", "racket", "racquet"],
  ["scissors", "scissor", "shears"],
  ["teddy bear", "teddy", "teddybear", "teddy-bear", "stuffed bear"],
  ["hair drier", "hair dryer", "hairdryer", "hairdrier", "blow dryer", "blow drier"],
  ["toothbrush", "tooth brush", "electric toothbrush"],
];
