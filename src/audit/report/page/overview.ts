/** The head of the page: what was audited, and the figures that are asked for first. */
import type { PageFacts, PageRate } from "../page-data.js";
import { type Child, counted, element, number, percent } from "./dom.js";

export function overview(facts: PageFacts): HTMLElement {
  const { all, rows, failed, changed, beforeAfter } = facts;
  const done = rows - failed;
  const claims = all.supported + all.refuted + all.unverifiable;
  return element(
    "header",
    { class: "overview" },
    element("p", { class: "brand" }, "Yaffle audit"),
    element("h1", {}, facts.title),
    element("p", { class: "subtitle" }, subtitle(facts)),
    element(
      "dl",
      { class: "tiles" },
      tile("Hallucination rate", percent(all.rate.value, 1), `refuted of decided claims; 95% interval ${interval(all.rate)}`, "refuted"),
      tile(
        "Responses with a refuted claim",
        beforeAfter === null ? "–" : percent(beforeAfter.rowsBefore.value, 1),
        beforeAfter === null
          ? "not counted without correction"
          : `of ${counted(done, "response")}; 95% interval ${interval(beforeAfter.rowsBefore)}`,
      ),
      tile("Claims", number(claims), verdictBar(all)),
      tile(
        "Decided",
        percent(claims === 0 ? null : (all.supported + all.refuted) / claims),
        `of the claims; the other ${number(all.unverifiable)} are open: the experts cannot tell`,
      ),
      tile(
        "Corrected",
        number(changed),
        beforeAfter === null ? "of the responses" : `responses; rate after correction ${percent(beforeAfter.after.value, 1)}`,
      ),
    ),
    ...notes(facts).map((note) => element("p", { class: "note" }, note)),
  );
}

function subtitle({ rows, failed, models, experts, yaffle }: PageFacts): string {
  return [
    counted(rows - failed, "response"),
    ...(models.length > 0 ? [counted(models.length, "model")] : []),
    ...(experts.length > 0 ? [`looked at by ${experts.join(", ")}`] : []),
    `Yaffle ${yaffle}`,
  ].join(" · ");
}

function notes({ complete, failed, errors, listed, rows, pictures, embedded }: PageFacts): readonly string[] {
  const done = rows - failed;
  return [
    ...(complete ? [] : ["The audit did not finish: this is what was done until then."]),
    ...(failed > 0
      ? [`${counted(failed, "row")} failed (${errors.map(([code, count]) => `${code}: ${count}`).join(", ")}); errors.jsonl says why.`]
      : []),
    ...(listed < done
      ? [`The table lists the ${number(listed)} responses with the most refuted claims, of ${number(done)}. All figures are of all.`]
      : []),
    ...(embedded < pictures
      ? [
          `${number(embedded)} of ${counted(pictures, "picture")} are in this file, to keep it light; the others were gone, changed or too many.`,
        ]
      : []),
  ];
}

function tile(name: string, value: string, note: Child, look = ""): HTMLElement {
  return element(
    "div",
    { class: `tile ${look}` },
    element("dt", {}, name),
    element("dd", {}, element("strong", {}, value), element("span", {}, note)),
  );
}

/** A bar of three parts with its numbers. */
export function verdictBar({
  supported,
  refuted,
  unverifiable,
}: {
  readonly supported: number;
  readonly refuted: number;
  readonly unverifiable: number;
}): HTMLElement {
  const part = (look: string, claims: number, word: string): Child =>
    claims === 0 ? null : element("i", { class: look, style: `flex-grow:${claims}`, title: `${number(claims)} ${word}` });
  const said = `${number(refuted)} refuted, ${number(supported)} supported, ${number(unverifiable)} open`;
  return element(
    "span",
    { class: "verdicts" },
    element(
      "span",
      { class: "bar", "aria-hidden": "true" },
      part("refuted", refuted, "refuted"),
      part("supported", supported, "supported"),
      part("unverifiable", unverifiable, "open"),
    ),
    element("span", { class: "said" }, said),
  );
}

function interval({ low, high }: PageRate): string {
  return low === null || high === null ? "unknown" : `${percent(low, 1)} to ${percent(high, 1)}`;
}
