/** Words before a number that change what it says: "at least", "about", "more than". */
import type { Quantity } from "../../domain/claim.js";
import { PhraseIndex } from "./phrases.js";

type Change = (value: number) => Quantity;

const exactly: Change = (value) => ({ relation: "exactly", value });
const atLeast: Change = (value) => ({ relation: "at_least", value });
const atMost: Change = (value) => ({ relation: "at_most", value });
const moreThan: Change = (value) => ({ relation: "at_least", value: value + 1 });
const fewerThan: Change = (value) => ({ relation: "at_most", value: Math.max(0, value - 1) });
const about: Change = (value) => ({ relation: "about", value });

/** By their phrase, lower case. */
export const NUMBER_MODIFIERS = new PhraseIndex<Change>([
  ["at least", atLeast],
  ["no fewer than", atLeast],
  ["no less than", atLeast],
  ["at most", atMost],
  ["up to", atMost],
  ["no more than", atMost],
  ["more than", moreThan],
  ["over", moreThan],
  ["fewer than", fewerThan],
  ["less than", fewerThan],
  ["about", about],
  ["around", about],
  ["approximately", about],
  ["roughly", about],
  ["nearly", about],
  ["almost", about],
  ["some", about],
  ["exactly", exactly],
  ["precisely", exactly],
  ["only", exactly],
  ["just", exactly],
  ["a total of", exactly],
]);
