import type { GoldenCase } from "./case.js";

const NO_DOG = { absent: ["dog"] };

/** What is only supposed, wished or advised is not said to be there, and stays; what takes the lost thing for known goes. */
export const SUPPOSED: readonly GoldenCase[] = [
  ...[
    "If there is a dog near the man, he is safe.",
    "If there is no dog near the man, he is safe.",
    "A man would be happier if there were a dog.",
    "I wish there were a dog in the picture.",
    "Had there been a dog, the man would have smiled.",
    "Keep your dog on a leash.",
    "Assuming there is a dog, the man is safe.",
  ].map((response) => ({ response, facts: NO_DOG, corrected: response })),
  {
    response: "A man and a dog sit on a bench. If a dog is near, the man is safe.",
    facts: NO_DOG,
    corrected: "A man sits on a bench. If a dog is near, the man is safe.",
  },
  {
    response: "A man and a dog sit on a bench. If the dog barks, the man will wake.",
    facts: NO_DOG,
    corrected: "A man sits on a bench.",
  },
  { response: "If you look closely, you can see a man and a dog.", facts: NO_DOG, corrected: "If you look closely, you can see a man." },
  { response: "If you look at the left, there is a dog and a man.", facts: NO_DOG, corrected: "If you look at the left, there is a man." },
];
