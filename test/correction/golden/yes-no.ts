import type { GoldenCase } from "./case.js";

/** Yes and no with more after them: true parts stay. */
export const YES_AND_NO: readonly GoldenCase[] = [
  {
    prompt: "Are there any dogs?",
    response: "No, I don't see any.",
    facts: {
      present: ["dog"],
    },
    corrected: "Yes, I see some.",
  },
  {
    prompt: "Is there a dog?",
    response: "No, I don't see one.",
    facts: {
      present: ["dog"],
    },
    corrected: "Yes, I see one.",
  },
  {
    prompt: "Is there a dog?",
    response: "No, there is a cat.",
    facts: {
      present: ["dog"],
      absent: ["cat"],
    },
    corrected: "Yes.",
  },
  {
    prompt: "Is there a dog?",
    response: "No, there is a cat.",
    facts: {
      present: ["dog"],
    },
    corrected: "Yes, there is a cat.",
  },
  {
    prompt: "Is there a dog?",
    response: "No, there is a cat.",
    facts: {
      absent: ["cat", "dog"],
    },
    corrected: "No.",
  },
  {
    prompt: "Is there a dog?",
    response: "No, but there is a cat.",
    facts: {
      present: ["dog"],
    },
    corrected: "Yes, and there is a cat.",
  },
  {
    prompt: "Is there a dog?",
    response: "No, but there is a cat.",
    facts: {
      absent: ["dog", "cat"],
    },
    corrected: "No.",
  },
  {
    prompt: "Is there a dog?",
    response: "Yes, there is a dog and a cat.",
    facts: {
      absent: ["dog"],
    },
    corrected: "No, there is no dog, but there is a cat.",
  },
  {
    prompt: "Is there a dog?",
    response: "Yes, there is a dog and a cat.",
    facts: {
      absent: ["cat"],
    },
    corrected: "Yes, there is a dog.",
  },
  {
    prompt: "Is there a dog?",
    response: "Yes, there is a dog and a cat.",
    facts: {
      absent: ["dog", "cat"],
    },
    corrected: "No, there is no dog or cat.",
  },
  {
    prompt: "Is there a dog?",
    response: "Yes, there are two cats and a dog.",
    facts: {
      absent: ["dog"],
    },
    corrected: "No, there are two cats but no dog.",
  },
  {
    prompt: "Is there a dog?",
    response: "Yes, there are two cats, a dog and a horse.",
    facts: {
      absent: ["dog"],
    },
    corrected: "No, there are two cats and a horse.",
  },
  {
    prompt: "Is there a dog?",
    response: "Yes, there is a dog, a cat and a horse.",
    facts: {
      absent: ["dog"],
    },
    corrected: "No, there is no dog, but there is a cat and a horse.",
  },
  {
    prompt: "Is there a dog?",
    response: "Yes, I can see a dog and two cats.",
    facts: {
      absent: ["dog"],
    },
    corrected: "No, I can see two cats.",
  },
  {
    prompt: "Is there a dog?",
    response: "Yes, I can see a dog.",
    facts: {
      absent: ["dog"],
    },
    corrected: "No, I cannot see a dog.",
  },
  {
    prompt: "Are there any dogs?",
    response: "Yes, I can see three dogs.",
    facts: {
      absent: ["dog"],
    },
    corrected: "No, I cannot see any dogs.",
  },
  {
    prompt: "Are there any dogs?",
    response: "Yes, the image shows several dogs.",
    facts: {
      absent: ["dog"],
    },
    corrected: "No, the image does not show any dogs.",
  },
  {
    prompt: "Is there a dog?",
    response: "Yes, there is a dog, and it is brown.",
    facts: {
      absent: ["dog"],
    },
    corrected: "No, there is no dog.",
  },
  {
    prompt: "Is there a dog?",
    response: "Yes, there is a dog, and it is lying next to a cat.",
    facts: {
      absent: ["dog"],
    },
    corrected: "No, there is no dog.",
  },
  {
    prompt: "Is there a dog?",
    response: "Yes, there is a dog, and it is brown, and two cats sleep.",
    facts: {
      absent: ["dog"],
    },
    corrected: "No, there is no dog, but two cats sleep.",
  },
  {
    prompt: "Is there a dog?",
    response: "Yes, there is a dog and a horse, and two cats sleep.",
    facts: {
      absent: ["dog", "horse"],
    },
    corrected: "No, there is no dog or horse, but two cats sleep.",
  },
  {
    prompt: "Is there a dog?",
    response: "Yes, there is a dog, and there are two cats.",
    facts: {
      absent: ["dog", "cat"],
    },
    corrected: "No, there is no dog.",
  },
  {
    prompt: "Is there a dog?",
    response: "Yes, there is a dog, and there are two cats.",
    facts: {
      absent: ["dog"],
      counts: {
        cat: 3,
      },
    },
    corrected: "No, there is no dog, but there are three cats.",
  },
  {
    prompt: "Is there a dog?",
    response: "Yes, there is a dog, while a cat sleeps on the sofa.",
    facts: {
      absent: ["dog"],
    },
    corrected: "No, there is no dog, but a cat sleeps on the sofa.",
  },
  {
    prompt: "Is there a dog?",
    response: "Yes, there is a dog, and the sofa is red.",
    facts: {
      absent: ["dog"],
      colors: {
        couch: "green",
      },
    },
    corrected: "No, there is no dog, but the sofa is green.",
  },
  {
    prompt: "Is there a dog?",
    response: "Yes, the dog is on the sofa.",
    facts: {
      absent: ["dog"],
    },
    corrected: "No, there is no dog.",
  },
  {
    prompt: "Is there a dog or a cat?",
    response: "Yes, a dog.",
    facts: {
      absent: ["dog"],
    },
    corrected: "There is no dog.",
  },
  {
    prompt: "Is there a dog or a cat?",
    response: "Yes, there is a dog.",
    facts: {
      absent: ["dog"],
    },
    corrected: "There is no dog.",
  },
  {
    prompt: "Is there a dog or a cat?",
    response: "Yes, there is a dog.",
    facts: {
      absent: ["dog", "cat"],
    },
    corrected: "There is no dog.",
  },
  {
    prompt: "Is there a dog or a cat?",
    response: "No.",
    facts: {
      absent: ["dog", "cat"],
    },
    corrected: "No.",
  },
  {
    prompt: "Is there a dog or a cat?",
    response: "No.",
    facts: {
      present: ["cat"],
    },
    corrected: "Yes.",
  },
  {
    prompt: "Is there a dog or a cat?",
    response: "No, there is neither.",
    facts: {
      present: ["cat"],
    },
    corrected: "Yes.",
  },
  {
    prompt: "Is there a dog and a cat?",
    response: "Yes, there is a dog and a cat.",
    facts: {
      absent: ["cat"],
    },
    corrected: "No, there is a dog but no cat.",
  },
  {
    prompt: "Is there a dog and a cat?",
    response: "No.",
    facts: {
      present: ["dog", "cat"],
    },
    corrected: "No.",
  },
  {
    prompt: "Is there a dog?",
    response: "Yes sir",
    facts: {
      absent: ["dog"],
    },
    corrected: "No",
  },
  {
    prompt: "Is there a dog?",
    response: "yes there is a dog in the image",
    facts: {
      absent: ["dog"],
    },
    corrected: "no there is no dog in the image",
  },
  {
    prompt: "Is there a dog?",
    response: "no there is no dog in the image",
    facts: {
      present: ["dog"],
    },
    corrected: "yes there is a dog in the image",
  },
  {
    prompt: "Is there a dog?",
    response: "Yes: a dog is sleeping.",
    facts: {
      absent: ["dog"],
    },
    corrected: "No: there is no dog.",
  },
  {
    prompt: "Is there a dog?",
    response: "Yes - a dog is on the sofa.",
    facts: {
      absent: ["dog"],
    },
    corrected: "No - there is no dog.",
  },
  {
    prompt: "Is there a dog?",
    response: "Yes (a dog is on the sofa).",
    facts: {
      absent: ["dog"],
    },
    corrected: "No.",
  },
  {
    prompt: "Is there a dog in the image? Answer the question using a single word or phrase.",
    response: "Yes",
    facts: {
      absent: ["dog"],
    },
    corrected: "No",
  },
  {
    prompt: "Is there a dog in the image? Answer the question using a single word or phrase.",
    response: "yes.",
    facts: {
      absent: ["dog"],
    },
    corrected: "no.",
  },
  {
    prompt: "Is the car red?",
    response: "No, it is not red, it is blue.",
    facts: {
      colors: {
        car: "red",
      },
    },
    corrected: "Yes, it is red.",
  },
  {
    prompt: "Is the car red?",
    response: "No, the car is not red, but blue.",
    facts: {
      colors: {
        car: "red",
      },
    },
    corrected: "Yes, the car is red.",
  },
  {
    prompt: "Is the car red?",
    response: "No, it is blue.",
    facts: {
      colors: {
        car: "red",
      },
    },
    corrected: "Yes, it is red.",
  },
  {
    prompt: "Is the dog above the cat?",
    response: "No, the dog is below the cat.",
    facts: {
      relations: [
        {
          object: "dog",
          target: "cat",
          not: "below",
          truth: "above",
        },
      ],
    },
    corrected: "Yes, the dog is above the cat.",
  },
  {
    prompt: "Is the dog to the left of the cat?",
    response: "No, the dog is to the right of the cat.",
    facts: {
      relations: [
        {
          object: "dog",
          target: "cat",
          not: "right_of",
          truth: "left_of",
        },
      ],
    },
    corrected: "Yes, the dog is to the left of the cat.",
  },
  {
    prompt: "Is the dog to the left of the cat?",
    response: "No, it is to the right of the cat.",
    facts: {
      relations: [
        {
          object: "dog",
          target: "cat",
          not: "right_of",
          truth: "left_of",
        },
      ],
    },
    corrected: "Yes, it is to the left of the cat.",
  },
  {
    prompt: "Is the dog to the left of the cat?",
    response: "No, the dog is to the right of the cat.",
    facts: {
      relations: [
        {
          object: "dog",
          target: "cat",
          not: "left_of",
          truth: "right_of",
        },
      ],
    },
    corrected: "No, the dog is to the right of the cat.",
  },
  {
    prompt: "Is there a dog and a cat?",
    response: "Yes, there are a dog and a cat.",
    facts: {
      absent: ["cat"],
    },
    corrected: "No, there is a dog but no cat.",
  },
  {
    prompt: "Is there a dog and a cat?",
    response: "Yes, there are a dog and a cat.",
    facts: {
      absent: ["dog"],
    },
    corrected: "No, there is no dog, but there is a cat.",
  },
  {
    prompt: "Is there a dog and a cat?",
    response: "Yes, there are a dog and a cat.",
    facts: {
      absent: ["dog", "cat"],
    },
    corrected: "No, there is no dog or cat.",
  },
  {
    prompt: "Are there dogs and cats?",
    response: "Yes, there are dogs and cats.",
    facts: {
      absent: ["dog", "cat"],
    },
    corrected: "No, there are no dogs or cats.",
  },
  {
    prompt: "Are there dogs and cats?",
    response: "Yes, there are dogs and cats.",
    facts: {
      absent: ["cat"],
    },
    corrected: "No, there are dogs but no cats.",
  },
  {
    prompt: "Is there only one dog?",
    response: "No.",
    facts: {
      counts: {
        dog: 1,
      },
    },
    corrected: "Yes.",
  },
  {
    prompt: "Is there only one dog?",
    response: "No.",
    facts: {
      counts: {
        dog: 2,
      },
    },
    corrected: "No.",
  },
  {
    prompt: "Is there only one dog?",
    response: "Yes.",
    facts: {
      counts: {
        dog: 2,
      },
    },
    corrected: "No.",
  },
  {
    prompt: "Is there only one dog?",
    response: "No, there are two dogs.",
    facts: {
      counts: {
        dog: 1,
      },
    },
    corrected: "Yes, there is one dog.",
  },
  {
    prompt: "Do you see three dogs?",
    response: "No.",
    facts: {
      counts: {
        dog: 3,
      },
    },
    corrected: "Yes.",
  },
  {
    prompt: "Do you see three dogs?",
    response: "No.",
    facts: {
      counts: {
        dog: 2,
      },
    },
    corrected: "No.",
  },
  {
    prompt: "You can see a dog, can't you?",
    response: "Yes, I can.",
    facts: {
      absent: ["dog"],
    },
    corrected: "No, I cannot.",
  },
  {
    prompt: "Is there a dog?",
    response: "Yes, the dog is brown and lies on the sofa.",
    facts: {
      absent: ["dog"],
    },
    corrected: "No, there is no dog.",
  },
  {
    prompt: "Is there a dog?",
    response: "Yes, there is a dog with a ball, and a child throws a stick.",
    facts: {
      absent: ["dog"],
    },
    corrected: "No, there is no dog with a ball, but a child throws a stick.",
  },
  {
    prompt: "Is there a dog?",
    response: "Yes, there is a dog that is playing with a cat.",
    facts: {
      absent: ["dog"],
    },
    corrected: "No, there is no dog.",
  },
  {
    prompt: "Is there a dog?",
    response: "Yes, in the background there is a dog, and in the foreground there are two cats.",
    facts: {
      absent: ["dog"],
    },
    corrected: "No, in the background there is no dog, but in the foreground there are two cats.",
  },
  {
    prompt: "Is there a dog in the image?",
    response: "Yes, there is a dog in the image, and a person is holding its leash.",
    facts: {
      absent: ["dog"],
    },
    corrected: "No, there is no dog in the image, but there is a person.",
  },
  {
    prompt: "Is there a dog in the image?",
    response: "Yes, there is a dog in the image, and a person is walking it.",
    facts: {
      absent: ["dog"],
    },
    corrected: "No, there is no dog in the image, but there is a person.",
  },
  {
    prompt: "Is there a dog in the image?",
    response: "Yes, there is a dog in the image. It is next to a person, who is holding a cup.",
    facts: {
      absent: ["dog"],
    },
    corrected: "No, there is no dog in the image. There is a cup.",
  },
  {
    prompt: "Is there a cat?",
    response: "Yes, there is a cat, but no dog.",
    facts: {
      absent: ["cat"],
      present: ["dog"],
    },
    corrected: "No, there is no cat.",
  },
  {
    prompt: "Is there a cat?",
    response: "Yes, there is a cat, but there is no dog.",
    facts: {
      absent: ["cat"],
    },
    corrected: "No, there is no cat, and there is no dog.",
  },
  {
    prompt: "Is there a cat?",
    response: "No, there is no cat, but there is a dog.",
    facts: {
      present: ["cat"],
      absent: ["dog"],
    },
    corrected: "Yes, there is a cat.",
  },
  {
    prompt: "Is there a cat?",
    response: "No, there is no cat or dog.",
    facts: {
      present: ["cat"],
    },
    corrected: "Yes, there is a cat but no dog.",
  },
  {
    prompt: "Is there a cat?",
    response: "No, there are no cats and no dogs.",
    facts: {
      present: ["cat"],
    },
    corrected: "Yes, there are cats and no dogs.",
  },
];
