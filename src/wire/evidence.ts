/** Evidence from the core's names to the wire's. */
import type { Box, DetectedBox } from "../domain/box.js";
import type { Evidence } from "../domain/evidence.js";
import type { WireBox, WireEvidence, WireScoredBox } from "./evidence-schema.js";

/** Boxes, shares and probabilities have four places: finer than any expert sees, and short to read. */
const PLACES = 10_000;

/** A fraction, to four places; what lies outside 0 to 1 by an error of rounding is put on its border. */
export function fraction(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * PLACES) / PLACES;
}

export function evidenceToWire(evidence: Evidence): WireEvidence {
  const { expert, image } = evidence;
  switch (evidence.type) {
    case "detection":
      return {
        type: "detection",
        expert,
        image,
        category: evidence.category,
        presence: fraction(evidence.presence),
        boxes: evidence.boxes.map(scoredBox),
      };
    case "answer": {
      const { question, answer, probability, region } = evidence;
      return {
        type: "answer",
        expert,
        image,
        question,
        answer,
        probability: fraction(probability),
        ...(region !== null && { region: box(region) }),
      };
    }
    case "geometry": {
      const { predicate, subject, targets, holds, margin } = evidence;
      return {
        type: "geometry",
        expert,
        image,
        predicate,
        subject: scoredBox(subject),
        targets: targets.map(scoredBox),
        holds,
        margin: fraction(margin),
      };
    }
    case "color": {
      const colors = evidence.colors.map(({ name, share }) => ({ name, share: fraction(share) }));
      return { type: "color", expert, image, category: evidence.category, region: scoredBox(evidence.region), colors };
    }
    case "text": {
      const lines = evidence.lines.map((line) => ({ text: line.text, score: fraction(line.score), box: box(line.box) }));
      return { type: "text", expert, image, lines };
    }
    case "comparison": {
      const { statement, contrary, share, region } = evidence;
      return { type: "comparison", expert, image, statement, contrary, share: fraction(share), region: scoredBox(region) };
    }
    case "failure":
      return { type: "failure", expert, image, code: evidence.code, message: evidence.message };
    default:
      return evidence satisfies never;
  }
}

function box({ x1, y1, x2, y2 }: Box): WireBox {
  return { x1: fraction(x1), y1: fraction(y1), x2: fraction(x2), y2: fraction(y2) };
}

function scoredBox(detected: DetectedBox): WireScoredBox {
  return { ...box(detected), score: fraction(detected.probability) };
}
