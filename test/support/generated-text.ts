/** Descriptions made at random from the ways in which models describe pictures, and facts that make parts of them false. */
import fc from "fast-check";
import type { Facts } from "./oracle.js";

const THINGS = "dog cat horse elephant car bus bicycle bench chair umbrella book laptop bottle kite".split(" ");
const PLACES = ["on the beach", "in the park", "in the image", "near a tree", "on the street"];
const COLORS = "red blue orange white black".split(" ");
const NUMBERS = ["two", "three", "2", "several", "at least four"];

const thing = fc.constantFrom(...THINGS);
const color = fc.constantFrom(...COLORS);
const place = fc.constantFrom(...PLACES);

function articled(words: string): string {
  return `${/^[aeiou]/.test(words) ? "an" : "a"} ${words}`;
}

const single = fc.oneof(
  thing.map(articled),
  fc.tuple(color, thing).map((words) => articled(words.join(" "))),
  fc
    .tuple(fc.constantFrom(...NUMBERS), thing)
    .map(([number, noun]) => `${number} ${noun === "bus" ? "buses" : noun === "bench" ? "benches" : `${noun}s`}`),
);
const list = fc
  .tuple(fc.array(single, { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([members, oxford]) =>
    members.length < 2
      ? members.join("")
      : `${members.slice(0, -1).join(", ")}${oxford && members.length > 2 ? "," : ""} and ${members.at(-1)}`,
  );
const singular = fc.oneof(thing.map(articled), fc.constant("a man"), fc.constant("a woman"));

const sentence = fc.oneof(
  fc.tuple(list, place).map(([things, where]) => `${/^(?:an? )/.test(things) ? "There is" : "There are"} ${things} ${where}.`),
  list.map((things) => `The image shows ${things}.`),
  fc.tuple(singular, single, place).map(([subject, object, where]) => `${capital(subject)} is standing next to ${object} ${where}.`),
  fc.tuple(singular, single).map(([subject, object]) => `${capital(subject)} with ${object} is visible in the background.`),
  fc.tuple(singular, single).map(([subject, object]) => `${capital(subject)}, holding ${object}, sits on a chair.`),
  fc
    .tuple(singular, single, single)
    .map(([subject, one, other]) => `${capital(subject)} stands behind ${one}, and ${other} can be seen nearby.`),
  fc.tuple(thing, color).map(([noun, shade]) => `The ${noun} is ${shade}.`),
  fc.tuple(singular, single).map(([subject, object]) => `In the background, ${subject} is holding ${object}.`),
  fc.tuple(single, single).map(([one, other]) => `While a woman reads a book, ${one} can be seen by ${other}.`),
  fc.constantFrom(
    "It is brown.",
    "They are playing.",
    "The scene is calm and quiet.",
    "She is smiling.",
    "The weather appears to be sunny.",
  ),
);

const gap = fc.constantFrom(" ", " ", " ", "  ", "\n", "\n\n", "\n- ");

/** One to six sentences, with white space of all kinds between them. */
export const description: fc.Arbitrary<string> = fc
  .array(fc.tuple(sentence, gap), { minLength: 1, maxLength: 6 })
  .map((rows) => rows.map(([words, space], index) => (index === rows.length - 1 ? words : words + space)).join(""));

/** Some things are absent, some counted, some of another color. */
export const facts: fc.Arbitrary<Facts> = fc.record({
  absent: fc.subarray(THINGS, { maxLength: 4 }),
  counts: fc.dictionary(thing, fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant(null)), { maxKeys: 3 }),
  colors: fc.dictionary(thing, fc.oneof(color, fc.constant(null)), { maxKeys: 3 }),
});

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
