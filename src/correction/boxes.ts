/** Boxes behind the objects of a text, as Woodpecker writes them, but only where the experts found what the text names. */
import type { Box } from "../domain/box.js";
import type { JudgedClaim } from "../domain/judgement.js";

/** Boxes less likely than this are not shown. */
const MIN_PROBABILITY = 0.5;
/** "many people" gets the likeliest of them. */
const MAX_BOXES = 8;

/**
 * Adds boxes behind each object that was found: "A dog [0.12, 0.30, 0.55, 0.81] lies …". Several instances get several boxes, the
 * likeliest first; as many as the text states where its number was found right, one for a singular. Of several pictures the one with
 * the likeliest box counts.
 * @param corrected the text
 * @param judged claims of that very text, judged
 */
export function withBoxes(corrected: string, judged: readonly JudgedClaim[]): string {
  const notes = new Map<number, string>();
  for (const { claim, judgement, evidence } of judged) {
    if (claim.kind !== "existence" || claim.negated || judgement.verdict !== "supported" || claim.object.span === null) continue;
    let best: readonly (Box & { readonly probability: number })[] = [];
    for (const item of evidence) {
      if (item.type !== "detection" || item.category !== claim.object.category) continue;
      const likely = item.boxes.filter(({ probability }) => probability >= MIN_PROBABILITY);
      if ((likely[0]?.probability ?? 0) > (best[0]?.probability ?? 0)) best = likely;
    }
    const { start, end } = claim.object.span;
    const count = statedCount(judged, start) ?? (isSingular(claim.object.phrase) ? 1 : MAX_BOXES);
    if (best.length > 0) notes.set(end, best.slice(0, count).map(boxText).join(" "));
  }
  let text = "";
  let position = 0;
  for (const [end, note] of [...notes].sort(([a], [b]) => a - b)) {
    text += `${corrected.slice(position, end)} ${note}`;
    position = end;
  }
  return text + corrected.slice(position);
}

function statedCount(judged: readonly JudgedClaim[], start: number): number | null {
  for (const { claim, judgement } of judged) {
    if (claim.kind !== "count" || claim.object.span?.start !== start || judgement.verdict === "refuted") continue;
    return claim.count.relation === "exactly" ? claim.count.value : MAX_BOXES;
  }
  return null;
}

function isSingular(phrase: string): boolean {
  return /^(?:an?|one|another|this|that|each)\b(?!\s+(?:pair|couple|group|few|lot|number|dozen|crowd|herd|flock|bunch)\b)/i.test(phrase);
}

function boxText({ x1, y1, x2, y2 }: Box): string {
  return `[${[x1, y1, x2, y2].map((share) => share.toFixed(2)).join(", ")}]`;
}
