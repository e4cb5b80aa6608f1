/** The evaluation as one JSON document, its fields in snake case as everywhere on the wire. */
import { VERSION } from "../version.js";
import type { Evaluation } from "./evaluate.js";
import { reached, TARGETS } from "./targets.js";

/** @param run how the figures were made: the options of the command */
export function resultDocument(evaluation: Evaluation, run: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const values = new Map(evaluation.sections.flatMap(({ figures }) => figures.map(({ id, value }) => [id, value] as const)));
  return {
    version: { yaffle: VERSION, evaluation: 1 },
    run,
    policy: evaluation.policy,
    experts: evaluation.experts,
    photographs: evaluation.photographs,
    notes: evaluation.notes,
    sections: evaluation.sections.map(({ name, figures, reliability, curve, notes }) => ({
      name,
      notes,
      figures: figures.map(({ id, value, interval, items, photographs }) => {
        const target = TARGETS[id] === undefined ? null : { ...TARGETS[id], reached: reached(id, values) };
        return { id, value, interval, items, photographs, target };
      }),
      reliability,
      curve,
    })),
  };
}

/** A JSON object a line, for each thing that was judged. */
export function itemLines({ sections }: Evaluation): string {
  return sections.flatMap(({ items }) => items.map((item) => `${JSON.stringify(item)}\n`)).join("");
}
