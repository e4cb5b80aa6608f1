import type { GoldenCase } from "./case.js";

/** Denials in all their forms, of what is there. */
export const DENIED_IN_OTHER_WORDS: readonly GoldenCase[] = [
  { response: "The room lacks a television.", facts: { present: ["tv"] }, corrected: "The room has a television." },
  { response: "The scene is devoid of people.", facts: { present: ["person"] }, corrected: "There are people in the image." },
  {
    response: "There is no sign of a dog in the picture.",
    facts: { present: ["dog"] },
    corrected: "There is a dog in the picture.",
  },
  { response: "A cat is not present in the image.", facts: { present: ["cat"] }, corrected: "A cat is present in the image." },
  { response: "A dog cannot be seen in the image.", facts: { present: ["dog"] }, corrected: "A dog can be seen in the image." },
  {
    response: "There does not appear to be a dog in the image.",
    facts: { present: ["dog"] },
    corrected: "There appears to be a dog in the image.",
  },
  {
    response: "There are no cars on the road, nor are there any people.",
    facts: { present: ["person"] },
    corrected: "There are no cars on the road, but there are people.",
  },
  { response: "No cats are present.", facts: { present: ["cat"] }, corrected: "Cats are present." },
  {
    response: "There are no people, dogs, or birds in the image.",
    facts: { present: ["dog"], absent: ["person", "bird"] },
    corrected: "There are no people or birds in the image.",
  },
  {
    response: "The image lacks people, dogs, and bottles.",
    facts: { present: ["dog"], absent: ["person", "bottle"] },
    corrected: "The image lacks people and bottles.",
  },
  {
    response: "Absent from the image are people, dogs, and bottles.",
    facts: { present: ["dog"], absent: ["person", "bottle"] },
    corrected: "Absent from the image are people and bottles.",
  },
  { response: "A dog is missing from the picture.", facts: { present: ["dog"] }, corrected: "There is a dog in the image." },
  {
    response: "There is no bird. Neither is there a dog or a person.",
    facts: { present: ["dog"], absent: ["bird", "person"] },
    corrected: "There is no bird. Neither is there a person.",
  },
  {
    response: "There are no animals except a horse.",
    facts: { absent: ["horse", "animal"] },
    corrected: "There are no animals.",
  },
  { response: "Cats: 3\nA dog sleeps.", facts: { counts: { cat: 1 } }, corrected: "Cats: 1\nA dog sleeps." },
  { response: "- Cats: three\n- Dogs: 2", facts: { counts: { cat: 2 } }, corrected: "- Cats: two\n- Dogs: 2" },
  {
    response: "- People: none\n- Dogs: none\n- Bottles: 0",
    facts: { present: ["dog"], absent: ["person", "bottle"] },
    corrected: "- People: none\n- Dogs: some\n- Bottles: 0",
  },
  {
    response: "A couch without people, dogs or bottles.",
    facts: { present: ["couch", "dog"], absent: ["person", "bottle"] },
    corrected: "A couch without people or bottles.",
  },
];

/** Denials that are true, or deny less than they seem to. */
export const DENIED_RIGHTLY: readonly GoldenCase[] = [
  {
    response: "- People: none\n- Birds: 0\n- Dogs: yes",
    facts: { present: ["dog"], absent: ["person", "bird"] },
    corrected: "- People: none\n- Birds: 0\n- Dogs: yes",
  },
  {
    response: "| Person | no |\n| Dog | yes |",
    facts: { present: ["dog"], absent: ["person"] },
    corrected: "| Person | no |\n| Dog | yes |",
  },
  {
    response: "Apart from her and the man with the cup, no one is there.",
    facts: { present: ["person", "cup"] },
    corrected: "Apart from her and the man with the cup, no one is there.",
  },
  {
    response: "No one but the three pedestrians is around. A man waits; no other passengers can be seen.",
    facts: { present: ["person"], counts: { person: 3 } },
    corrected: "No one but the three pedestrians is around. A man waits; no other passengers can be seen.",
  },
  {
    response: "It is not a horse, a bear or a bird. It is a dog.",
    facts: { present: ["dog"], absent: ["bear", "bird"] },
    corrected: "It is not a horse, a bear or a bird. It is a dog.",
  },
  {
    response: "This is neither a bed nor a chair; it is a sofa.",
    facts: { present: ["couch", "bed"], absent: ["chair"] },
    corrected: "This is neither a bed nor a chair; it is a sofa.",
  },
  {
    response: "There are no people, cars, or birds in the image.",
    facts: { absent: ["person", "car", "bird"] },
    corrected: "There are no people, cars, or birds in the image.",
  },
  {
    response: "No people, cars, or birds are visible.",
    facts: { absent: ["person", "car", "bird"] },
    corrected: "No people, cars, or birds are visible.",
  },
  {
    response: "There are no people or cars, only a dog.",
    facts: { present: ["dog"], absent: ["person", "car"] },
    corrected: "There are no people or cars, only a dog.",
  },
  { response: "There isn't a car on the bench.", facts: { present: ["bench"] }, corrected: "There isn't a car on the bench." },
  {
    response: "There are no dogs or cats on the bed.",
    facts: { present: ["bed"] },
    corrected: "There are no dogs or cats on the bed.",
  },
  {
    response: "Neither the man nor the woman is wearing a hat.",
    facts: { present: ["person"] },
    corrected: "Neither the man nor the woman is wearing a hat.",
  },
  { response: "No one is holding an umbrella.", facts: { absent: ["umbrella"] }, corrected: "No one is holding an umbrella." },
  {
    response: "None of the people are wearing hats.",
    facts: { present: ["person"] },
    corrected: "None of the people are wearing hats.",
  },
  {
    response: "I can't identify the people in this image.",
    facts: { present: ["person"] },
    corrected: "I can't identify the people in this image.",
  },
];

/** Answers with a label, with another word for yes, or with a number for none. */
export const ANSWER_WORDS: readonly GoldenCase[] = [
  {
    response: "**Answer:** Yes, there is a dog.",
    prompt: "Is there a dog?",
    facts: { absent: ["dog"] },
    corrected: "**Answer:** No, there is no dog.",
  },
  { response: "Answer: no", prompt: "Is there a dog?", facts: { present: ["dog"] }, corrected: "Answer: yes" },
  { response: "The answer is yes.", prompt: "Is there a dog?", facts: { absent: ["dog"] }, corrected: "The answer is no." },
  { response: "Certainly! There is a dog on the left.", prompt: "Is there a dog?", facts: { absent: ["dog"] }, corrected: "No!" },
  {
    response: "No, there is no dog in the image, but there is a cat.",
    prompt: "Is there a dog in the image?",
    facts: { present: ["dog"] },
    corrected: "Yes, there is a dog in the image, and there is a cat.",
  },
  {
    response: "Yes, the image shows a brown dog lying on the grass.",
    prompt: "Is there a dog in the image?",
    facts: { absent: ["dog"] },
    corrected: "No, the image does not show a dog.",
  },
  { response: "I see three.", prompt: "How many dogs are there?", facts: { counts: { dog: 2 } }, corrected: "I see two." },
  { response: "None.", prompt: "How many dogs are there?", facts: { present: ["dog"] }, corrected: "At least one." },
  { response: "There are none.", prompt: "How many dogs are there?", facts: { present: ["dog"] }, corrected: "There are some." },
  {
    response: "There are about a dozen.",
    prompt: "How many people are there?",
    facts: { counts: { person: 3 } },
    corrected: "There are three.",
  },
  {
    response: "It is red and white.",
    prompt: "What is the color of the car?",
    facts: { colors: { car: "blue" } },
    corrected: "It is blue.",
  },
];
