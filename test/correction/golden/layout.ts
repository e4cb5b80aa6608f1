import type { GoldenCase } from "./case.js";

/** Paragraphs, bullets, headings, odd white space. */
export const LAYOUT: readonly GoldenCase[] = [
  { response: "- A dog\n- An elephant\n- A man", facts: { absent: ["elephant"] }, corrected: "- A dog\n- A man" },
  { response: "- A dog\n- A man\n- An elephant", facts: { absent: ["elephant"] }, corrected: "- A dog\n- A man" },
  { response: "- An elephant\n- A dog\n- A man", facts: { absent: ["elephant"] }, corrected: "- A dog\n- A man" },
  {
    response: "* A dog is running.\n* An elephant is bathing.\n* A man is watching.",
    facts: { absent: ["elephant"] },
    corrected: "* A dog is running.\n* A man is watching.",
  },
  {
    response: "The picture shows:\n1. A dog\n2. A man with a bicycle",
    facts: { absent: ["bicycle"] },
    corrected: "The picture shows:\n1. A dog\n2. A man",
  },
  {
    response: "A dog lies on the rug.\n\nAn elephant stands outside. It is gray.\n\nThe room is bright.",
    facts: { absent: ["elephant"] },
    corrected: "A dog lies on the rug.\n\nThe room is bright.",
  },
  {
    response: "A dog lies on the rug. An elephant stands outside.\n\nThe room is bright.",
    facts: { absent: ["elephant"] },
    corrected: "A dog lies on the rug.\n\nThe room is bright.",
  },
  {
    response: "An elephant stands outside. A dog lies on the rug.\n\nThe room is bright.",
    facts: { absent: ["elephant"] },
    corrected: "A dog lies on the rug.\n\nThe room is bright.",
  },
  {
    response: "The room is bright.\n\nA dog lies on the rug. An elephant stands outside.",
    facts: { absent: ["elephant"] },
    corrected: "The room is bright.\n\nA dog lies on the rug.",
  },
  { response: "The room is bright.\n\nAn elephant stands outside.\n", facts: { absent: ["elephant"] }, corrected: "The room is bright.\n" },
  {
    response: "A man  walks  a dog.  A cat sleeps.  The sun shines. ",
    facts: { absent: ["cat"] },
    corrected: "A man  walks  a dog.  The sun shines. ",
  },
  {
    response: "A man’s dog sits on the “best” chair… An elephant waits. 🐕",
    facts: { absent: ["elephant"] },
    corrected: "A man’s dog sits on the “best” chair… 🐕",
  },
  {
    response: "## Objects\n\n- **Dog**: lies on the couch\n- **Elephant**: stands outside\n\n## Mood\n\nCalm.",
    facts: { absent: ["elephant"] },
    corrected: "## Objects\n\n- **Dog**: lies on the couch\n\n## Mood\n\nCalm.",
  },
  { response: "  There is a dog.", facts: { counts: { dog: 1 } }, corrected: "  There is a dog." },
];

/** Where nothing would be left, the last refuted object is denied. */
export const LAST_WORD: readonly GoldenCase[] = [
  { response: "There is an elephant.", facts: { absent: ["elephant"] }, corrected: "There is no elephant in the image." },
  {
    response: "There is a cat. There is an elephant.",
    facts: { absent: ["elephant", "cat"] },
    corrected: "There is no elephant in the image.",
  },
  { response: "There are two elephants.", facts: { absent: ["elephant"] }, corrected: "There are no elephants in the image." },
  { response: "An elephant stands in a field.", facts: { absent: ["elephant"] }, corrected: "There is no elephant in the image." },
  { response: "a dog and a cat", facts: { absent: ["dog", "cat"] }, corrected: "There is no cat in the image." },
  { response: "The car is red.", facts: { colors: { car: null } }, corrected: "The car is not red." },
];

/** Nothing is wrong, so nothing changes. */
export const UNTOUCHED: readonly GoldenCase[] = [
  { response: "A man, two dogs and a car.", facts: {}, corrected: "A man, two dogs and a car." },
  { response: " odd   spacing , here .\n\n\tAnd a dog ", facts: {}, corrected: " odd   spacing , here .\n\n\tAnd a dog " },
  {
    response: "The mood is calm; it feels like summer.",
    facts: { absent: ["elephant"] },
    corrected: "The mood is calm; it feels like summer.",
  },
  { response: "There is no elephant.", facts: { absent: ["elephant"] }, corrected: "There is no elephant." },
];
