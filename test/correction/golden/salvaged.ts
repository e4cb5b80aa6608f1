import type { GoldenCase } from "./case.js";

const ABSENT = { absent: ["dog", "elephant"] };

/** Sentences that are about something that is not there, and name something that is. */
export const SALVAGED: readonly GoldenCase[] = [
  [
    "Beside the umbrella, which is green, sits an elephant that sprays water on the four people. They laugh.",
    "There is an umbrella, which is green. There are four people. They laugh.",
  ],
  ["Under the table, where two cats sleep, lies a dog.", "There is a table, where two cats sleep."],
  ["Near the car, which is red, a dog sleeps.", "There is a car, which is red."],
  ["Between a man and a cat sits a dog.", "There is a man and a cat."],
  ["There is either a dog or an elephant beside two chairs.", "There are two chairs."],
  ["There is a dog beside some chairs.", "There are some chairs."],
  ["There is also a dog beside some chairs.", "There are also some chairs."],
  ["In the image, there is a dog beside two chairs and a table.", "In the image, there are two chairs and a table."],
  ["The image shows a dog next to a man. He smiles.", "The image shows a man. He smiles."],
  ["A dog sits next to a woman. She reads a book.", "There is a woman. She reads a book."],
  ["A dog chases the man who holds a ball.", "There is a man who holds a ball."],
  ["A dog watches a man on a bench and a woman with a bag.", "There is a man, a bench and a woman with a bag."],
  ["A group of dogs surrounds a group of people.", "There is a group of people."],
  ["A dog sits next to a man. The man pets the dog.", "There is a man."],
  ["- A dog next to a man\n- A car", "- A man\n- A car"],
  ["Next to an umbrella, an elephant stands. It is grey.", "There is an umbrella."],
].map(([response = "", corrected = ""]) => ({ response, facts: ABSENT, corrected }));

/** Where nothing needs to be said anew: places, what another sentence names, denials, questions, what only lost its quality. */
export const NOT_SALVAGED: readonly GoldenCase[] = [
  { response: "A dog sits next to a man. The man smiles.", facts: ABSENT, corrected: "The man smiles." },
  { response: "A dog sits on the beach. A man reads.", facts: ABSENT, corrected: "A man reads." },
  { response: "A man reads. A dog stands with its owner.", facts: ABSENT, corrected: "A man reads." },
  { response: "A man reads. A dog sits beside the other man.", facts: ABSENT, corrected: "A man reads." },
  { response: "The car is red.", facts: { colors: { car: null } }, corrected: "The car is not red." },
  { prompt: "Where is the dog?", response: "The dog is in front of the man.", facts: ABSENT, corrected: "There is no dog." },
  // A place or a backdrop, and what another sentence names before or behind, far off as well.
  { response: "There is a dog beside the chairs.", facts: ABSENT, corrected: "There is no dog in the image." },
  { response: "A woman reads. A dog sleeps on a keyboard.", facts: ABSENT, corrected: "A woman reads." },
  { response: "A woman reads. A dog leans against the bus.", facts: ABSENT, corrected: "A woman reads." },
  { response: "Two people are present. A dog follows a cook.", facts: ABSENT, corrected: "Two people are present." },
  {
    response: "A dog sits next to a cup. A man reads. He smiles. He waves. He waits. He sings. He laughs. He stands. A cup is red.",
    facts: ABSENT,
    corrected: "A man reads. He smiles. He waves. He waits. He sings. He laughs. He stands. A cup is red.",
  },
  { response: "There is a dog. It barks.", facts: ABSENT, corrected: "There is no dog in the image." },
];

const NO_RIGHT = { relations: [{ object: "kite", not: "image_right" }] };

/** Only the tail is wrong. */
export const TAILS: readonly GoldenCase[] = [
  {
    response:
      "A kite flies. The woman appears to be the main focus of the scene, with the kite located towards the right side of the image.",
    facts: NO_RIGHT,
    corrected: "A kite flies. The woman appears to be the main focus of the scene.",
  },
  {
    response: "The woman is the main focus, with the kite located towards the right side of the image.",
    facts: NO_RIGHT,
    corrected: "The woman is the main focus, with a kite.",
  },
  {
    response: "The woman is happy, and the kite is located towards the right side of the image.",
    facts: NO_RIGHT,
    corrected: "The woman is happy, and there is a kite.",
  },
  {
    response: "There is a woman, with a kite located on the right side of the image and a dog beside her.",
    facts: NO_RIGHT,
    corrected: "There is a woman, with a kite and a dog beside her.",
  },
  {
    response: "A man is in the center, the dog on the left, and a tree on the right.",
    facts: ABSENT,
    corrected: "A man is in the center, and a tree on the right.",
  },
  {
    response: "The man walks with the dog on the left, and a tree stands behind him.",
    facts: ABSENT,
    corrected: "The man walks, and a tree stands behind him.",
  },
];

const ONE_DOG = { counts: { dog: 1 } };

/** ", one black and the other white" of what is one, or gone. */
export const PLAIN_SHARES: readonly GoldenCase[] = [
  { response: "The main focus is two dogs, one black and the other white.", facts: ONE_DOG, corrected: "The main focus is a dog." },
  { response: "Two dogs, one black and one white, lie on the rug.", facts: ONE_DOG, corrected: "A dog lies on the rug." },
  {
    response: "The image shows two dogs, one black and the other brown, lying on a bed.",
    facts: ONE_DOG,
    corrected: "The image shows a dog lying on a bed.",
  },
  {
    response: "The main focus is a man and two dogs, one black and the other white.",
    facts: ABSENT,
    corrected: "The main focus is a man.",
  },
  {
    response: "The main focus is on two dogs, one black and the other white, and a man watches them.",
    facts: ABSENT,
    corrected: "There is a man.",
  },
  {
    response: "Two dogs, one black and one white, lie on the rug.",
    facts: {},
    corrected: "Two dogs, one black and one white, lie on the rug.",
  },
];

/** What opens a sentence or leads a clause, where its dog is not there. */
export const OPENINGS: readonly GoldenCase[] = [
  ["Holding a leash, the man walks his dog past a red car.", "The man is holding a leash."],
  ["Standing on the grass, two men watch a dog.", "Two men are standing on the grass."],
  ["With a dog by his side, the man looks at the sea.", "The man looks at the sea."],
  ["On the beach with a dog, a man walks.", "On the beach, a man walks."],
  ["The man, whose dog lies beside him, reads a book.", "The man reads a book."],
  ["A man, whose dog is brown, sits by a woman whose bag is red.", "A man sits by a woman whose bag is red."],
  ["In the background: a dog. In the foreground: a man.", "In the foreground: a man."],
].map(([response = "", corrected = ""]) => ({ response, facts: ABSENT, corrected }));
