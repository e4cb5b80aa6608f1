/** The response as it was, with what went struck, what came underlined, and every word tied to the claims it stands in. */
import type { PageDetail } from "../page-data.js";
import { type Child, element } from "./dom.js";

const REFUTED = 1;

/** Pieces carry `data-claims`, the places of the claims that cover them, parted by spaces. */
export function markedText(original: string, { edits, claims }: PageDetail): HTMLElement {
  const ends = new Set([0, original.length]);
  for (const [start, end] of edits) ends.add(start).add(end);
  for (const [, , , , , start, end] of claims) ends.add(start).add(end);
  const cuts = [...ends].filter((cut) => cut <= original.length).sort((a, b) => a - b);
  const children: Child[] = [];
  cuts.forEach((start, place) => {
    for (const [editStart, editEnd, replacement] of edits) {
      if (editStart === start && editEnd === start) children.push(element("ins", {}, replacement));
    }
    const end = cuts[place + 1];
    if (end === undefined) return;
    const edit = edits.find(([from, to]) => from <= start && end <= to && from < to);
    const covering = claims.flatMap(([, , , , , from, to], claim) => (from <= start && end <= to ? [claim] : []));
    // Where the text was mended, the edits say what was wrong.
    const isRefuted = edits.length === 0 && covering.some((claim) => claims[claim]?.[1] === REFUTED);
    const attributes = { class: isRefuted ? "wrong" : null, "data-claims": covering.join(" ") };
    children.push(element(edit === undefined ? "span" : "del", attributes, original.slice(start, end)));
    if (edit !== undefined && edit[1] === end && edit[2] !== "") children.push(element("ins", {}, edit[2]));
  });
  return element("p", { class: "marked" }, ...children);
}

/** Brings out the words of one claim; null: of none. */
export function emphasizeWords(text: HTMLElement, claim: number | null): void {
  for (const piece of text.querySelectorAll("[data-claims]")) {
    const claims = (piece.getAttribute("data-claims") ?? "").split(" ");
    piece.classList.toggle("emphasized", claim !== null && claims.includes(String(claim)));
  }
}
