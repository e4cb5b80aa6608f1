import { expect, it } from "vitest";
import { locate } from "../../../src/extraction/llm/locate.js";

const whole = (text: string) => ({ start: 0, end: text.length });

it("finds words whatever their case, quotes and white space, at their own offsets", () => {
  const text = "İstanbul’s “Red\n Bus” stops.";
  expect(locate(text, '"RED\t bus"', whole(text))).toEqual({ start: 11, end: 21 });
  expect(locate(text, '"red bus"', whole(text))).toBeNull();
});

it("finds whole words only, and the first that is one", () => {
  const text = "A catalog and a cat.";
  expect(locate(text, "cat", whole(text))).toEqual({ start: 16, end: 19 });
  expect(locate(text, "", whole(text))).toBeNull();
  expect(locate(text, "cat", { start: 0, end: 9 })).toBeNull();
});
