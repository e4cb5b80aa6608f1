/** What opens with a row: the pictures with boxes, the marked text, and every claim with its verdict, reason and evidence. */
import type { PageClaim, PageDetail, PageEvidence, PageRow } from "../page-data.js";
import { counted, element, percent } from "./dom.js";
import { emphasizeWords, markedText } from "./marked.js";
import { emphasizeBoxes, overlaidPicture } from "./overlay.js";
import type { PageData } from "./unpack.js";
import { KINDS, wordsOf } from "./words.js";

export function detailView(row: PageRow, detail: PageDetail, data: PageData): HTMLElement {
  const pictures = element(
    "div",
    { class: "pictures" },
    ...detail.pictures.map((picture, place) => overlaidPicture(picture, place, detail, data.picture(picture.at))),
    element("p", { class: "hint pointed" }, "Point at a claim, or move to it with Tab, to see its words and boxes."),
    element("p", { class: "hint tapped" }, "Tap a claim to see its words and boxes."),
  );
  const text = markedText(row[2], detail);
  const claims = element(
    "ol",
    { class: "claims" },
    ...refutedFirst(detail.claims).map(([place, claim]) =>
      claimItem(claim, place, detail, (focused) => {
        emphasizeWords(text, focused ? place : null);
        emphasizeBoxes(pictures, focused ? claim[7] : null);
      }),
    ),
  );
  const words = element(
    "div",
    { class: "words" },
    detail.prompt === null ? null : element("p", { class: "prompt" }, element("b", {}, "Asked: "), detail.prompt),
    text,
    element("p", { class: "outcome" }, outcome(row, detail)),
    detail.claims.length === 0 ? element("p", { class: "hint" }, "No claims about the picture.") : claims,
    ...detail.degraded.map((note) => element("p", { class: "hint" }, `Note: ${note}`)),
  );
  return element("div", { class: "detail" }, pictures, words);
}

/** Whoever opens a row asks first what was wrong; within each half the order of the text stays. */
function refutedFirst(claims: readonly PageClaim[]): readonly (readonly [number, PageClaim])[] {
  const isRefuted = ([, [, verdict]]: readonly [number, PageClaim]): boolean => wordsOf(verdict).verdict === "refuted";
  const placed = [...claims.entries()];
  return [...placed.filter(isRefuted), ...placed.filter((one) => !isRefuted(one))];
}

function outcome(row: PageRow, { edits, left }: PageDetail): string {
  if (edits.length === 0) return row[4] === 0 ? "Nothing was refuted, so nothing was changed." : "Nothing was changed.";
  const rest =
    left === null
      ? ""
      : left === 0
        ? " Judged again, the corrected text holds no refuted claim."
        : ` Judged again, the corrected text still holds ${counted(left, "refuted claim")}.`;
  return `${counted(edits.length, "edit")}.${rest}`;
}

function claimItem(claim: PageClaim, place: number, { evidence }: PageDetail, focus: (focused: boolean) => void): HTMLElement {
  const [kind, verdict, probability, words, reason, , , places] = claim;
  const { sign, word, verdict: look } = wordsOf(verdict);
  const seen = places.flatMap((at) => evidence[at] ?? []);
  const item = element(
    "li",
    { class: look, tabindex: 0, "data-claim": place },
    element("span", { class: "sign", "aria-hidden": "true" }, sign),
    element(
      "div",
      {},
      element(
        "p",
        { class: "claim" },
        words,
        " ",
        element("span", { class: "kind" }, KINDS[kind] ?? ""),
        " ",
        element("span", { class: "verdict" }, probability === null ? word : `${word}, ${percent(probability)} likely true`),
      ),
      element("p", { class: "reason" }, reason),
      seen.length === 0
        ? null
        : element(
            "details",
            {},
            element("summary", {}, `${counted(seen.length, "piece")} of evidence`),
            element("ul", {}, ...seen.map(evidenceItem)),
          ),
    ),
  );
  item.addEventListener("pointerenter", () => focus(true));
  item.addEventListener("pointerleave", () => focus(false));
  item.addEventListener("focusin", () => focus(true));
  item.addEventListener("focusout", () => focus(false));
  return item;
}

function evidenceItem({ type, expert, image, says, boxes, more }: PageEvidence): HTMLElement {
  const scores = boxes.flatMap(([, , , , score]) => (score === null ? [] : [percent(score)]));
  const drawn =
    type !== "detection"
      ? ""
      : scores.length === 0
        ? "; no box"
        : `; ${scores.length === 1 ? "box" : "boxes"} ${scores.join(", ")}${more > 0 ? ` and ${more} fainter` : ""}`;
  return element(
    "li",
    {},
    element("b", {}, type),
    ` ${says}${drawn} `,
    element("span", { class: "kind" }, image > 0 ? `${expert}, picture ${image + 1}` : expert),
  );
}
