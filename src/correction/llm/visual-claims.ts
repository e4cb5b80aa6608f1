/**
 * Step four of Woodpecker (Yin et al. 2023): what the experts saw, as statements that a language model can correct by. Only what is sure
 * enough is stated, so that a faint box does not become a fact; what is neither there nor absent for sure is passed over.
 */
import type { DetectedBox } from "../../domain/box.js";
import type { Evidence } from "../../domain/evidence.js";
import type { JudgedClaim, Remedy } from "../../domain/judgement.js";
import { numberInWords } from "../../language/grammar/numbers.js";
import { plural } from "../../language/grammar.js";

const MIN_BOX = 0.5;
const MAX_ABSENT = 0.15;
const MIN_PRESENT = 0.75;
const MIN_ANSWER = 0.75;
const MIN_COLOR_SHARE = 0.35;
const MAX_BOXES = 12;

/** @param evidence of one picture or of several; where there are several, each statement says which */
export function visualClaims(evidence: readonly Evidence[]): readonly string[] {
  const pictures = new Set(evidence.map(({ image }) => image)).size;
  const statements = evidence.flatMap((item) => {
    const words = statementOf(item);
    return words === null ? [] : [pictures > 1 ? `In picture ${item.image + 1}: ${words}` : words];
  });
  return [...new Set(statements)];
}

/** What is wrong with a sentence, in the judges' words, and what is so instead where that is known. */
export function faultsOf(refuted: readonly JudgedClaim[]): readonly string[] {
  return refuted.map(({ claim, judgement }) => {
    const instead = judgement.remedy === null ? "" : ` ${remedyInWords(judgement.remedy)}`;
    return `It is not so that ${claim.text}. ${judgement.reason}${instead}`;
  });
}

function statementOf(item: Evidence): string | null {
  switch (item.type) {
    case "detection":
      return detectionInWords(item.category, item.presence, item.boxes);
    case "color": {
      const names = item.colors.filter(({ share }) => share >= MIN_COLOR_SHARE).map(({ name }) => name);
      return names.length === 0 ? null : `The ${item.category} at ${place(item.region)} is ${names.join(" and ")}.`;
    }
    case "answer":
      return item.probability < MIN_ANSWER ? null : `${item.question} ${item.answer}.`;
    case "text":
      return item.lines.length === 0
        ? null
        : `These words are written in it: ${item.lines.map(({ text }) => JSON.stringify(text)).join(", ")}.`;
    case "geometry":
    case "comparison":
    case "failure":
      return null;
    default:
      return item satisfies never;
  }
}

function detectionInWords(category: string, presence: number, boxes: readonly DetectedBox[]): string | null {
  if (presence <= MAX_ABSENT) return `There is no ${category}.`;
  const sure = boxes.filter(({ probability }) => probability >= MIN_BOX);
  if (presence < MIN_PRESENT || sure.length === 0) return null;
  const places = sure.slice(0, MAX_BOXES).map(place).join(", ");
  return sure.length === 1
    ? `There is one ${category}: ${places}.`
    : `There are ${numberInWords(sure.length)} ${plural(category)}: ${places}.`;
}

/** Fractions with three decimals, as Woodpecker writes them. */
function place({ x1, y1, x2, y2 }: DetectedBox): string {
  return `[${[x1, y1, x2, y2].map((side) => side.toFixed(3)).join(", ")}]`;
}

function remedyInWords(remedy: Remedy): string {
  switch (remedy.type) {
    case "count":
      return remedy.value === 0 ? "There is none." : `The number is ${numberInWords(remedy.value)}.`;
    case "color":
      return `The color is ${remedy.value}.`;
    case "predicate":
      return `The position is ${remedy.value.replaceAll("_", " ")}.`;
    case "text":
      return `The words are ${JSON.stringify(remedy.value)}.`;
    default:
      return remedy satisfies never;
  }
}
