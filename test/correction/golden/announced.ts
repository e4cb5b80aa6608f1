import type { GoldenCase } from "./case.js";

const NO_DOG = { absent: ["dog"] };

/** Numbers that announce a list which lost a member. */
export const ANNOUNCED: readonly GoldenCase[] = [
  ["two animals, a dog and a cat, on the couch", "an animal, a cat, on the couch"],
  ["There are two animals, a dog and a cat, on the couch.", "There is an animal, a cat, on the couch."],
  ["There are three animals: a dog, a cat and a bird.", "There are two animals: a cat and a bird."],
  ["The picture shows three animals, a dog, a cat and a bird.", "The picture shows two animals, a cat and a bird."],
  ["There are two animals (a dog and a cat) on the couch.", "There is an animal (a cat) on the couch."],
  ["Three animals can be seen: a dog, a cat and a bird.", "Two animals can be seen: a cat and a bird."],
  ["Four items lie on the table: a cup, a fork, a knife and a dog.", "Three items lie on the table: a cup, a fork and a knife."],
  ["The image shows three animals, two dogs and a cat, in a field.", "The image shows an animal, a cat, in a field."],
  ["Two animals, a dog on the left and a cat on the right, are asleep.", "An animal, a cat on the right, is asleep."],
  ["There are two cats, a bird and a dog.", "There are two cats and a bird."],
  ["There are several animals, including a dog and a cat.", "There are several animals, including a cat."],
].map(([response = "", corrected = ""]) => ({ response, facts: NO_DOG, corrected }));

/** Lists under "with", and who is with whom. */
export const IN_COMPANY: readonly GoldenCase[] = [
  ["A man with a dog on a leash, a bag in his hand and a hat walks.", "A man with a bag in his hand and a hat walks."],
  ["There is a man with a dog on a leash, a bag in his hand and a hat.", "There is a man with a bag in his hand and a hat."],
  ["A man with a dog beside him and a bag in his hand walks.", "A man with a bag in his hand walks."],
  ["A man with a hat on his head, a dog on a leash and a bag stands here.", "A man with a hat on his head and a bag stands here."],
  ["A man with a dog, a woman and a child walk.", "A man, a woman and a child walk."],
  ["A man with a dog and a woman with a cat walk in the park.", "A man and a woman with a cat walk in the park."],
].map(([response = "", corrected = ""]) => ({ response, facts: NO_DOG, corrected }));

/** Things behind their place, without a verb. */
export const PLACED: readonly GoldenCase[] = [
  ["on the left the dog, and a tree in the middle", "a tree in the middle"],
  ["On the left the dog, and a cat on the right.", "A cat on the right."],
  ["On the left a dog, in the middle a tree, and on the right a cat.", "In the middle a tree, and on the right a cat."],
  ["In the middle a man, and on the left a dog.", "In the middle a man."],
  ["On the left a man and a dog, on the right a car.", "On the left a man, on the right a car."],
  ["In the foreground a dog with a ball, a car in the background.", "A car in the background."],
  ["To the left there is a dog, and a tree in the middle.", "There is a tree in the middle."],
  ["On the left there is a dog, in the middle a tree, and on the right a cat.", "There is a cat."],
].map(([response = "", corrected = ""]) => ({ response, facts: NO_DOG, corrected }));
