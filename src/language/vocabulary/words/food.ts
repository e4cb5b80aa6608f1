/** Nouns for food. "Orange" is here as a fruit; whether it is one or a color, the phrase around it says (senses.ts). */
import type { SynonymRow } from "../entry.js";

export const FOOD: readonly SynonymRow[] = [
  ["banana"],
  ["apple"],
  ["sandwich", "burger", "hamburger", "cheeseburger", "club sandwich", "panini", "blt", "grilled cheese", "submarine sandwich"],
  ["orange", "tangerine", "mandarin orange", "clementine"],
  ["broccoli", "broccoli floret"],
  ["carrot", "baby carrot"],
  ["hot dog", "hotdog", "hot-dog", "chili dog", "corn dog"],
  ["pizza", "pepperoni pizza", "cheese pizza"],
  ["donut", "doughnut"],
  ["cake", "birthday cake", "wedding cake", "chocolate cake", "cupcake", "cheesecake", "layer cake", "sponge cake", "shortcake"],
];
