/** Places that are said in a word: "Left." to "Where is the dog?" */
import { filling, type Statement } from "./statement.js";

/** "Left.", "Top right corner": the place without the words that make it one. */
export function placed(before: string, answer: string): Statement {
  const [, corner, side, middle] =
    /^(?:the )?(?:((?:top|bottom|upper|lower)[ -](?:left|right)(?: (?:corner|side))?)|((?:far )?(?:left|right|top|bottom)(?: side)?)|(center|centre|middle|background|foreground))$/i.exec(
      answer,
    ) ?? [];
  const preposition =
    corner !== undefined || middle !== undefined ? "in" : side === undefined ? null : /top|bottom/i.test(side) ? "at" : "on";
  if (preposition === null) return filling(before, "", false)(answer);
  const isDetermined = /^the /i.test(answer);
  return filling(`${before}${preposition} ${isDetermined ? "" : "the "}`, "", false)(answer);
}
