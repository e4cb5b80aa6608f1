/** A picture with the boxes of the evidence drawn over it. */
import type { PageBox, PageDetail, PageEvidence, PagePicture } from "../page-data.js";
import { drawn, element } from "./dom.js";

/** Without a claim in focus, only boxes that are likely right are shown. */
const LIKELY = 0.5;
/** The longer edge in the units of the drawing; letters and lines are measured in them. */
const EDGE = 1000;
const LETTER = 26;

/** @param source data: URI; null where the picture is not in the file: its frame is shown all the same */
export function overlaidPicture(picture: PagePicture, place: number, detail: PageDetail, source: string | null): HTMLElement {
  const { width, height } = picture;
  const scale = EDGE / Math.max(width, height, 1);
  const view = { width: width * scale, height: height * scale };
  const svg = drawn("svg", {
    viewBox: `0 0 ${view.width} ${view.height}`,
    role: "img",
    "aria-label": `Picture ${place + 1} with the boxes of the evidence`,
  });
  const seen = new Set<string>();
  detail.evidence.forEach((evidence, index) => {
    if (evidence.image !== place) return;
    for (const box of evidence.boxes) {
      const key = box.join();
      const isLikely = evidence.type === "detection" && (box[4] ?? 0) >= LIKELY && !seen.has(key);
      if (isLikely) seen.add(key);
      svg.append(drawnBox(box, labelOf(evidence, box), index, isLikely, view));
    }
  });
  const frame = element(
    "div",
    { class: source === null ? "frame empty" : "frame", style: `aspect-ratio:${width}/${height};--ratio:${width / Math.max(height, 1)}` },
    source === null ? element("span", {}, "This picture is not in the file.") : element("img", { src: source, alt: "" }),
    svg,
  );
  return element("figure", { class: "picture" }, frame);
}

/** Brings out the boxes of some evidence; null: shows all that are likely. */
export function emphasizeBoxes(pictures: Element, evidence: readonly number[] | null): void {
  for (const box of pictures.querySelectorAll("g[data-evidence]")) {
    const isMeant = evidence?.includes(Number(box.getAttribute("data-evidence"))) ?? false;
    box.classList.toggle("hidden", evidence === null ? !box.classList.contains("likely") : !isMeant);
    box.classList.toggle("emphasized", isMeant);
  }
}

/**
 * Colors and positions are measured on boxes that a detection has named; they need no second name. Of faint boxes the surest is named:
 * the names of many would hide the picture.
 */
function labelOf({ type, says, boxes }: PageEvidence, box: PageBox): string | null {
  const score = box[4];
  if (type === "color" || type === "geometry" || (score !== null && score < LIKELY && box !== boxes[0])) return null;
  const name = type === "detection" ? (says.split(":")[0] ?? "") : type;
  return score === null ? name : `${name} ${Math.round(score * 100)}%`;
}

function drawnBox(
  [x1, y1, x2, y2]: PageBox,
  label: string | null,
  evidence: number,
  isLikely: boolean,
  view: { readonly width: number; readonly height: number },
): SVGElement {
  const [x, y] = [x1 * view.width, y1 * view.height];
  const labelWidth = (label?.length ?? 0) * LETTER * 0.66 + 12;
  const labelX = Math.max(0, Math.min(x, view.width - labelWidth));
  const labelY = y < LETTER + 10 ? y : y - LETTER - 8;
  return drawn(
    "g",
    { class: isLikely ? "box likely" : "box hidden", "data-evidence": evidence },
    drawn("rect", { class: "edge", x, y, width: (x2 - x1) * view.width, height: (y2 - y1) * view.height, rx: 4 }),
    label === null ? null : drawn("rect", { class: "plate", x: labelX, y: labelY, width: labelWidth, height: LETTER + 8, rx: 4 }),
    label === null ? null : drawn("text", { x: labelX + 6, y: labelY + LETTER }, label),
  );
}
