/**
 * The line that was read where a quote is said to stand, and says something else.
 *
 * A thing bears one writing for certain only where one large line was read on it, surely: a bus with a small line has others that were
 * missed. A line that may be a part of the quote is no rival: the rest may be hidden, cut off or unread. Signs are mostly no class of a
 * detector. "The sign" is then the stop sign, or the one thing with large letters, where nothing else was read on the whole picture: with
 * more lines there are more signs, and which one is meant is not known.
 */
import { area, type Box, intersection } from "../domain/box.js";
import type { Target } from "../domain/check.js";
import type { Mention } from "../domain/claim.js";
import type { Evidence, TextLine } from "../domain/evidence.js";
import { numberMeant } from "./phrase.js";
import { detectionOf } from "./sight.js";
import { isPartOf, type Match, mayBe } from "./text-match.js";
import { WORTH_NAMING } from "./wording.js";

/** A line read less surely than this says nothing against a quote. */
const SURE = 0.9;

/** A line more like the quote than this is the one that was meant. */
const SAME_WRITING = 0.5;

/** Of the height of what bears it: smaller writing has other writing beside it. */
const LARGE_ON_BEARER = 0.2;

/** Of the picture's height, where what bears it is not found. */
const LARGE_IN_PICTURE = 0.08;

/** Of the largest line: smaller writing beside it is an addition, a maker's name, a scribble. */
const SMALL_BESIDE = 1 / 3;

/** The one sign that detectors of COCO's classes know. */
const STOP_SIGN: Target = { category: "stop sign", classes: ["stop sign"] };

/** What is called a sign without more, or by what a stop sign is too. "The other sign" and "a street sign" may be ones that were not read. */
const SIGN = /^(?:(?:a|an|the|this|that|large|big|octagonal|hexagonal|traffic|road|and|red|white|metal|bright|colou?red)[\s,]+)*sign$/;

/** Where a stop sign may be what bears the writing; null where it may not. */
export function stopSignFor(object: Mention): Target | null {
  return isSign(object) ? STOP_SIGN : null;
}

/**
 * @param match the line most like the quote
 * @returns null where there is no such line, where it was not read surely, or where it may be a part of what is quoted
 */
export function rivalOf(
  quote: string,
  match: Match,
  lines: readonly TextLine[],
  object: Mention | null,
  evidence: readonly Evidence[],
): TextLine | null {
  const rival = writingOf(quote, match, lines, object, evidence);
  return rival !== null && rival.score >= SURE && /[\p{L}\p{N}]{2}/u.test(rival.text) && !isPartOf(rival.text, quote) ? rival : null;
}

function writingOf(
  quote: string,
  { line, similarity }: Match,
  lines: readonly TextLine[],
  object: Mention | null,
  evidence: readonly Evidence[],
): TextLine | null {
  const bearers = object === null ? null : bearersOf(object, evidence);
  const isMeant = similarity > SAME_WRITING;
  if (bearers === null) return isMeant ? line : object !== null && isSign(object) ? onlySign(quote, lines, evidence) : null;
  const written = lines.filter(({ box }) => bearers.some((bearer) => isWithin(box, bearer)));
  if (isMeant && written.includes(line)) return line;
  const [bearer, ...others] = bearers;
  return bearer === undefined || others.length > 0 ? null : onlyLine(quote, written, LARGE_ON_BEARER * height(bearer));
}

/** The boxes of the thing that bears the writing: the likely ones, else the likeliest. @returns null where no detector looked */
function bearersOf(object: Mention, evidence: readonly Evidence[]): readonly Box[] | null {
  const boxes = detectionOf(evidence, object)?.boxes;
  if (boxes === undefined) return null;
  const likely = boxes.filter(({ probability }) => probability >= WORTH_NAMING);
  return likely.length > 0 ? likely : boxes.slice(0, 1);
}

function onlySign(quote: string, lines: readonly TextLine[], evidence: readonly Evidence[]): TextLine | null {
  const stopSigns = bearersOf({ phrase: "stop sign", category: STOP_SIGN.category, span: null }, evidence) ?? [];
  const found = (detectionOf(evidence, STOP_SIGN)?.presence ?? 0) >= WORTH_NAMING ? stopSigns : [];
  const [stopSign, ...others] = found;
  if (stopSign === undefined) return onlyLine(quote, lines, LARGE_IN_PICTURE);
  const areAllOnIt = others.length === 0 && lines.every(({ box }) => isWithin(box, stopSign));
  return areAllOnIt ? onlyLine(quote, lines, LARGE_ON_BEARER * height(stopSign)) : null;
}

/** The only large line, where what is written small beside it cannot be the quote. */
function onlyLine(quote: string, lines: readonly TextLine[], leastHeight: number): TextLine | null {
  const [largest, ...others] = lines.toSorted((one, other) => height(other.box) - height(one.box));
  if (largest === undefined || height(largest.box) < leastHeight) return null;
  const isAlone = others.every(({ text, box }) => height(box) <= SMALL_BESIDE * height(largest.box) && !mayBe(text, quote));
  return isAlone ? largest : null;
}

function isSign(object: Mention): boolean {
  return object.category === "sign" && numberMeant(object) === 1 && SIGN.test(object.phrase.toLowerCase());
}

function isWithin(box: Box, bearer: Box): boolean {
  const whole = area(box);
  return whole > 0 && area(intersection(box, bearer)) / whole > 0.5;
}

function height({ y1, y2 }: Box): number {
  return y2 - y1;
}
