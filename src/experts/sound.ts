/**
 * Whether what an expert gave is sound in form. A model that answers NaN, or boxes outside the picture, has said nothing: such an answer
 * must become a failure before a judge can mistake it for "there is none". Each function gives the fault in words, or null.
 */
import type { Box } from "../domain/box.js";
import type { ColorShare, TextLine } from "../domain/evidence.js";
import type { Answer, Detection } from "../domain/ports.js";

/** Rounding of float32 arithmetic; more than that is a fault. */
const TOLERANCE = 1e-5;

export function faultOfDetection({ presence, boxes }: Detection): string | null {
  if (!isShare(presence)) return `its chance of presence is ${presence}`;
  let before = 1 + TOLERANCE;
  for (const box of boxes) {
    if (!isShare(box.probability)) return `a box has the probability ${box.probability}`;
    if (box.probability > before + TOLERANCE) return "its boxes are not in order of probability";
    if (!isBox(box)) return `a box lies outside the picture or is turned round (${describe(box)})`;
    before = box.probability;
  }
  return null;
}

export function faultOfColors(colors: readonly ColorShare[]): string | null {
  const wrong = colors.find(({ share }) => !isShare(share));
  return wrong === undefined ? null : `the share of ${wrong.name} is ${wrong.share}`;
}

export function faultOfLines(lines: readonly TextLine[]): string | null {
  for (const { score, box } of lines) {
    if (!isShare(score)) return `a line has the score ${score}`;
    if (!isBox(box)) return `a line lies outside the picture or is turned round (${describe(box)})`;
  }
  return null;
}

export function faultOfAnswer({ answer, probability }: Answer): string | null {
  if (!isShare(probability)) return `the probability of its answer is ${probability}`;
  return answer.trim() === "" ? "its answer is empty" : null;
}

/** @param texts how many were compared */
export function faultOfChances(chances: readonly number[], texts: number): string | null {
  if (chances.length !== texts) return `it has ${chances.length} chances for ${texts} texts`;
  const wrong = chances.find((chance) => !isShare(chance));
  return wrong === undefined ? null : `the chance of a text is ${wrong}`;
}

function isShare(value: number): boolean {
  return value >= -TOLERANCE && value <= 1 + TOLERANCE;
}

function isBox({ x1, y1, x2, y2 }: Box): boolean {
  return [x1, y1, x2, y2].every(isShare) && x1 <= x2 && y1 <= y2;
}

function describe({ x1, y1, x2, y2 }: Box): string {
  return [x1, y1, x2, y2].join(", ");
}
