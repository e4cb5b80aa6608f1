import type { GoldenCase } from "./case.js";

/** Words, sentences and headings that would be left over once something goes. */
export const STRANDED: readonly GoldenCase[] = [
  {
    response: "A woman waits at the curb while a long truck rolls by in the background.",
    facts: { relations: [{ object: "truck", not: "background" }] },
    corrected: "A woman waits at the curb while a long truck rolls by.",
  },
  {
    response: "A boy stands near a wall, possibly holding a kite.",
    facts: { absent: ["kite"] },
    corrected: "A boy stands near a wall.",
  },
  {
    response: "A cat is resting next to a keyboard, with a mouse nearby.",
    facts: { absent: ["mouse"] },
    corrected: "A cat is resting next to a keyboard.",
  },
  { response: "The child is sitting between a dog and a cat.", facts: { absent: ["cat"] }, corrected: "The child is sitting." },
  {
    response: "There's a clock on the wall, a vase on the shelf and a cat on the couch.",
    facts: { absent: ["vase"] },
    corrected: "There's a clock on the wall and a cat on the couch.",
  },
  {
    response: "Two bears wade through a river. One bear is brown. The other is black. The water is cold.",
    facts: { counts: { bear: 1 } },
    corrected: "A bear wades through a river. The water is cold.",
  },
  {
    response: "Three cats sit on a wall. One is white. A man feeds them.",
    facts: { counts: { cat: 2 } },
    corrected: "Two cats sit on a wall. One is white. A man feeds them.",
  },
  {
    response: "Animals:\n- A dog\n- A cat\n\nPeople:\n- A man\n- A woman",
    facts: { absent: ["dog", "cat"] },
    corrected: "People:\n- A man\n- A woman",
  },
  {
    response: "## Furniture\n\n1. A chair\n2. A couch\n\n## Food\n\n1. A pizza\n2. A sandwich",
    facts: { absent: ["pizza", "sandwich"] },
    corrected: "## Furniture\n\n1. A chair\n2. A couch",
  },
  {
    response: "The brown and white horse is grazing.",
    facts: { colors: { horse: "brown" } },
    corrected: "The brown horse is grazing.",
  },
  { response: "The bus is green and yellow.", facts: { colors: { bus: "green" } }, corrected: "The bus is green." },
];
