/** The charts, drawn by Observable Plot; each with its numbers in a table for those who do not see them. */
import { axisX, barX, dot, gridX, plot, rectY, ruleY, text } from "@observablehq/plot";
import type { PageBeforeAfter, PageFacts, PageGroup, PageObject, PageRate, PageReliability } from "../page-data.js";
import { counted, element, number, percent } from "./dom.js";
import { VERDICT_WORDS } from "./words.js";

const MAX_MODELS = 24;
const ROW_HEIGHT = 30;
const STYLE = { background: "transparent", color: "var(--ink)", fontSize: "12px", overflow: "visible" };
/** Parts of bars, from the axis outwards. */
const LAYERS = ["refuted", "supported", "unverifiable"] as const;

function colorOf(verdict: string): string {
  return VERDICT_WORDS.find((words) => words.verdict === verdict)?.color ?? "";
}

/** Figures that draw themselves anew for the width they are given. */
export function charts(facts: PageFacts): readonly HTMLElement[] {
  return [
    ratesChart("Hallucination rate by kind of claim", "Refuted of the decided claims, with 95% intervals.", facts.kinds),
    verdictsChart(facts.kinds),
    ...(facts.models.length > 0 ? [modelsChart(facts.models)] : []),
    ...(facts.objects.length > 0 ? [objectsChart(facts.objects)] : []),
    reliabilityChart(facts.reliability),
    ...(facts.beforeAfter === null ? [] : [beforeAfterChart(facts.beforeAfter)]),
  ];
}

function ratesChart(title: string, note: string, groups: readonly PageGroup[]): HTMLElement {
  const known = groups.filter(({ rate }) => rate.value !== null);
  return figure(
    title,
    note,
    (width) =>
      plot({
        width,
        height: 52 + known.length * ROW_HEIGHT,
        marginLeft: marginFor(known),
        marginRight: 104,
        style: STYLE,
        x: { domain: [0, upperEnd(known.map(({ rate }) => rate))], label: null },
        y: { domain: known.map(({ name }) => name), label: null, tickSize: 0, tickFormat: short },
        marks: rateMarks(
          width,
          known.map(({ name, rate, refuted, supported }) => ({
            name,
            rate,
            of: ` (${number(refuted)} of ${number(refuted + supported)})`,
          })),
        ),
      }),
    ["", "rate", "95% interval", "refuted", "supported", "open"],
    groups.map(({ name, rate, refuted, supported, unverifiable }) => [
      name,
      percent(rate.value, 1),
      interval(rate),
      String(refuted),
      String(supported),
      String(unverifiable),
    ]),
  );
}

interface Named {
  readonly name: string;
  readonly rate: PageRate;
  /** Behind the rate, in words. */
  readonly of: string;
}

function rateMarks(width: number, groups: readonly Named[], paint: (row: { readonly name: string }) => string = () => "var(--refuted)") {
  const rows = groups.map(({ name, rate, of }) => ({ name, of, value: rate.value ?? 0, low: rate.low, high: rate.high }));
  const bounded = rows.filter(({ low, high }) => low !== null && high !== null);
  return [
    gridX({ ticks: ticksFor(width), stroke: "var(--line)", strokeOpacity: 1 }),
    axisX({ tickFormat: (share: number) => percent(share), ticks: ticksFor(width), tickSize: 0 }),
    ruleY(bounded, { y: "name", x1: "low", x2: "high", stroke: paint, strokeWidth: 5, strokeOpacity: 0.28, strokeLinecap: "round" }),
    dot(rows, { y: "name", x: "value", r: 5, fill: paint, stroke: "var(--card)", strokeWidth: 1.5 }),
    text(rows, {
      y: "name",
      x: (row: (typeof rows)[number]) => Math.max(row.value, row.high ?? 0),
      text: (row: (typeof rows)[number]) => `${percent(row.value, 1)}${row.of}`,
      dx: 9,
      textAnchor: "start",
      fill: "var(--ink)",
    }),
  ];
}

function verdictsChart(kinds: readonly PageGroup[]): HTMLElement {
  const parts = kinds.flatMap((kind) => LAYERS.map((verdict) => ({ name: kind.name, verdict, claims: kind[verdict] })));
  return figure(
    "Verdicts by kind of claim",
    "How many claims each kind has, and what came of them.",
    (width) =>
      plot({
        width,
        height: 52 + kinds.length * ROW_HEIGHT,
        marginLeft: marginFor(kinds),
        style: STYLE,
        x: { label: null },
        y: { domain: kinds.map(({ name }) => name), label: null, tickSize: 0, padding: 0.35 },
        marks: [
          gridX({ stroke: "var(--line)", strokeOpacity: 1 }),
          axisX({ ticks: ticksFor(width), tickSize: 0, tickFormat: "~s" }),
          barX(parts, {
            y: "name",
            x: "claims",
            fill: (part: (typeof parts)[number]) => colorOf(part.verdict),
            order: [...LAYERS.map(colorOf)],
          }),
        ],
      }),
    null,
    [],
    legend(),
  );
}

function modelsChart(models: readonly PageGroup[]): HTMLElement {
  const shown = models.filter(({ rate }) => rate.value !== null).slice(0, MAX_MODELS);
  const left = models.length - shown.length;
  const note =
    left > 0
      ? `By falling rate; ${counted(left, "model")} more without decided claims or with lower rates.`
      : "By falling rate, with 95% intervals.";
  return ratesChart("Hallucination rate by model", note, shown);
}

function objectsChart(objects: readonly PageObject[]): HTMLElement {
  const parts = objects.flatMap(({ name, refuted, supported }) => [
    { name, verdict: "refuted", rows: refuted },
    { name, verdict: "supported", rows: supported },
  ]);
  return figure(
    "Most hallucinated objects",
    "Responses with a refuted claim about the object, and responses where all that was decided about it held.",
    (width) =>
      plot({
        width,
        height: 52 + objects.length * 26,
        marginLeft: marginFor(objects),
        style: STYLE,
        x: { label: null },
        y: { domain: objects.map(({ name }) => name), label: null, tickSize: 0, padding: 0.35, tickFormat: short },
        marks: [
          gridX({ stroke: "var(--line)", strokeOpacity: 1 }),
          axisX({ ticks: ticksFor(width), tickSize: 0, tickFormat: (value: number) => (Number.isInteger(value) ? String(value) : "") }),
          barX(parts, {
            y: "name",
            x: "rows",
            fill: (part: (typeof parts)[number]) => colorOf(part.verdict),
            order: [colorOf("refuted"), colorOf("supported")],
          }),
        ],
      }),
    ["object", "refuted", "supported"],
    objects.map(({ name, refuted, supported }) => [name, String(refuted), String(supported)]),
  );
}

function reliabilityChart({ bins, supportedTrue, refutedFalse }: PageReliability): HTMLElement {
  const step = 1 / bins.length;
  const parts = bins.flatMap((bin, place) =>
    LAYERS.map((verdict) => ({ from: place * step, to: (place + 1) * step, verdict, claims: bin[verdict] })),
  );
  return figure(
    "How sure the verdicts are",
    `Claims by the probability that they are true. If the experts' calibration holds here, ${percent(supportedTrue)} of the supported claims are true and ${percent(refutedFalse)} of the refuted ones are false.`,
    (width) =>
      plot({
        width,
        height: 244,
        marginLeft: 44,
        marginBottom: 42,
        style: STYLE,
        x: { domain: [0, 1], label: "probability that the claim is true →" },
        y: { label: "claims", grid: true },
        marks: [
          rectY(parts, {
            x1: "from",
            x2: "to",
            y: "claims",
            insetLeft: 1,
            insetRight: 1,
            fill: (part: (typeof parts)[number]) => colorOf(part.verdict),
          }),
          ruleY([0], { stroke: "var(--muted)" }),
        ],
      }),
    ["probability", "supported", "refuted", "open"],
    bins.map((bin, place) => [
      `${percent(place * step)} to ${percent((place + 1) * step)}`,
      String(bin.supported),
      String(bin.refuted),
      String(bin.unverifiable),
    ]),
    legend(),
  );
}

function beforeAfterChart({ before, after, rowsBefore, rowsAfter, claimsBefore, claimsAfter }: PageBeforeAfter): HTMLElement {
  const points = [
    { name: "claims, before", ...before },
    { name: "claims, after", ...after },
    { name: "responses, before", ...rowsBefore },
    { name: "responses, after", ...rowsAfter },
  ];
  return figure(
    "Before and after correction",
    `Decided claims that are refuted, and responses with such a claim. The corrected texts were judged again by the same experts; ${number(claimsAfter)} of ${counted(claimsBefore, "claim")} are left in them.`,
    (width) =>
      plot({
        width,
        height: 52 + points.length * ROW_HEIGHT,
        marginLeft: marginFor(points),
        marginRight: 56,
        style: STYLE,
        x: { domain: [0, upperEnd(points)], label: null },
        y: { domain: points.map(({ name }) => name), label: null, tickSize: 0 },
        marks: rateMarks(
          width,
          points.map(({ name, ...rate }) => ({ name, rate, of: "" })),
          ({ name }) => (name.endsWith("after") ? "var(--supported)" : "var(--refuted)"),
        ),
      }),
    ["", "rate", "95% interval"],
    points.map((point) => [point.name, percent(point.value, 1), interval(point)]),
  );
}

function figure(
  title: string,
  note: string,
  draw: (width: number) => Element,
  columns: readonly string[] | null,
  rows: readonly (readonly string[])[],
  extra: HTMLElement | null = null,
): HTMLElement {
  const canvas = element("div", { class: "canvas", role: "img", "aria-label": `${title}. ${note}` });
  let drawnWidth = 0;
  new ResizeObserver(([entry]) => {
    const width = Math.floor(entry?.contentRect.width ?? 0);
    if (width === 0 || width === drawnWidth) return;
    drawnWidth = width;
    canvas.replaceChildren(draw(width));
  }).observe(canvas);
  const numbers =
    columns === null
      ? null
      : element(
          "details",
          { class: "numbers" },
          element("summary", {}, "Numbers"),
          element(
            "table",
            {},
            element("thead", {}, element("tr", {}, ...columns.map((column) => element("th", { scope: "col" }, column)))),
            element("tbody", {}, ...rows.map((row) => element("tr", {}, ...row.map((cell) => element("td", {}, cell))))),
          ),
        );
  return element(
    "figure",
    { class: "chart" },
    element("figcaption", {}, element("h3", {}, title), element("p", { class: "chart-note" }, note)),
    extra,
    canvas,
    numbers,
  );
}

function legend(): HTMLElement {
  return element("ul", { class: "legend" }, ...VERDICT_WORDS.map(({ verdict, word }) => element("li", { class: verdict }, word)));
}

function interval({ low, high }: PageRate): string {
  return low === null || high === null ? "–" : `${percent(low, 1)} to ${percent(high, 1)}`;
}

/** So that small rates fill the chart; a chart of nothing but zeros still has a scale. */
function upperEnd(rates: readonly PageRate[]): number {
  const most = Math.max(...rates.map(({ value, high }) => Math.max(value ?? 0, high ?? 0)), 0.05);
  return Math.min(1, most * 1.05);
}

/** So that their labels do not run into each other on a phone. */
function ticksFor(width: number): number {
  return width < 480 ? 3 : 5;
}

const MAX_LABEL = 24;

function short(name: string): string {
  return name.length > MAX_LABEL ? `${name.slice(0, MAX_LABEL - 1)}…` : name;
}

function marginFor(groups: readonly { readonly name: string }[]): number {
  return 20 + 6.8 * Math.max(4, ...groups.map(({ name }) => Math.min(MAX_LABEL, name.length)));
}
