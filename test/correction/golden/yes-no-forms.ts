import type { GoldenCase } from "./case.js";

/** Yes and no in other words, and answers without either. */
export const PLAIN: readonly GoldenCase[] = [
  {
    prompt: "Is there a dog?",
    response: "There isn't any.",
    facts: {
      present: ["dog"],
    },
    corrected: "There is one.",
  },
  {
    prompt: "Are there any dogs?",
    response: "There are not any.",
    facts: {
      present: ["dog"],
    },
    corrected: "There are some.",
  },
  {
    prompt: "Are there any dogs?",
    response: "I don't see any.",
    facts: {
      present: ["dog"],
    },
    corrected: "I see some.",
  },
  {
    prompt: "Are there any dogs?",
    response: "I can't see any dogs.",
    facts: {
      present: ["dog"],
    },
    corrected: "I can see dogs.",
  },
  {
    prompt: "Is there a dog?",
    response: "There is none.",
    facts: {
      present: ["dog"],
    },
    corrected: "There is one.",
  },
  {
    prompt: "Is there a dog?",
    response: "There is one.",
    facts: {
      absent: ["dog"],
    },
    corrected: "There is no dog.",
  },
  {
    prompt: "Are there any dogs?",
    response: "There are some.",
    facts: {
      absent: ["dog"],
    },
    corrected: "There are no dogs.",
  },
  {
    prompt: "Are there any dogs?",
    response: "I see some.",
    facts: {
      absent: ["dog"],
    },
    corrected: "I do not see any.",
  },
  {
    prompt: "Is there a dog or a cat?",
    response: "A dog.",
    facts: {
      absent: ["dog"],
    },
    corrected: "There is no dog.",
  },
  {
    prompt: "Is the car red or blue?",
    response: "Red.",
    facts: {
      colors: {
        car: "blue",
      },
    },
    corrected: "Blue.",
  },
  {
    prompt: "Is the car red or blue?",
    response: "It is red.",
    facts: {
      colors: {
        car: "blue",
      },
    },
    corrected: "It is blue.",
  },
  {
    prompt: "Is the car red or blue?",
    response: "The car is red.",
    facts: {
      colors: {
        car: "blue",
      },
    },
    corrected: "The car is blue.",
  },
  {
    prompt: "Is the dog on the left or on the right?",
    response: "Right.",
    facts: {
      relations: [
        {
          object: "dog",
          not: "image_right",
          truth: "image_left",
        },
      ],
    },
    corrected: "Left.",
  },
  {
    prompt: "Is there a dog?",
    response: "Of course, there is a dog.",
    facts: {
      absent: ["dog"],
    },
    corrected: "No, there is no dog.",
  },
  {
    prompt: "Is there a dog?",
    response: "Sure.",
    facts: {
      absent: ["dog"],
    },
    corrected: "No.",
  },
  {
    prompt: "Is there a dog?",
    response: "True",
    facts: {
      absent: ["dog"],
    },
    corrected: "False",
  },
  {
    prompt: "Is there a dog?",
    response: "False.",
    facts: {
      present: ["dog"],
    },
    corrected: "True.",
  },
  {
    prompt: "Is there a dog?",
    response: "Right.",
    facts: {
      absent: ["dog"],
    },
    corrected: "No.",
  },
  {
    prompt: "Is there a dog?",
    response: "Correct.",
    facts: {
      absent: ["dog"],
    },
    corrected: "No.",
  },
  {
    prompt: "Is there a dog?",
    response: "I think so.",
    facts: {
      absent: ["dog"],
    },
    corrected: "I do not think so.",
  },
  {
    prompt: "Is there a dog?",
    response: "I don't think so.",
    facts: {
      present: ["dog"],
    },
    corrected: "I think so.",
  },
  {
    prompt: "Is there a dog?",
    response: "I believe there is.",
    facts: {
      absent: ["dog"],
    },
    corrected: "I do not believe there is.",
  },
  {
    prompt: "Is there a dog?",
    response: "Not that I can see.",
    facts: {
      present: ["dog"],
    },
    corrected: "Yes.",
  },
  {
    prompt: "Is there a dog?",
    response: "Definitely not.",
    facts: {
      present: ["dog"],
    },
    corrected: "Yes.",
  },
  {
    prompt: "Is there a dog?",
    response: "Of course not.",
    facts: {
      present: ["dog"],
    },
    corrected: "Yes.",
  },
  {
    prompt: "Is there a dog?",
    response: "Absolutely!",
    facts: {
      absent: ["dog"],
    },
    corrected: "No!",
  },
  {
    prompt: "Is there a dog?",
    response: "The answer is yes.",
    facts: {
      absent: ["dog"],
    },
    corrected: "The answer is no.",
  },
  {
    prompt: "Is there a dog?",
    response: "The answer is yes, there is a dog.",
    facts: {
      absent: ["dog"],
    },
    corrected: "The answer is no, there is no dog.",
  },
  {
    prompt: "Is there a dog?",
    response: "Answer: Yes.",
    facts: {
      absent: ["dog"],
    },
    corrected: "Answer: No.",
  },
];

/** Letters of choices. */
export const CHOICES: readonly GoldenCase[] = [
  {
    prompt: "What color is the car? A. red B. blue",
    response: "B. blue",
    facts: {
      colors: {
        car: "red",
      },
    },
    corrected: "A. red",
  },
  {
    prompt: "What color is the car? A. red B. blue",
    response: "B. blue",
    facts: {
      colors: {
        car: "green",
      },
    },
    corrected: "green",
  },
  {
    prompt: "What color is the car? A. red B. blue",
    response: "The answer is B.",
    facts: {
      colors: {
        car: "red",
      },
    },
    corrected: "The answer is A.",
  },
  {
    prompt: "What color is the car? A. red B. blue",
    response: "b",
    facts: {
      colors: {
        car: "red",
      },
    },
    corrected: "a",
  },
  {
    prompt: "What color is the car? A. red B. blue",
    response: "B",
    facts: {
      colors: {
        car: "green",
      },
    },
    corrected: "The car is not blue.",
  },
  {
    prompt: "Is there a dog? A. Yes B. No",
    response: "A. Yes",
    facts: {
      absent: ["dog"],
    },
    corrected: "B. No",
  },
  {
    prompt: "Where is the dog? A. left B. right",
    response: "A",
    facts: {
      relations: [
        {
          object: "dog",
          not: "image_left",
          truth: "image_right",
        },
      ],
    },
    corrected: "B",
  },
  {
    prompt: "Where is the dog? A. on the left B. on the right",
    response: "B",
    facts: {},
    corrected: "B",
  },
];
