import type { GoldenCase } from "./case.js";

/** Yes/no questions about what is there, in the forms of POPE and MME. */
export const EXISTENCE_ANSWERS: readonly GoldenCase[] = [
  {
    prompt: "Is there a dog in the image?",
    response: "Yes, there is a dog in the image.",
    facts: { absent: ["dog"] },
    corrected: "No, there is no dog in the image.",
  },
  { prompt: "Is there a dog in the image?", response: "Yes", facts: { absent: ["dog"] }, corrected: "No" },
  { prompt: "Is there a dog in the image?", response: "Yes.", facts: { absent: ["dog"] }, corrected: "No." },
  { prompt: "Is there a dog in the image?", response: "yes", facts: { absent: ["dog"] }, corrected: "no" },
  { prompt: "Is there a dog in this image? Please answer yes or no.", response: "Yes", facts: { absent: ["dog"] }, corrected: "No" },
  {
    prompt: "Is there a person in the image?",
    response: "No, there is no person in the image.",
    facts: { present: ["person"] },
    corrected: "Yes, there is a person in the image.",
  },
  { prompt: "Is there a person in the image?", response: "No", facts: { present: ["person"] }, corrected: "Yes" },
  {
    prompt: "Is there an elephant in the image?",
    response: "No, there is no elephant in the image.",
    facts: { present: ["elephant"] },
    corrected: "Yes, there is an elephant in the image.",
  },
  {
    prompt: "Are there any cars in the image?",
    response: "Yes, there are cars in the image.",
    facts: { absent: ["car"] },
    corrected: "No, there are no cars in the image.",
  },
  {
    prompt: "Are there any cars in the image?",
    response: "Yes, there are two cars in the image.",
    facts: { absent: ["car"] },
    corrected: "No, there are no cars in the image.",
  },
  {
    prompt: "Are there any cars in the image?",
    response: "No, there are no cars in the image.",
    facts: { present: ["car"] },
    corrected: "Yes, there are cars in the image.",
  },
  {
    prompt: "Are there any cars in the image?",
    response: "No, there aren't any cars in the image.",
    facts: { present: ["car"] },
    corrected: "Yes, there are cars in the image.",
  },
  {
    prompt: "Does the image show a cat?",
    response: "Yes, the image shows a cat.",
    facts: { absent: ["cat"] },
    corrected: "No, the image does not show a cat.",
  },
  {
    prompt: "Does the image show a cat?",
    response: "No, the image does not show a cat.",
    facts: { present: ["cat"] },
    corrected: "Yes, the image shows a cat.",
  },
  {
    prompt: "Can you see a bus in the picture?",
    response: "Yes, I can see a bus in the picture.",
    facts: { absent: ["bus"] },
    corrected: "No, I cannot see a bus in the picture.",
  },
  {
    prompt: "Is there a dog in the image?",
    response: "Yes, there is a brown dog in the image. The dog is lying on the grass. The sky is blue.",
    facts: { absent: ["dog"] },
    corrected: "No, there is no dog in the image. The sky is blue.",
  },
  {
    prompt: "Is there a dog in the image?",
    response: "Yes, there is a dog in the image. It is lying on the grass.",
    facts: { absent: ["dog"] },
    corrected: "No, there is no dog in the image.",
  },
  {
    prompt: "Is there a dog in the image?",
    response: "Yes, there is a dog in the image, lying next to a bench.",
    facts: { absent: ["dog"] },
    corrected: "No, there is no dog in the image.",
  },
  {
    prompt: "Is there a dog in the image?",
    response: "Yes, there is a dog next to an elephant.",
    facts: { absent: ["elephant"] },
    corrected: "Yes, there is a dog.",
  },
  {
    prompt: "Is there a dog in the image?",
    response: "There is a dog in the image.",
    facts: { absent: ["dog"] },
    corrected: "There is no dog in the image.",
  },
  { response: "Yes, there is a dog in the image.", facts: { absent: ["dog"] }, corrected: "No, there is no dog in the image." },
  {
    prompt: "Is there a dog in the image?",
    response: "Yes, there is a dog in the image.",
    facts: { present: ["dog"] },
    corrected: "Yes, there is a dog in the image.",
  },
];

/** Answers that leave the noun to the question: "Yes, there is." */
export const SHORT_ANSWERS: readonly GoldenCase[] = [
  { prompt: "Is there a dog?", response: "Yes, there is.", facts: { absent: ["dog"] }, corrected: "No, there is not." },
  { prompt: "Is there a dog?", response: "Yes there is", facts: { absent: ["dog"] }, corrected: "No there is not" },
  { prompt: "Are there elephants?", response: "Yes, there are.", facts: { absent: ["elephant"] }, corrected: "No, there are not." },
  { prompt: "Are there elephants?", response: "Yes, there are some.", facts: { absent: ["elephant"] }, corrected: "No, there are none." },
  {
    prompt: "Are there elephants?",
    response: "Yes, there are several of them.",
    facts: { absent: ["elephant"] },
    corrected: "No, there are none.",
  },
  {
    prompt: "Are there two elephants?",
    response: "Yes, there are two.",
    facts: { absent: ["elephant"] },
    corrected: "No, there are none.",
  },
  {
    prompt: "Are there two elephants?",
    response: "Yes, there are two.",
    facts: { counts: { elephant: 3 } },
    corrected: "No, there are three.",
  },
  {
    prompt: "Is there a dog?",
    response: "Yes, there is one on the grass.",
    facts: { absent: ["dog"] },
    corrected: "No, there is none on the grass.",
  },
  {
    prompt: "Is there an elephant?",
    response: "Yes, a grey one is standing on the left.",
    facts: { absent: ["elephant"] },
    corrected: "No, there is no elephant.",
  },
  {
    prompt: "Is there an elephant?",
    response: "Yes, there is a grey one on the left.",
    facts: { absent: ["elephant"] },
    corrected: "No, there is no elephant.",
  },
  { prompt: "Is there a dog?", response: "Yes, it is lying on the grass.", facts: { absent: ["dog"] }, corrected: "No, there is no dog." },
  { prompt: "Do you see a dog?", response: "Yes, I do.", facts: { absent: ["dog"] }, corrected: "No, I do not." },
  { prompt: "Can you see a dog?", response: "Yes, I can.", facts: { absent: ["dog"] }, corrected: "No, I cannot." },
  { prompt: "Does the image show a dog?", response: "Yes, it does.", facts: { absent: ["dog"] }, corrected: "No, it does not." },
  { prompt: "Are there elephants?", response: "No, there are none.", facts: { present: ["elephant"] }, corrected: "Yes, there are some." },
];

/** Answers to "How many?", answers without yes and no, and several questions at once, some of the response's own. */
export const NUMBERED_AND_SEVERAL_ANSWERS: readonly GoldenCase[] = [
  {
    prompt: "How many elephants are there?",
    response: "There are three.",
    facts: { absent: ["elephant"] },
    corrected: "There are none.",
  },
  {
    prompt: "How many elephants are in the picture?",
    response: "There are 3.",
    facts: { absent: ["elephant"] },
    corrected: "There are none.",
  },
  {
    prompt: "How many elephants are in the picture?",
    response: "3",
    facts: { absent: ["elephant"] },
    corrected: "0",
  },
  {
    prompt: "How many elephants are in the picture?",
    response: "There are 3.",
    facts: { counts: { elephant: 1 } },
    corrected: "There is 1.",
  },
  {
    prompt: "How many elephants are there?",
    response: "There are three.",
    facts: { counts: { elephant: 2 } },
    corrected: "There are two.",
  },
  {
    prompt: "Are there any elephants?",
    response: "There are.",
    facts: { absent: ["elephant"] },
    corrected: "There are not.",
  },
  { prompt: "Is there an elephant?", response: "There isn't.", facts: { present: ["elephant"] }, corrected: "There is." },
  {
    prompt: "Is there an elephant? Is there an umbrella?",
    response: "Yes, there is an elephant. Yes, there is an umbrella.",
    facts: { absent: ["elephant"] },
    corrected: "No, there is no elephant. Yes, there is an umbrella.",
  },
  {
    prompt: "Is there an umbrella? Is there an elephant?",
    response: "Yes, there is an umbrella. Yes, there is an elephant.",
    facts: { absent: ["elephant"] },
    corrected: "Yes, there is an umbrella. No, there is no elephant.",
  },
  { prompt: "Is there an elephant? Is there an umbrella?", response: "Yes. Yes.", facts: { absent: ["elephant"] }, corrected: "No. Yes." },
  {
    response: "Q: Is there an elephant? A: Yes, there is.",
    facts: { absent: ["elephant"] },
    corrected: "Q: Is there an elephant? A: No, there is not.",
  },
  {
    response: "Q: Is there an elephant?\nA: Yes.\nQ: Are there chairs?\nA: Yes.",
    facts: { absent: ["elephant"] },
    corrected: "Q: Is there an elephant?\nA: No.\nQ: Are there chairs?\nA: Yes.",
  },
  {
    response: "Is there an elephant? Yes. There are two chairs.",
    facts: { absent: ["elephant"] },
    corrected: "Is there an elephant? No. There are two chairs.",
  },
];

/** Yes/no questions about number, color and place; questions for a word. */
export const OTHER_ANSWERS: readonly GoldenCase[] = [
  { prompt: "Are there three dogs in the image?", response: "Yes.", facts: { counts: { dog: 2 } }, corrected: "No." },
  {
    prompt: "Are there three dogs in the image?",
    response: "Yes, there are three dogs in the image.",
    facts: { counts: { dog: 2 } },
    corrected: "No, there are two dogs in the image.",
  },
  {
    prompt: "Are there three dogs in the image?",
    response: "Yes, there are three dogs in the image.",
    facts: { counts: { dog: null } },
    corrected: "No, there are not three dogs in the image.",
  },
  { prompt: "Is the car red?", response: "Yes, the car is red.", facts: { colors: { car: "blue" } }, corrected: "No, the car is blue." },
  { prompt: "Is the car red?", response: "Yes, the car is red.", facts: { colors: { car: null } }, corrected: "No, the car is not red." },
  { prompt: "Is the car red?", response: "No, it is not.", facts: { colors: { car: "red" } }, corrected: "Yes, it is." },
  { response: "The car isn't red.", facts: { colors: { car: "red" } }, corrected: "The car is red." },
  { prompt: "Is the car red?", response: "Yes", facts: { colors: { car: "blue" } }, corrected: "No" },
  { prompt: "Is the car red?", response: "No, the car is not red.", facts: { colors: { car: "red" } }, corrected: "Yes, the car is red." },
  {
    prompt: "Is the dog to the left of the cat?",
    response: "Yes, the dog is to the left of the cat.",
    facts: { relations: [{ object: "dog", target: "cat", not: "left_of", truth: "right_of" }] },
    corrected: "No, the dog is to the right of the cat.",
  },
  {
    prompt: "Is the dog to the left of the cat?",
    response: "Yes, the dog is to the left of the cat.",
    facts: { relations: [{ object: "dog", target: "cat", not: "left_of" }] },
    corrected: "No, the dog is not to the left of the cat.",
  },
  {
    prompt: "Is the dog to the left of the cat?",
    response: "Yes.",
    facts: { relations: [{ object: "dog", target: "cat", not: "left_of" }] },
    corrected: "No.",
  },
  { prompt: "How many dogs are there?", response: "Two.", facts: { counts: { dog: 1 } }, corrected: "One." },
  { prompt: "How many dogs are there?", response: "2", facts: { counts: { dog: 3 } }, corrected: "3" },
  { prompt: "How many dogs are there?", response: "There are two dogs.", facts: { counts: { dog: 1 } }, corrected: "There is one dog." },
  {
    prompt: "How many dogs are in the image?",
    response: "There are 4 dogs in the image.",
    facts: { counts: { dog: 1 } },
    corrected: "There is 1 dog in the image.",
  },
  { prompt: "What color is the car?", response: "Red.", facts: { colors: { car: "blue" } }, corrected: "Blue." },
  { prompt: "What color is the car?", response: "red", facts: { colors: { car: "blue" } }, corrected: "blue" },
  { prompt: "What color is the car?", response: "The car is red.", facts: { colors: { car: "blue" } }, corrected: "The car is blue." },
  { prompt: "What color is the car?", response: "The car is red.", facts: { colors: { car: null } }, corrected: "The car is not red." },
  {
    prompt: "Where is the dog?",
    response: "The dog is on the left side of the image.",
    facts: { relations: [{ object: "dog", not: "image_left", truth: "image_right" }] },
    corrected: "The dog is on the right side of the image.",
  },
  {
    prompt: "Where is the dog?",
    response: "On the left side of the image.",
    facts: { relations: [{ object: "dog", not: "image_left", truth: "image_right" }] },
    corrected: "On the right side of the image.",
  },
];

/** Denials of what is there. */
export const DENIALS: readonly GoldenCase[] = [
  { response: "There is no dog.", facts: { present: ["dog"] }, corrected: "There is a dog." },
  { response: "There is no elephant in the picture.", facts: { present: ["elephant"] }, corrected: "There is an elephant in the picture." },
  {
    response: "A boat lies on the shore. No one is visible.",
    facts: { present: ["person", "boat"] },
    corrected: "A boat lies on the shore. Someone is visible.",
  },
  { response: "There is nobody in the picture.", facts: { present: ["person"] }, corrected: "There is someone in the picture." },
  { response: "No people are visible.", facts: { present: ["person"] }, corrected: "People are visible." },
  {
    response: "The street is empty. There are no cars.",
    facts: { present: ["car"] },
    corrected: "The street is empty. There are cars.",
  },
  { response: "There are no cars or people in the image.", facts: { present: ["car"] }, corrected: "There are no people in the image." },
  { response: "There are no cars or people in the image.", facts: { present: ["person"] }, corrected: "There are no cars in the image." },
  { response: "The street is quiet, without any cars.", facts: { present: ["car"] }, corrected: "The street is quiet, with cars." },
  { response: "The image does not show a cat.", facts: { present: ["cat"] }, corrected: "The image shows a cat." },
  { response: "There isn't a bench in the image.", facts: { present: ["bench"] }, corrected: "There is a bench in the image." },
  { response: "The car is not red.", facts: { colors: { car: "red" } }, corrected: "The car is red." },
  {
    response: "There is a dog, but there is no elephant.",
    facts: { absent: ["elephant"] },
    corrected: "There is a dog, but there is no elephant.",
  },
];
