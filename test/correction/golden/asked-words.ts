import type { GoldenCase } from "./case.js";

/** Answers to "How many?" */
export const COUNTED: readonly GoldenCase[] = [
  {
    prompt: "How many dogs are there?",
    response: "I see about three.",
    facts: {
      absent: ["dog"],
    },
    corrected: "I see none.",
  },
  {
    prompt: "How many dogs are there?",
    response: "There are at least three.",
    facts: {
      counts: {
        dog: 2,
      },
    },
    corrected: "There are at least two.",
  },
  {
    prompt: "How many dogs are there?",
    response: "There are at least three.",
    facts: {
      counts: {
        dog: 4,
      },
    },
    corrected: "There are at least three.",
  },
  {
    prompt: "How many dogs are there?",
    response: "I see two dogs.",
    facts: {
      absent: ["dog"],
    },
    corrected: "I do not see any dogs.",
  },
  {
    prompt: "How many dogs are there?",
    response: "I see two dogs and a cat.",
    facts: {
      absent: ["dog"],
    },
    corrected: "I see a cat.",
  },
  {
    prompt: "How many dogs are there?",
    response: "There are two dogs and a cat.",
    facts: {
      absent: ["dog"],
    },
    corrected: "There are no dogs, but there is a cat.",
  },
  {
    prompt: "How many dogs are there?",
    response: "Two dogs are lying on the sofa.",
    facts: {
      absent: ["dog"],
    },
    corrected: "No dogs are lying on the sofa.",
  },
  {
    prompt: "How many dogs are there?",
    response: "The image shows two dogs.",
    facts: {
      absent: ["dog"],
    },
    corrected: "The image does not show any dogs.",
  },
  {
    prompt: "How many dogs are there?",
    response: "There are two dogs in the image. They are brown. A cat sleeps.",
    facts: {
      absent: ["dog"],
    },
    corrected: "There are no dogs in the image. A cat sleeps.",
  },
  {
    prompt: "How many dogs are there?",
    response: "One.",
    facts: {
      counts: {
        dog: 2,
      },
    },
    corrected: "Two.",
  },
  {
    prompt: "How many dogs are there?",
    response: "There is one.",
    facts: {
      counts: {
        dog: 3,
      },
    },
    corrected: "There are three.",
  },
  {
    prompt: "How many dogs are there?",
    response: "There is one dog.",
    facts: {
      counts: {
        dog: 3,
      },
    },
    corrected: "There are three dogs.",
  },
  {
    prompt: "How many dogs are there?",
    response: "Just one.",
    facts: {
      counts: {
        dog: 3,
      },
    },
    corrected: "Just three.",
  },
  {
    prompt: "How many dogs are there?",
    response: "Only 1",
    facts: {
      counts: {
        dog: 3,
      },
    },
    corrected: "Only 3",
  },
  {
    prompt: "How many dogs are there?",
    response: "Three.",
    facts: {
      counts: {
        dog: null,
      },
    },
    corrected: "Some.",
  },
  {
    prompt: "How many dogs are there?",
    response: "There are three.",
    facts: {
      counts: {
        dog: null,
      },
    },
    corrected: "There are some.",
  },
  {
    prompt: "How many dogs are on the sofa?",
    response: "Three.",
    facts: {
      counts: {
        dog: 2,
      },
    },
    corrected: "Two.",
  },
  {
    prompt: "How many dogs are there?",
    response: "No dogs.",
    facts: {
      present: ["dog"],
    },
    corrected: "Some dogs.",
  },
  {
    prompt: "How many people are there? Is there a dog?",
    response: "There are four people. Yes, there is a dog.",
    facts: {
      absent: ["dog"],
    },
    corrected: "There are four people. No, there is no dog.",
  },
  {
    prompt: "How many people are there? Is there a dog?",
    response: "Four. Yes.",
    facts: {
      absent: ["dog"],
    },
    corrected: "Four. No.",
  },
  {
    prompt: "How many dogs are there? A. 1 B. 2 C. 3",
    response: "(C)",
    facts: {
      counts: {
        dog: 2,
      },
    },
    corrected: "(B)",
  },
  {
    prompt: "How many dogs are there? A. one B. two C. three",
    response: "C",
    facts: {
      counts: {
        dog: 2,
      },
    },
    corrected: "B",
  },
  {
    prompt: "How many dogs are there? A. one B. two C. three",
    response: "C",
    facts: {
      absent: ["dog"],
    },
    corrected: "There is no dog in the image.",
  },
];

/** Answers to "What?", "Where?", "Which?" */
export const WORDS: readonly GoldenCase[] = [
  {
    prompt: "Where is the dog?",
    response: "Right",
    facts: {
      relations: [
        {
          object: "dog",
          not: "image_right",
          truth: "image_left",
        },
      ],
    },
    corrected: "Left",
  },
  {
    prompt: "Where is the dog?",
    response: "Top left.",
    facts: {
      relations: [
        {
          object: "dog",
          not: "image_left",
          truth: "image_right",
        },
      ],
    },
    corrected: "Top right.",
  },
  {
    prompt: "Where is the dog?",
    response: "Bottom right corner",
    facts: {
      relations: [
        {
          object: "dog",
          not: "image_right",
          truth: "image_left",
        },
      ],
    },
    corrected: "Bottom left corner",
  },
  {
    prompt: "Where is the dog?",
    response: "In the top left corner.",
    facts: {
      relations: [
        {
          object: "dog",
          not: "image_left",
          truth: "image_right",
        },
      ],
    },
    corrected: "In the top right corner.",
  },
  {
    prompt: "Where is the dog?",
    response: "The dog is on the sofa.",
    facts: {
      absent: ["dog"],
    },
    corrected: "There is no dog.",
  },
  {
    prompt: "Where is the dog?",
    response: "The dog is on the sofa. A cat sleeps.",
    facts: {
      absent: ["dog"],
    },
    corrected: "There is no dog. A cat sleeps.",
  },
  {
    prompt: "Where is the dog?",
    response: "It is on the sofa next to the cat.",
    facts: {
      absent: ["dog"],
    },
    corrected: "There is no dog.",
  },
  {
    prompt: "What color is the dog?",
    response: "The dog is brown.",
    facts: {
      absent: ["dog"],
    },
    corrected: "There is no dog.",
  },
  {
    prompt: "What color is the dog?",
    response: "It is brown.",
    facts: {
      absent: ["dog"],
    },
    corrected: "There is no dog.",
  },
  {
    prompt: "What is the dog doing?",
    response: "It is sleeping on the sofa.",
    facts: {
      absent: ["dog"],
    },
    corrected: "There is no dog.",
  },
  {
    prompt: "What is the dog doing?",
    response: "The dog is sleeping on the sofa.",
    facts: {
      absent: ["dog"],
    },
    corrected: "There is no dog.",
  },
  {
    prompt: "What is on the sofa?",
    response: "A dog.",
    facts: {
      absent: ["dog"],
    },
    corrected: "There is no dog in the image.",
  },
  {
    prompt: "Which animal is on the left?",
    response: "The dog is on the left.",
    facts: {
      absent: ["dog"],
    },
    corrected: "There is no dog in the image.",
  },
  {
    prompt: "What is the man holding?",
    response: "A kite.",
    facts: {
      absent: ["kite"],
    },
    corrected: "There is no kite in the image.",
  },
  {
    prompt: "What is the man holding?",
    response: "The man is holding a kite. He stands on the beach.",
    facts: {
      absent: ["kite"],
    },
    corrected: "There is no kite in the image. The man stands on the beach.",
  },
  {
    prompt: "What are the people doing?",
    response: "Flying a kite.",
    facts: {
      absent: ["kite"],
    },
    corrected: "There is no kite in the image.",
  },
  {
    prompt: "What is in the picture?",
    response: "A dog and a cat on a sofa.",
    facts: {
      absent: ["dog"],
    },
    corrected: "A cat on a sofa.",
  },
  {
    prompt: "What is on the left side of the image?",
    response: "A dog.",
    facts: {
      relations: [
        {
          object: "dog",
          not: "image_left",
          truth: "image_right",
        },
      ],
    },
    corrected: "The dog is not on the left side of the image.",
  },
  {
    prompt: "Which animal is on the left?",
    response: "The dog.",
    facts: {
      relations: [
        {
          object: "dog",
          not: "image_left",
          truth: "image_right",
        },
      ],
    },
    corrected: "The dog is not on the left side of the image.",
  },
  {
    prompt: "Which animal is larger?",
    response: "The dog.",
    facts: {},
    corrected: "The dog.",
  },
  {
    prompt: "Which car is red?",
    response: "The one on the left.",
    facts: {},
    corrected: "The one on the left.",
  },
];

/** Questions that the response itself asks and answers. */
export const OWN_QUESTIONS: readonly GoldenCase[] = [
  {
    response: "Q: What is on the sofa?\nA: A dog.\nQ: Is there a cat?\nA: Yes.",
    facts: {
      absent: ["dog"],
    },
    corrected: "Q: Is there a cat?\nA: Yes.",
  },
  {
    response: "Q: How many dogs are there?\nA: There are 3 dogs.\nQ: Is there a cat?\nA: Yes.",
    facts: {
      counts: {
        dog: 2,
      },
    },
    corrected: "Q: How many dogs are there?\nA: There are 2 dogs.\nQ: Is there a cat?\nA: Yes.",
  },
  {
    response: "Q1: Is there a dog?\nA1: Yes, there is.\nQ2: Is there a cat?\nA2: No.",
    facts: {
      absent: ["dog"],
      present: ["cat"],
    },
    corrected: "Q1: Is there a dog?\nA1: No, there is not.\nQ2: Is there a cat?\nA2: Yes.",
  },
  {
    response: "**Question 1:** Is there a dog?\n**Answer 1:** Yes\n",
    facts: {
      absent: ["dog"],
    },
    corrected: "**Question 1:** Is there a dog?\n**Answer 1:** No\n",
  },
  {
    response: "Human: Is there a dog?\nAI: Yes, it is on the sofa.",
    facts: {
      absent: ["dog"],
    },
    corrected: "Human: Is there a dog?\nAI: No, there is no dog.",
  },
  {
    response: "Is there a dog? Yes, there is a dog on the sofa. How many cats are there? There are two.",
    facts: {
      absent: ["dog"],
      counts: {
        cat: 1,
      },
    },
    corrected: "Is there a dog? No, there is no dog on the sofa. How many cats are there? There is one.",
  },
  {
    response: "How many dogs are there? Two. What color is the sofa? Red.",
    facts: {
      counts: {
        dog: 1,
      },
      colors: {
        couch: "green",
      },
    },
    corrected: "How many dogs are there? One. What color is the sofa? Green.",
  },
];
