import type { GoldenCase } from "./case.js";

const ABSENT: GoldenCase["facts"] = { absent: ["elephant", "cat", "dog", "potted plant", "bicycle", "kite"] };

/** Marks that stress or quote words go with their words, both or neither. */
export const MARKUP: readonly GoldenCase[] = [
  {
    response: "**Two chairs** and _an elephant_ are on the beach.",
    facts: ABSENT,
    corrected: "**Two chairs** are on the beach.",
  },
  {
    response: "_An elephant_ and **two chairs** are on the beach.",
    facts: ABSENT,
    corrected: "**Two chairs** are on the beach.",
  },
  {
    response: "**Two chairs**, **an elephant**, and **a man** are on the beach.",
    facts: ABSENT,
    corrected: "**Two chairs** and **a man** are on the beach.",
  },
  { response: "**Two chairs and an elephant** are visible.", facts: ABSENT, corrected: "**Two chairs** are visible." },
  { response: "There are **an elephant and two chairs** here.", facts: ABSENT, corrected: "There are **two chairs** here." },
  {
    response: "There are two chairs and <b>an elephant</b> on the beach.",
    facts: ABSENT,
    corrected: "There are two chairs on the beach.",
  },
  {
    response: "There are <b>two chairs and an elephant</b> on the beach.",
    facts: ABSENT,
    corrected: "There are <b>two chairs</b> on the beach.",
  },
  {
    response: "The scene shows `chair`, `elephant` and `person`.",
    facts: ABSENT,
    corrected: "The scene shows `chair` and `person`.",
  },
  { response: "**An elephant** is big. A man walks.", facts: ABSENT, corrected: "A man walks." },
  { response: '["chair", "elephant"]', facts: ABSENT, corrected: '["chair"]' },
  { response: '["elephant", "chair"]', facts: ABSENT, corrected: '["chair"]' },
  {
    response: 'Several people, a kayak, and a cat named "Tom" can be seen.',
    facts: ABSENT,
    corrected: "Several people and a kayak can be seen.",
  },
];

/** What is said of one thing is not left for another. */
export const BEARERS: readonly GoldenCase[] = [
  { response: "A man, two dogs, and a cat called Tom swim.", facts: ABSENT, corrected: "A man swims." },
  {
    response: "The people are riding bikes and the kids are flying kites while a dog plays in the sand.",
    facts: ABSENT,
    corrected: "There are people.",
  },
  {
    response: "The scene shows a remote control near the dog and a potted plant in the background, adding a touch of greenery to the room.",
    facts: { absent: ["potted plant"] },
    corrected: "The scene shows a remote control near the dog.",
  },
];

/** A place before its verb: what stands there is kept where the place goes, and goes where nothing would stand there. */
export const INVERTED: readonly GoldenCase[] = [
  {
    response: "Next to the elephant stand two chairs. The elephant's trunk is raised.",
    facts: ABSENT,
    corrected: "There stand two chairs.",
  },
  { response: "On the elephant sits a man.", facts: ABSENT, corrected: "There sits a man." },
  { response: "Beside the dog is a chair.", facts: ABSENT, corrected: "There is a chair." },
  { response: "Under the umbrella stand two men and a dog.", facts: ABSENT, corrected: "Under the umbrella stand two men." },
  {
    response: "A man walks. Behind the bench, and next to the tree, stands a dog.",
    facts: ABSENT,
    corrected: "A man walks.",
  },
  {
    response: "Under a red umbrella stand two chairs.",
    facts: { colors: { umbrella: "green" } },
    corrected: "Under a green umbrella stand two chairs.",
  },
];

/** What speaks of nothing that is refuted stays, and what hangs on nothing goes. */
export const LEANING: readonly GoldenCase[] = [
  {
    response: '"Look at that elephant!" says the sign. The chairs are empty. An elephant waits. It is raining cats and dogs.',
    facts: ABSENT,
    corrected: '"Look at that elephant!" says the sign. The chairs are empty. It is raining cats and dogs.',
  },
  {
    response: "A man waits. On the beach you may see a cat. Is there a cat? Perhaps.",
    facts: { absent: ["cat"] },
    corrected: "A man waits.",
  },
  {
    response: "Two chairs, an elephant and a zebra are visible. The elephant is grey and the zebra is striped. They graze.",
    facts: { absent: ["elephant", "zebra"] },
    corrected: "Two chairs are visible.",
  },
  {
    response: "A man waits. A potted plant sits by the couch. The plant is green.",
    facts: ABSENT,
    corrected: "A man waits.",
  },
  {
    response: "A plant grows outside. A potted plant sits by the couch. The plant is green.",
    facts: ABSENT,
    corrected: "A plant grows outside. The plant is green.",
  },
];
