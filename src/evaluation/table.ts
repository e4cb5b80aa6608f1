/** The evaluation as text: a table a section, targets beside the figures. */

import type { Evaluation } from "./evaluate.js";
import type { Figure } from "./figure.js";
import type { ReliabilityBin } from "./metrics/calibration-error.js";
import type { CurvePoint, Section } from "./sections/section.js";
import { reached, TARGETS } from "./targets.js";

/** Lines of Markdown, so that they can go into a document as they are. */
export function evaluationTable({ sections, notes }: Evaluation): string {
  const values = new Map(sections.flatMap((section) => section.figures.map(({ id, value }) => [id, value] as const)));
  return [...sections.flatMap((section) => sectionTable(section, values)), ...notes.map((note) => `- ${note}`), ""].join("\n");
}

function sectionTable(
  { name, figures, reliability, curve, notes }: Section,
  values: ReadonlyMap<string, number | null>,
): readonly string[] {
  const withTargets = figures.some(({ id }) => id in TARGETS);
  return [
    `## ${name}`,
    ...notes,
    "",
    `| figure | value | 95% interval | of | photographs |${withTargets ? " must | moonshot | reached | for comparison |" : ""}`,
    `|---|---|---|---|---|${withTargets ? "---|---|---|---|" : ""}`,
    ...figures.map((figure) => figureRow(figure, values, withTargets)),
    "",
    ...reliabilityTable(reliability),
    ...curveTable(curve),
  ];
}

function figureRow(figure: Figure, values: ReadonlyMap<string, number | null>, withTargets: boolean): string {
  const { id, value, interval, items, photographs } = figure;
  const range = interval === null ? "" : `${decimals(interval[0])} – ${decimals(interval[1])}`;
  const counted = photographs === 0 ? [id, String(items), "", "", ""] : [id, decimals(value), range, String(items), String(photographs)];
  return `| ${[...counted, ...(withTargets ? targetCells(id, values) : [])].join(" | ")} |`;
}

function targetCells(id: string, values: ReadonlyMap<string, number | null>): readonly string[] {
  const target = TARGETS[id];
  if (target === undefined) return ["", "", "", ""];
  const sign = target.direction === "at_least" ? "≥" : "≤";
  const { given } = target;
  const level = (goal: "must" | "moonshot") => `${sign} ${target[goal]}${given === null ? "" : ` at coverage ≥ ${given[goal]}`}`;
  return [level("must"), level("moonshot"), reached(id, values) ?? "not measured", target.comparison];
}

function reliabilityTable(bins: readonly ReliabilityBin[]): readonly string[] {
  if (bins.length === 0) return [];
  const rows = bins.map(({ from, to, claims, stated, observed }) => [
    `${from} – ${to}`,
    String(claims),
    decimals(stated),
    decimals(observed),
  ]);
  return ["| probability | claims | stated | came true |", "|---|---|---|---|", ...rows.map((row) => `| ${row.join(" | ")} |`), ""];
}

function curveTable(points: readonly CurvePoint[]): readonly string[] {
  if (points.length === 0) return [];
  const rows = points.map((point) => [point.line, decimals(point.catch), decimals(point.harm), decimals(point.coverage)]);
  return ["| refuted where | catch | harm | coverage |", "|---|---|---|---|", ...rows.map((row) => `| ${row.join(" | ")} |`), ""];
}

function decimals(value: number | null): string {
  return value === null ? "–" : value.toFixed(3);
}
