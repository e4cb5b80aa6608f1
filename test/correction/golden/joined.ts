import type { GoldenCase } from "./case.js";

/** Little pictures in a text go with the noun before them. */
export const PICTOGRAPHS: readonly GoldenCase[] = [
  { response: "There is a pizza 🍕 and a cup.", facts: { absent: ["pizza"] }, corrected: "There is a cup." },
  { response: "There's a horse 🐴 and a kite 🪁!!", facts: { absent: ["horse"] }, corrected: "There's a kite 🪁!!" },
  {
    response: "There is a horse 🐴, a cow 🐄 and a sheep 🐑.",
    facts: { absent: ["cow"] },
    corrected: "There is a horse 🐴 and a sheep 🐑.",
  },
];

/** Denied pairs of which something is there. */
export const NEITHER: readonly GoldenCase[] = [
  { response: "There is neither a car nor a bench.", facts: { present: ["bench"] }, corrected: "There is no car." },
  { response: "There is neither a car nor a bench.", facts: { present: ["car"] }, corrected: "There is no bench." },
  { response: "There is neither a car nor a bench.", facts: { present: ["car", "bench"] }, corrected: "There is a car and a bench." },
  { response: "The image shows neither cars nor trucks.", facts: { present: ["car"] }, corrected: "The image shows no trucks." },
];

/** Clauses that lost a neighbor, or what they were set against. */
export const NEIGHBORS: readonly GoldenCase[] = [
  {
    response: "A wooden table with a dog under it; two people are talking, a bus is in the distance.",
    facts: { absent: ["dog", "person"] },
    corrected: "A wooden table; a bus is in the distance.",
  },
  {
    response: "The fountain is in the middle, with a bird on top of it.",
    facts: { absent: ["bird"] },
    corrected: "The fountain is in the middle.",
  },
  {
    response: "A woman rides a horse while holding a flag.",
    facts: { absent: ["horse"] },
    corrected: "There is a woman holding a flag.",
  },
  {
    response: "The woman rides a horse while holding a flag.",
    facts: { absent: ["horse"] },
    corrected: "The woman is holding a flag.",
  },
  {
    response: "The photo does not show any cat, but it shows a bench and a truck.",
    facts: { present: ["cat"], absent: ["truck"] },
    corrected: "The photo shows a cat, and it shows a bench.",
  },
  {
    response: "There is no bus, but there is no train.",
    facts: { present: ["bus"] },
    corrected: "There is a bus, but there is no train.",
  },
];

/** Answers whose subject is what is not there. */
export const LOST_SUBJECTS: readonly GoldenCase[] = [
  {
    prompt: "Is there a cat?",
    response: "Yes, a cat is sleeping on the couch. The cat seems calm.",
    facts: { absent: ["cat"] },
    corrected: "No, there is no cat.",
  },
  {
    prompt: "Are there any buses?",
    response: "Yes, two buses are parked by the road. A man waits.",
    facts: { absent: ["bus"] },
    corrected: "No, there are no buses. A man waits.",
  },
];

/** Clauses that go on without their verb. */
export const GAPPED: readonly GoldenCase[] = [
  {
    response: "The umbrella is on the right and the people on the left.",
    facts: { relations: [{ object: "umbrella", not: "image_left", truth: "image_right" }] },
    corrected: "The umbrella is on the right and the people on the left.",
  },
  {
    response: "The refrigerator is white and the stove black.",
    facts: { colors: { refrigerator: "white", oven: "black" } },
    corrected: "The refrigerator is white and the stove black.",
  },
  { response: "The man is on the right and the dog on the left.", facts: { absent: ["dog"] }, corrected: "The man is on the right." },
  {
    response: "The man is on the right and the dog under the table.",
    facts: { absent: ["dog"] },
    corrected: "The man is on the right.",
  },
  { response: "The refrigerator is white and the dog black.", facts: { absent: ["dog"] }, corrected: "The refrigerator is white." },
  {
    response: "The man is on the right and the dog on the left.",
    facts: { relations: [{ object: "dog", not: "image_left", truth: "image_right" }] },
    corrected: "The man is on the right and the dog on the right.",
  },
];

/** Where a lost place was a word of several, and what is joined to it is a clause of its own. */
export const PLACES_OF_MANY_WORDS: readonly GoldenCase[] = [
  ["A man is ironing on the roof of a bus, and behind him two women wait.", "A man is ironing, and behind him two women wait."],
  ["A man sits on a bus, and behind him, two women wait.", "A man sits, and behind him, two women wait."],
  ["A cat sleeps by the side of a bus. A man reads.", "A cat sleeps. A man reads."],
  ["A man sits on a chair and next to a bus in the park.", "A man sits on a chair in the park."],
].map(([response = "", corrected = ""]) => ({ response, facts: { absent: ["bus"] }, corrected }));
