/** MME's files: one a task, named for it, a tab-separated line a question, two lines in a row about one image. */
import { z } from "zod";

/** Asked of what the image shows; the first four are the hallucination subset. */
export const PERCEPTION_TASKS = [
  ...(["existence", "count", "position", "color"] as const),
  ...(["posters", "celebrity", "scene", "landmark", "artwork", "OCR"] as const),
] as const;
export const HALLUCINATION_TASKS = ["existence", "count", "position", "color"] as const;
export const COGNITION_TASKS = ["commonsense_reasoning", "numerical_calculation", "text_translation", "code_reasoning"] as const;
export const MME_TASKS = [...PERCEPTION_TASKS, ...COGNITION_TASKS] as const;
export type MmeTask = (typeof MME_TASKS)[number];

export function isMmeTask(name: string): name is MmeTask {
  return MME_TASKS.some((task) => task === name);
}

/** The columns of a line, in their order. */
export const MME_COLUMNS = ["image", "question", "truth", "answer"] as const;

/** A line, its truth in lower case. */
export const mmeRow = z.object({ image: z.string(), question: z.string(), truth: z.enum(["yes", "no"]), answer: z.string() }).readonly();
export type MmeRow = z.infer<typeof mmeRow>;

/** A line of the per-item file. */
export interface MmeItem extends MmeRow {
  readonly task: MmeTask;
  readonly predicted: "yes" | "no" | "other";
  readonly right: boolean;
}
