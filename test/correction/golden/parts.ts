import type { GoldenCase } from "./case.js";

/** What is said of some is not said of all, and a part of a sentence that goes takes no neighbor along. */
export const SHARES_OF_SEVERAL: readonly GoldenCase[] = [
  { response: "There are two dogs, one is red.", facts: { colors: { dog: "brown" } }, corrected: "There are two dogs, one is brown." },
  {
    response: "There is one person wearing a helmet.",
    facts: { counts: { person: 4 } },
    corrected: "There is one person wearing a helmet.",
  },
  {
    response: "There are two people in the background.",
    facts: { counts: { person: 4 } },
    corrected: "There are two people in the background.",
  },
  {
    response: "There are two people in the background.",
    facts: { counts: { person: 1 } },
    corrected: "There is a person in the background.",
  },
  {
    response: "In addition, there are two other people in the background, one on the left and one on the right.",
    facts: { counts: { person: 1 } },
    corrected: "In addition, there is another person in the background.",
  },
  {
    response: "All three giraffes are eating leaves from a tall tree.",
    facts: { counts: { giraffe: 2 } },
    corrected: "Both giraffes are eating leaves from a tall tree.",
  },
  {
    response: "The two women are sitting next to each other on the couch.",
    facts: { counts: { person: 1 } },
    corrected: "The woman is sitting on the couch.",
  },
  {
    response: "The man is standing between the two horses.",
    facts: { counts: { horse: 1 } },
    corrected: "The man is standing next to the horse.",
  },
  {
    response: "Two cats are sitting on a windowsill. They are looking outside. One of them is orange.",
    facts: { counts: { cat: 1 } },
    corrected: "A cat is sitting on a windowsill. It is looking outside.",
  },
  { response: "Only one person is visible.", facts: { counts: { person: 3 } }, corrected: "Three people are visible." },
  { response: "A lone sheep stands in the meadow.", facts: { counts: { sheep: 4 } }, corrected: "Four sheep stand in the meadow." },
];

/** Lists within lists. */
export const NESTED_LISTS: readonly GoldenCase[] = [
  {
    response: "There are many food items, including a bowl of soup, two glasses of wine, and a plate of bread.",
    facts: { absent: ["bowl"] },
    corrected: "There are many food items, including two glasses of wine and a plate of bread.",
  },
  {
    response: "A young girl is holding a teddy bear in her left hand and a red balloon in her right hand.",
    facts: { absent: ["teddy bear"] },
    corrected: "A young girl is holding a red balloon in her right hand.",
  },
  {
    response: "A man riding a horse, a dog running beside it, and a woman watching from a bench.",
    facts: { absent: ["dog"] },
    corrected: "A man riding a horse and a woman watching from a bench.",
  },
  {
    response: "A large group of people is gathered, some holding umbrellas and others sitting on chairs.",
    facts: { absent: ["umbrella"] },
    corrected: "A large group of people is gathered, some sitting on chairs.",
  },
  {
    response: "A white plate topped with a sandwich and french fries.",
    facts: { absent: ["sandwich"] },
    corrected: "A white plate topped with french fries.",
  },
  {
    response: "The room has a couch, two chairs, and a coffee table, on which sits a vase of flowers.",
    facts: { absent: ["vase"] },
    corrected: "The room has a couch, two chairs, and a coffee table.",
  },
];

/** What stands around a part that goes. */
export const AROUND: readonly GoldenCase[] = [
  {
    response: "To the left of the couch, there's a lamp, and to the right, there's a potted plant.",
    facts: { absent: ["potted plant"] },
    corrected: "To the left of the couch, there's a lamp.",
  },
  {
    response: "It looks like there might be a cat hiding under the bed.",
    facts: { absent: ["cat"] },
    corrected: "There is no cat in the image.",
  },
  {
    response: "- **Background:** a wooden bench and two bicycles",
    facts: { absent: ["bench"] },
    corrected: "- **Background:** two bicycles",
  },
  { response: "A **red** car is parked there.", facts: { colors: { car: null } }, corrected: "A car is parked there." },
  { response: "There is **a dog and a cat** here.", facts: { absent: ["cat"] }, corrected: "There is **a dog** here." },
  { response: "The room is empty except for a single chair.", facts: { absent: ["chair"] }, corrected: "The room is empty." },
  { response: "Unlike the dog, the cat is asleep.", facts: { absent: ["dog"] }, corrected: "The cat is asleep." },
  {
    response: "The sea is calm, with the boats floating in the distance.",
    facts: { absent: ["boat"] },
    corrected: "The sea is calm.",
  },
  {
    response: "A black-and-white cat sleeps on a blue couch.",
    facts: { colors: { cat: "orange", couch: "red" } },
    corrected: "An orange cat sleeps on a red couch.",
  },
  { response: "The truck's color is bright yellow.", facts: { colors: { truck: "white" } }, corrected: "The truck's color is white." },
];

/** A subject that is there stays, and a pronoun keeps its noun. */
export const SUBJECTS_THAT_STAY: readonly GoldenCase[] = [
  {
    response: "The boy in the red shirt is kicking a soccer ball.",
    facts: { absent: ["sports ball"] },
    corrected: "There is a boy in the red shirt.",
  },
  { response: "A man swings a bat at a ball.", facts: { absent: ["baseball bat"] }, corrected: "There is a man." },
  {
    response: "A clock is mounted on the wall above the bed, and two pillows are neatly arranged on it.",
    facts: { absent: ["clock"] },
    corrected: "Two pillows are neatly arranged on the bed.",
  },
  {
    response: "There is a cat on the bed. It is asleep, and a book lies under it.",
    facts: { absent: ["book"] },
    corrected: "There is a cat on the bed. It is asleep.",
  },
  {
    response: "A man is walking a dog. The dog is on a leash. It seems happy to be outside.",
    facts: { absent: ["dog"] },
    corrected: "There is a man.",
  },
];

const ALL_RIGHT = { relations: [{ object: "dog", not: "image_left", truth: "image_right" }] } as const;

/** Sides that would be one: no "one on the right and one on the right". */
export const EQUAL_SIDES: readonly GoldenCase[] = [
  ["Two dogs wait, one on the left and one on the right.", "Two dogs wait."],
  ["Two dogs wait, one on the right and the other on the left.", "Two dogs wait."],
  ["There are two dogs: one on the left and one on the right side.", "There are two dogs."],
  ["One dog is on the left and another is on the right.", "One dog is on the right."],
  ["There are two dogs. One is on the left and the other is on the right.", "There are two dogs."],
  ["There are two dogs. One is on the left. The other is on the right.", "There are two dogs."],
  ["A dog is on the left and a cat is on the right.", "A dog is on the right and a cat is on the right."],
].map(([response = "", corrected = ""]) => ({ response, facts: ALL_RIGHT, corrected }));

/** Found in captions that models wrote. */
export const SEEN_IN_CAPTIONS: readonly GoldenCase[] = [
  {
    response: "There are several people standing near the train, waiting to board or disembark.",
    facts: { absent: ["person"] },
    corrected: "There are no people in the image.",
  },
  {
    response: "The horse and rider are the main focus of the scene.",
    facts: { absent: ["horse"] },
    corrected: "The rider is the main focus of the scene.",
  },
  {
    response: "A keyboard and mouse are visible on the right side of the image.",
    facts: { absent: ["keyboard"] },
    corrected: "A mouse is visible on the right side of the image.",
  },
  {
    response: "The bathroom has a sink and a toilet situated next to each other.",
    facts: { absent: ["sink"] },
    corrected: "The bathroom has a toilet.",
  },
  {
    response: "There are several bottles scattered throughout the bathroom.",
    facts: { counts: { bottle: 1 } },
    corrected: "There is a bottle in the bathroom.",
  },
  {
    response: "The image shows two dogs. One dog is closer to the man, while others are further away.",
    facts: { counts: { dog: 2 } },
    corrected: "The image shows two dogs. One dog is closer to the man, while others are further away.",
  },
  {
    response: "The image features a car and an old, worn suitcase sitting on a wet road.",
    facts: { absent: ["suitcase"] },
    corrected: "The image features a car sitting on a wet road.",
  },
  {
    response: "The dog is in the middle of the scene, attentively herding the sheep.",
    facts: { absent: ["sheep"] },
    corrected: "The dog is in the middle of the scene.",
  },
  {
    response: "There are several umbrellas, each with a different color, creating a vibrant and visually appealing scene.",
    facts: { counts: { umbrella: 1 } },
    corrected: "There is an umbrella.",
  },
  {
    response: "They are spread out, with some closer to the teddy bear and others further away.",
    facts: { absent: ["teddy bear"] },
    corrected: "They are spread out, with some further away.",
  },
  {
    response: "There is a cat. The bench is on a concrete slab, and it appears to be the only piece of furniture.",
    facts: { absent: ["bench"] },
    corrected: "There is a cat.",
  },
  {
    response: "The doughnut is placed on a white napkin, while the bottle is positioned next to it.",
    facts: { absent: ["donut"] },
    corrected: "The bottle is positioned next to the napkin.",
  },
  {
    response: "The image captures a man jumping in the air while riding a skateboard.",
    facts: { absent: ["person"] },
    corrected: "There is a skateboard.",
  },
  {
    response: "There are several people walking around the lobby, with some of them carrying luggage.",
    facts: { counts: { person: 1 } },
    corrected: "There is a person walking around the lobby.",
  },
  {
    response: "There are numerous people walking down the street, some holding umbrellas, and others wearing backpacks.",
    facts: { absent: ["umbrella"] },
    corrected: "There are numerous people walking down the street, some wearing backpacks.",
  },
  {
    response: "There is a boat. In the image, a person, possibly a woman, is leaning over its side.",
    facts: { absent: ["person"] },
    corrected: "There is a boat.",
  },
  {
    response: "There are three trucks visible, two of which are parked close to the airplane.",
    facts: { counts: { truck: 1 } },
    corrected: "There is a truck visible.",
  },
  {
    response: "A young boy in a uniform swinging a baseball bat at a ball.",
    facts: { absent: ["baseball bat"] },
    corrected: "A young boy in a uniform.",
  },
  {
    response: "The skateboard is placed on the ground, and the person is picking it up.",
    facts: { absent: ["skateboard"] },
    corrected: "There is a person.",
  },
  { response: "There are three dogs and a cat.", facts: { counts: { dog: 1 } }, corrected: "There is a dog and a cat." },
];
