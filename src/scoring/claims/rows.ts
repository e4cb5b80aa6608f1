/** Input of the claim-level score: judged reports, and labels from people. */
import { z } from "zod";
import { VERDICTS, type Verdict } from "../../domain/judgement.js";

const span = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });
const id = z.union([z.string().min(1), z.int().transform(String)]);

/** What is read of a line of `results.jsonl`, which holds whole reports. */
export const resultRow = z.object({
  id,
  claims: z.array(z.object({ text: z.string(), span, verdict: z.enum(VERDICTS), probability: z.number().min(0).max(1).nullable() })),
});
export type ResultRow = z.infer<typeof resultRow>;
export type ResultClaim = ResultRow["claims"][number];

export const LABELS = ["supported", "refuted"] as const;
export type Label = (typeof LABELS)[number];

const label = z.enum(LABELS);

/** A line of the labels file: labels of single claims, or one of the response as a whole (refuted: something in it is untrue). */
export const labelRow = z
  .object({ id, claims: z.array(z.object({ text: z.string(), label, span: span.optional() })).optional(), label: label.optional() })
  .refine(({ claims, label }) => claims !== undefined || label !== undefined, { error: 'has neither "claims" nor "label"' });
export type LabelRow = z.infer<typeof labelRow>;
export type LabeledClaim = NonNullable<LabelRow["claims"]>[number];

/** A line of the per-item file: a label and the claim that it met. */
export interface ClaimItem {
  readonly id: string;
  /** The label's words; null where it is of the response as a whole. */
  readonly text: string | null;
  readonly label: Label;
  /** Null where no claim met the label. */
  readonly verdict: Verdict | null;
  readonly probability: number | null;
  readonly met_by: "text" | "span" | "response" | null;
}
