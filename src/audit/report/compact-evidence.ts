/** Evidence in words and boxes, as a reader of the page sees it. */
import type { WireBox, WireEvidence, WireScoredBox } from "../../wire/evidence-schema.js";
import type { PageBox, PageEvidence } from "./page-data.js";

/** Fainter boxes are no help to a reader; the surest is always shown. */
const LEAST_SCORE = 0.15;
const MAX_BOXES = 12;
const MAX_LINES = 8;

export function compactEvidence(evidence: WireEvidence): PageEvidence {
  const { type, expert, image } = evidence;
  return { type, expert, image, ...shown(evidence) };
}

function shown(evidence: WireEvidence): Pick<PageEvidence, "says" | "boxes" | "more"> {
  switch (evidence.type) {
    case "detection": {
      const { category, presence, boxes } = evidence;
      const drawn = boxes.filter(({ score }, place) => place < MAX_BOXES && (score >= LEAST_SCORE || place === 0)).map(scored);
      return { says: `${category}: ${percent(presence)} that the picture shows one`, boxes: drawn, more: boxes.length - drawn.length };
    }
    case "color": {
      const shares = evidence.colors.map(({ name, share }) => `${name} ${percent(share)}`).join(", ");
      return plain(`${evidence.category}: ${shares === "" ? "no color that means anything" : shares}`, [scored(evidence.region)]);
    }
    case "geometry": {
      const { predicate, holds, margin, subject, targets } = evidence;
      const says = `${predicate.replaceAll("_", " ")}: ${holds ? "holds" : "does not hold"} (margin ${margin.toFixed(2)})`;
      return plain(says, [subject, ...targets].map(scored));
    }
    case "answer": {
      const { question, answer, probability, region } = evidence;
      return plain(`${question} ${answer} (${percent(probability)})`, region === undefined ? [] : [unscored(region)]);
    }
    case "text": {
      const lines = evidence.lines.slice(0, MAX_LINES);
      const read = lines.map(({ text, score }) => `“${text}” (${percent(score)})`).join(", ");
      const more = evidence.lines.length - lines.length;
      return {
        ...plain(
          read === "" ? "nothing written" : `reads ${read}`,
          lines.map(({ box }) => unscored(box)),
        ),
        more,
      };
    }
    case "comparison": {
      const { statement, contrary, share, region } = evidence;
      return plain(`“${statement}” fits it ${percent(share)} to ${percent(1 - share)} against “${contrary}”`, [scored(region)]);
    }
    case "failure":
      return plain(evidence.message, []);
    default:
      return evidence satisfies never;
  }
}

function plain(says: string, boxes: readonly PageBox[]): Pick<PageEvidence, "says" | "boxes" | "more"> {
  return { says, boxes, more: 0 };
}

function scored({ score, ...box }: WireScoredBox): PageBox {
  return [box.x1, box.y1, box.x2, box.y2, score];
}

function unscored({ x1, y1, x2, y2 }: WireBox): PageBox {
  return [x1, y1, x2, y2, null];
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
