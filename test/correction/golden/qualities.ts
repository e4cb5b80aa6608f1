import type { GoldenCase } from "./case.js";

/** Colors. */
export const COLORS: readonly GoldenCase[] = [
  {
    response: "An umbrella lies on the sand. The umbrella is red with white stripes.",
    facts: { colors: { umbrella: null } },
    corrected: "An umbrella lies on the sand.",
  },
  { response: "A red car is parked on the street.", facts: { colors: { car: "blue" } }, corrected: "A blue car is parked on the street." },
  {
    response: "A red car is parked on the street.",
    facts: { colors: { car: "orange" } },
    corrected: "An orange car is parked on the street.",
  },
  { response: "There is an orange cat on the bed.", facts: { colors: { cat: "black" } }, corrected: "There is a black cat on the bed." },
  { response: "A red car is parked on the street.", facts: { colors: { car: null } }, corrected: "A car is parked on the street." },
  { response: "There is an orange bus at the stop.", facts: { colors: { bus: null } }, corrected: "There is a bus at the stop." },
  {
    response: "There is a red umbrella on the sand.",
    facts: { colors: { umbrella: null } },
    corrected: "There is an umbrella on the sand.",
  },
  {
    response: "A car stands on the street. The car is red.",
    facts: { colors: { car: "blue" } },
    corrected: "A car stands on the street. The car is blue.",
  },
  { response: "A car stands on the street. The car is red.", facts: { colors: { car: null } }, corrected: "A car stands on the street." },
  {
    response: "A car stands on the street. It is red.",
    facts: { colors: { car: "white" } },
    corrected: "A car stands on the street. It is white.",
  },
  { response: "The bus is red and large.", facts: { colors: { bus: null } }, corrected: "The bus is large." },
  {
    response: "A man stands next to a large red truck.",
    facts: { colors: { truck: "white" } },
    corrected: "A man stands next to a large white truck.",
  },
  {
    response: "A man stands next to a large red truck.",
    facts: { colors: { truck: null } },
    corrected: "A man stands next to a large truck.",
  },
  { response: "Red cars line the road.", facts: { colors: { car: "black" } }, corrected: "Black cars line the road." },
  { response: "Red cars line the road.", facts: { colors: { car: null } }, corrected: "Cars line the road." },
  {
    response: "A bowl with a green apple stands next to a yellow banana.",
    facts: { colors: { apple: "red" } },
    corrected: "A bowl with a red apple stands next to a yellow banana.",
  },
  {
    response: "Two brown horses are in the field.",
    facts: { colors: { horse: "white" } },
    corrected: "Two white horses are in the field.",
  },
  {
    response: "A brown dog and a white cat are on the couch.",
    facts: { colors: { dog: "black", cat: "gray" } },
    corrected: "A black dog and a gray cat are on the couch.",
  },
  { response: "The umbrella is bright yellow.", facts: { colors: { umbrella: "red" } }, corrected: "The umbrella is red." },
];

/** Other attributes. */
export const ATTRIBUTES: readonly GoldenCase[] = [
  { response: "A wooden bench stands by the lake.", facts: { wrong: { bench: ["wooden"] } }, corrected: "A bench stands by the lake." },
  {
    response: "There is an old wooden table in the room.",
    facts: { wrong: { "dining table": ["wooden"] } },
    corrected: "There is an old table in the room.",
  },
];

/** Places. */
export const RELATIONS: readonly GoldenCase[] = [
  {
    response: "The dog is to the left of the cat.",
    facts: { relations: [{ object: "dog", target: "cat", not: "left_of", truth: "right_of" }] },
    corrected: "The dog is to the right of the cat.",
  },
  {
    response: "A lamp hangs above the bed. A cat sits to the right of the chair.",
    facts: { relations: [{ object: "cat", target: "chair", not: "right_of", truth: "left_of" }] },
    corrected: "A lamp hangs above the bed. A cat sits to the left of the chair.",
  },
  {
    response: "A clock hangs below the shelf.",
    facts: { relations: [{ object: "clock", target: "shelf", not: "below", truth: "above" }] },
    corrected: "A clock hangs above the shelf.",
  },
  {
    response: "A cat is under the table.",
    facts: { relations: [{ object: "cat", target: "dining table", not: "under", truth: "on" }] },
    corrected: "A cat is on the table.",
  },
  {
    response: "A dog sits behind the bench.",
    facts: { relations: [{ object: "dog", target: "bench", not: "behind", truth: "in_front_of" }] },
    corrected: "A dog sits in front of the bench.",
  },
  {
    response: "A dog sits on the left side of the image.",
    facts: { relations: [{ object: "dog", not: "image_left", truth: "image_right" }] },
    corrected: "A dog sits on the right side of the image.",
  },
  {
    response: "A bus is visible in the background.",
    facts: { relations: [{ object: "bus", not: "background", truth: "foreground" }] },
    corrected: "A bus is visible in the foreground.",
  },
  {
    response: "A dog sits on a chair in the kitchen.",
    facts: { relations: [{ object: "dog", target: "chair", not: "on" }] },
    corrected: "A dog sits in the kitchen.",
  },
  {
    response: "A dog is sitting next to a chair.",
    facts: { relations: [{ object: "dog", target: "chair", not: "beside" }] },
    corrected: "A dog is sitting.",
  },
  { response: "A cat is on a chair.", facts: { relations: [{ object: "cat", target: "chair", not: "on" }] }, corrected: "There is a cat." },
  {
    response: "A bicycle to the left of a car is green.",
    facts: { relations: [{ object: "bicycle", target: "car", not: "left_of" }] },
    corrected: "A bicycle is green.",
  },
];

/** Words on signs. */
export const TEXTS: readonly GoldenCase[] = [
  { response: 'The sign says "STOP".', facts: { texts: { STOP: "YIELD" } }, corrected: 'The sign says "YIELD".' },
  {
    response: 'A sign that reads "MAIN STREET" hangs over the road.',
    facts: { texts: { "MAIN STREET": "OAK STREET" } },
    corrected: 'A sign that reads "OAK STREET" hangs over the road.',
  },
  {
    response: 'There is a bus with the word "EXPRESS" on the road.',
    facts: { texts: { EXPRESS: null } },
    corrected: "There is a bus on the road.",
  },
  { response: 'A bus waits at the stop. The sign says "STOP".', facts: { texts: { STOP: null } }, corrected: "A bus waits at the stop." },
];
