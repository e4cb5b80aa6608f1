/** Pieces of writing put into lines: what stands side by side at one height, less than a letter's height apart, is read in one go. */
import type { TextLine } from "../../domain/evidence.js";
import type { Size } from "../geometry/measures.js";

/** Pieces share a line where they overlap vertically by this share of the lower one, and are no further apart than so many heights. */
const SAME_HEIGHT = 0.6;
const MAX_GAP = 1.2;

/** @returns from top to bottom, and from left to right */
export function joinLines(pieces: readonly TextLine[], { width, height }: Size): readonly TextLine[] {
  const lines: TextLine[] = [];
  for (const piece of pieces.toSorted((a, b) => a.box.x1 - b.box.x1)) {
    const index = lines.findIndex((line) => continues(line, piece, width / height));
    const line = lines[index];
    if (line === undefined) lines.push(piece);
    else lines[index] = joined(line, piece);
  }
  return lines.toSorted((a, b) => a.box.y1 - b.box.y1 || a.box.x1 - b.box.x1);
}

function continues({ box: line }: TextLine, { box: piece }: TextLine, aspect: number): boolean {
  const lower = Math.min(line.y2 - line.y1, piece.y2 - piece.y1);
  const higher = Math.max(line.y2 - line.y1, piece.y2 - piece.y1);
  const shared = Math.min(line.y2, piece.y2) - Math.max(line.y1, piece.y1);
  const gap = (piece.x1 - line.x2) * aspect;
  return lower > 0 && higher < 2 * lower && shared >= SAME_HEIGHT * lower && gap >= -lower && gap <= MAX_GAP * lower;
}

function joined(line: TextLine, piece: TextLine): TextLine {
  return {
    text: `${line.text} ${piece.text}`,
    score: Math.min(line.score, piece.score),
    box: {
      x1: Math.min(line.box.x1, piece.box.x1),
      y1: Math.min(line.box.y1, piece.box.y1),
      x2: Math.max(line.box.x2, piece.box.x2),
      y2: Math.max(line.box.y2, piece.box.y2),
    },
  };
}
