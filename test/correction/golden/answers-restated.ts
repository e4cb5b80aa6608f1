import type { GoldenCase } from "./case.js";

/** Answers behind an opening, and those that name the asked thing twice or leave it to the question. */
export const OPENINGS: readonly GoldenCase[] = [
  {
    prompt: "Is there a dog?",
    response: "Based on the image, yes, there is a dog in the background.",
    facts: { absent: ["dog"] },
    corrected: "Based on the image, no, there is no dog in the background.",
  },
  { prompt: "Is there a dog?", response: "From what I can see, yes.", facts: { absent: ["dog"] }, corrected: "From what I can see, no." },
  { prompt: "Is there a dog?", response: "Oh yes, there is a dog.", facts: { absent: ["dog"] }, corrected: "Oh no, there is no dog." },
  {
    prompt: "Is there a dog?",
    response: "Looking at the image, no, there is no dog.",
    facts: { present: ["dog"] },
    corrected: "Looking at the image, yes, there is a dog.",
  },
  {
    prompt: "Is the car red?",
    response: "Based on the image, yes, the car is red.",
    facts: { colors: { car: "blue" } },
    corrected: "Based on the image, no, the car is blue.",
  },
  { prompt: "Is there a dog?", response: "A cat, yes, and a dog.", facts: { absent: ["dog"] }, corrected: "A cat, yes." },
];

export const NAMED_TWICE: readonly GoldenCase[] = [
  {
    prompt: "Is there a dog?",
    response: "Yes, there is a dog, a brown one, next to the sofa.",
    facts: { absent: ["dog"] },
    corrected: "No, there is no dog next to the sofa.",
  },
  {
    prompt: "Is there a dog?",
    response: "Yes, there is a dog (a brown one) on the sofa.",
    facts: { absent: ["dog"] },
    corrected: "No, there is no dog on the sofa.",
  },
  {
    prompt: "Is there a dog?",
    response: "Yes, I see a dog, a brown one, next to the sofa.",
    facts: { absent: ["dog"] },
    corrected: "No, I do not see a dog next to the sofa.",
  },
  {
    prompt: "Are there animals?",
    response: "Yes, there are two animals, a dog and a cat.",
    facts: { absent: ["animal", "dog", "cat"] },
    corrected: "No, there are no animals.",
  },
  {
    prompt: "How many people are in the kitchen?",
    response: "There are two people in the kitchen, a man and a woman.",
    facts: { absent: ["person"] },
    corrected: "There are no people in the kitchen.",
  },
  {
    prompt: "How many dogs are there?",
    response: "There are 3 dogs: two black and one white.",
    facts: { absent: ["dog"] },
    corrected: "There are no dogs.",
  },
  {
    prompt: "How many dogs are there?",
    response: "There are 3 dogs, two black and one white.",
    facts: { absent: ["dog"] },
    corrected: "There are no dogs.",
  },
  {
    prompt: "How many dogs are there?",
    response: "There are 3 dogs, two black and one white.",
    facts: {},
    corrected: "There are 3 dogs, two black and one white.",
  },
  {
    prompt: "Is there a cat?",
    response: "Yes, there is a cat, a dog and a horse.",
    facts: { absent: ["dog"] },
    corrected: "Yes, there is a cat and a horse.",
  },
];

export const AMOUNTS: readonly GoldenCase[] = [
  { prompt: "Are there any dogs?", response: "I see three.", facts: { absent: ["dog"] }, corrected: "I do not see any." },
  { prompt: "Are there any dogs?", response: "I see three.", facts: { counts: { dog: 2 } }, corrected: "I see two." },
  { prompt: "Are there any dogs?", response: "There are three of them.", facts: { absent: ["dog"] }, corrected: "There are no dogs." },
  { prompt: "Are there any dogs?", response: "I can see two of them.", facts: { absent: ["dog"] }, corrected: "No, I cannot see any." },
  { prompt: "Are there any dogs?", response: "Three.", facts: { absent: ["dog"] }, corrected: "No." },
  {
    prompt: "Are there any dogs?",
    response: "Yes, there are several dogs running among the trees.",
    facts: { absent: ["dog"] },
    corrected: "No, there are no dogs running among the trees.",
  },
  {
    prompt: "Are there any dogs?",
    response: "Yes, there are numerous dogs.",
    facts: { absent: ["dog"] },
    corrected: "No, there are no dogs.",
  },
  {
    prompt: "Are there any dogs?",
    response: "Yes, there are lots of dogs in the park.",
    facts: { absent: ["dog"] },
    corrected: "No, there are no dogs in the park.",
  },
];

export const LEFT_TO_THE_QUESTION: readonly GoldenCase[] = [
  { prompt: "Where is the dog?", response: "On the left.", facts: { absent: ["dog"] }, corrected: "There is no dog." },
  {
    prompt: "Where is the dog?",
    response: "On the left.",
    facts: { relations: [{ object: "dog", not: "image_left", truth: "image_right" }] },
    corrected: "On the right.",
  },
  { prompt: "Where is the dog?", response: "Nowhere.", facts: { absent: ["dog"] }, corrected: "Nowhere." },
  {
    prompt: "Where is the dog sitting?",
    response: "On the chair next to the refrigerator.",
    facts: { absent: ["dog"] },
    corrected: "There is no dog.",
  },
  { prompt: "What color is the dog?", response: "Brown.", facts: { absent: ["dog"] }, corrected: "There is no dog." },
  { prompt: "What color are the dogs?", response: "Brown.", facts: { absent: ["dog"] }, corrected: "There are no dogs." },
  { prompt: "What is the dog doing?", response: "Sleeping on the sofa.", facts: { absent: ["dog"] }, corrected: "There is no dog." },
];

export const NO_LONGER_ONLY: readonly GoldenCase[] = [
  {
    prompt: "Are there any umbrellas?",
    response: "No, there are no umbrellas, only two chairs.",
    facts: { present: ["umbrella"] },
    corrected: "Yes, there are umbrellas and two chairs.",
  },
  {
    prompt: "Are there any umbrellas?",
    response: "There are no umbrellas, only two chairs.",
    facts: { present: ["umbrella"] },
    corrected: "There are umbrellas and two chairs.",
  },
  {
    prompt: "Are there any umbrellas?",
    response: "No, there are no umbrellas, just a chair and a table.",
    facts: { present: ["umbrella"] },
    corrected: "Yes, there are umbrellas, a chair and a table.",
  },
  {
    prompt: "Are there any umbrellas?",
    response: "No, there are no umbrellas, only two chairs.",
    facts: {},
    corrected: "No, there are no umbrellas, only two chairs.",
  },
  {
    prompt: "Is there a dog?",
    response: "No, there is no dog in the image. There is only a cat.",
    facts: { present: ["dog"] },
    corrected: "Yes, there is a dog in the image. There is a cat.",
  },
  {
    prompt: "Is there a dog?",
    response: "No, the image only shows a cat.",
    facts: { present: ["dog"] },
    corrected: "Yes, the image shows a cat.",
  },
];

export const BESIDE_THE_LOST: readonly GoldenCase[] = [
  {
    prompt: "Is there a dog?",
    response: "Yes, there is a dog running on the grass, and a man is standing next to it.",
    facts: { absent: ["dog"] },
    corrected: "No, there is no dog running on the grass, but a man is standing.",
  },
  {
    prompt: "Is the car red?",
    response: "No, the car is not red, and a man is standing next to it.",
    facts: { colors: { car: "red" } },
    corrected: "Yes, the car is red, and a man is standing next to it.",
  },
  {
    prompt: "Is the car red?",
    response: "Yes, the car is red, and a man is standing next to it.",
    facts: { colors: { car: null } },
    corrected: "No, the car is not red, but a man is standing next to it.",
  },
];

export const ASKED_BY_WHAT: readonly GoldenCase[] = [
  {
    prompt: "What is on the sofa?",
    response: "A dog. The sofa is red.",
    facts: { absent: ["dog"] },
    corrected: "There is no dog in the image. The sofa is red.",
  },
  {
    prompt: "What is on the sofa?",
    response: "A dog is on the sofa.",
    facts: { absent: ["dog"] },
    corrected: "There is no dog in the image.",
  },
  {
    prompt: "What is on the sofa?",
    response: "A dog and a cat. The sofa is red.",
    facts: { absent: ["dog"] },
    corrected: "A cat. The sofa is red.",
  },
  {
    prompt: "What is the man holding?",
    response: "A dog. He is smiling.",
    facts: { absent: ["dog"] },
    corrected: "There is no dog in the image. He is smiling.",
  },
  {
    prompt: "What is on the table?",
    response: "A laptop, a bowl of fruit and a cat.",
    facts: { absent: ["laptop", "cat"] },
    corrected: "A bowl of fruit.",
  },
  { prompt: "What is in the image?", response: "A dog. It is brown.", facts: {}, corrected: "A dog. It is brown." },
];

export const DENIED_LISTS: readonly GoldenCase[] = [
  {
    prompt: "Is there a dog?",
    response: "No, there is no dog, cat or horse.",
    facts: { absent: ["dog", "cat", "horse"] },
    corrected: "No, there is no dog, cat or horse.",
  },
  {
    response: "There are no people, cars, or buses in the image.",
    facts: { absent: ["person", "car", "bus"] },
    corrected: "There are no people, cars, or buses in the image.",
  },
  { response: "The room has no chairs.", facts: { absent: ["chair"] }, corrected: "The room has no chairs." },
  { response: "A street with no people on it.", facts: { absent: ["person"] }, corrected: "A street with no people on it." },
];
