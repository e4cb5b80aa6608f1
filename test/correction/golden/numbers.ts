import type { GoldenCase } from "./case.js";

/** Wrong numbers with the right one known. */
export const COUNTS: readonly GoldenCase[] = [
  {
    response: "There are two dogs in the image, one of which is lying on a couch.",
    facts: { counts: { dog: 1 } },
    corrected: "There is a dog in the image.",
  },
  {
    response: "Two cats are sleeping on a bed, and they look comfortable.",
    facts: { counts: { cat: 1 } },
    corrected: "A cat is sleeping on a bed, and it looks comfortable.",
  },
  {
    response: "I see at least two red buses and a yellow taxi.",
    facts: { counts: { bus: 1 }, colors: { bus: "orange" } },
    corrected: "I see an orange bus and a yellow taxi.",
  },
  { response: "Two dogs lie on a red sofa.", facts: { counts: { dog: 1 } }, corrected: "A dog lies on a red sofa." },
  { response: "There are two dogs on the grass.", facts: { counts: { dog: 1 } }, corrected: "There is a dog on the grass." },
  { response: "There are 2 dogs on the grass.", facts: { counts: { dog: 1 } }, corrected: "There is 1 dog on the grass." },
  { response: "There are 3 dogs on the grass.", facts: { counts: { dog: 2 } }, corrected: "There are 2 dogs on the grass." },
  { response: "Three people are walking.", facts: { counts: { person: 4 } }, corrected: "Four people are walking." },
  { response: "Three people are walking.", facts: { counts: { person: 1 } }, corrected: "A person is walking." },
  { response: "Two men stand by a car.", facts: { counts: { person: 1 } }, corrected: "A man stands by a car." },
  { response: "One dog is sleeping on the rug.", facts: { counts: { dog: 3 } }, corrected: "Three dogs are sleeping on the rug." },
  { response: "There is one child on the swing.", facts: { counts: { person: 2 } }, corrected: "There are two children on the swing." },
  { response: "The image shows exactly two cats.", facts: { counts: { cat: 1 } }, corrected: "The image shows exactly one cat." },
  { response: "The image shows at least three cats.", facts: { counts: { cat: 2 } }, corrected: "The image shows two cats." },
  { response: "A pair of dogs runs along the beach.", facts: { counts: { dog: 3 } }, corrected: "Three dogs run along the beach." },
  { response: "The two dogs are playing.", facts: { counts: { dog: 1 } }, corrected: "The dog is playing." },
  { response: "These two chairs are empty.", facts: { counts: { chair: 1 } }, corrected: "This chair is empty." },
  { response: "A man is walking five dogs.", facts: { counts: { dog: 2 } }, corrected: "A man is walking two dogs." },
  { response: "Two elephants stand by the river.", facts: { counts: { elephant: 1 } }, corrected: "An elephant stands by the river." },
  {
    response: "Two small elephants stand by the river.",
    facts: { counts: { elephant: 1 } },
    corrected: "A small elephant stands by the river.",
  },
  {
    response: "Two dogs that are wearing collars sit on the floor.",
    facts: { counts: { dog: 1 } },
    corrected: "A dog that is wearing collars sits on the floor.",
  },
  {
    response: "There are three dogs in the park. They are chasing a ball.",
    facts: { counts: { dog: 1 } },
    corrected: "There is a dog in the park. It is chasing a ball.",
  },
  {
    response: "There are two dogs on the bed. The dogs are brown.",
    facts: { counts: { dog: 1 } },
    corrected: "There is a dog on the bed. The dog is brown.",
  },
  {
    response: "There are two women at the table. They are laughing.",
    facts: { counts: { person: 1 } },
    corrected: "There is a woman at the table. She is laughing.",
  },
  { response: "Two dogs and a cat sit by the door.", facts: { counts: { dog: 1 } }, corrected: "A dog and a cat sit by the door." },
  {
    response: "There are twelve boats in the harbor.",
    facts: { counts: { boat: 11 } },
    corrected: "There are eleven boats in the harbor.",
  },
  { response: "Two sheep are grazing.", facts: { counts: { sheep: 1 } }, corrected: "A sheep is grazing." },
  {
    response: "On the shelf there are six books and two clocks.",
    facts: { counts: { clock: 1 } },
    corrected: "On the shelf there are six books and a clock.",
  },
  { response: "two buses on a street", facts: { counts: { bus: 1 } }, corrected: "a bus on a street" },
  {
    response: "Two zebras have their heads down. They have stripes.",
    facts: { counts: { zebra: 1 } },
    corrected: "A zebra has its heads down. It has stripes.",
  },
];

/** Wrong numbers where the right one is not known become vague. */
export const VAGUE: readonly GoldenCase[] = [
  { response: "Two dogs lie on a sofa.", facts: { counts: { dog: null } }, corrected: "Some dogs lie on a sofa." },
  { response: "There are 12 birds on the wire.", facts: { counts: { bird: null } }, corrected: "There are some birds on the wire." },
  { response: "The three cars are parked.", facts: { counts: { car: null } }, corrected: "The cars are parked." },
  { response: "At least five people are waiting.", facts: { counts: { person: null } }, corrected: "Some people are waiting." },
  { response: "There is one apple in the bowl.", facts: { counts: { apple: null } }, corrected: "There is an apple in the bowl." },
];

/** None of what is counted is there. */
export const NONE: readonly GoldenCase[] = [
  { response: "Two dogs and three cats sleep on the rug.", facts: { absent: ["cat"] }, corrected: "Two dogs sleep on the rug." },
  { response: "Four birds fly over the water. A boat drifts by.", facts: { absent: ["bird"] }, corrected: "A boat drifts by." },
];

const NO_COUCH = { absent: ["couch", "dog", "car"] };

/** A number that a place bounds goes with it; one that only tells of some stays. */
export const BOUNDED: readonly GoldenCase[] = [
  ["TVs: 2\nPeople on the couch: 2", "TVs: 2"],
  ["- People on the couch: 2\n- Cats on the bed: 1", "- Cats on the bed: 1"],
  ["Exactly two people sit on the couch. The sky is blue.", "The sky is blue."],
  ["Only one cat lies on the couch. A bird flies.", "A bird flies."],
  ["There are no people on the couch. The sky is blue.", "The sky is blue."],
  ["No one is sitting in the car. A bird flies.", "A bird flies."],
  ["There are two people on the couch. The sky is blue.", "There are two people. The sky is blue."],
  ["There is only one man with a dog. A bird flies.", "There is only one man. A bird flies."],
  ["Only one cat is visible, next to a dog. The sky is blue.", "Only one cat is visible. The sky is blue."],
  ["The only man walks a dog. A bird flies.", "A bird flies."],
].map(([response = "", corrected = ""]) => ({ response, facts: NO_COUCH, corrected }));

const THREE_OTHERS =
  "A woman sits on a train. There are three other people in the background, two of them standing near the door. A bag is red.";

/** Those who were named before are none of the others. */
export const OTHERS: readonly GoldenCase[] = [
  { response: THREE_OTHERS, facts: { counts: { person: 1 } }, corrected: "A woman sits on a train. A bag is red." },
  {
    response: THREE_OTHERS,
    facts: { counts: { person: 2 } },
    corrected: "A woman sits on a train. There is another person in the background. A bag is red.",
  },
  {
    response: "A man walks with four other people on the beach.",
    facts: { counts: { person: 3 } },
    corrected: "A man walks with two other people on the beach.",
  },
  { response: "A man stands next to two other men.", facts: { counts: { person: 1 } }, corrected: "A man stands." },
  {
    response: "The woman smiles. She holds a bag. Two other people sit nearby, and they read.",
    facts: { counts: { person: 1 } },
    corrected: "The woman smiles. She holds a bag.",
  },
];
