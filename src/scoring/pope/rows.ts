/** POPE's files: a yes/no question a line, and an answer a line. */
import { z } from "zod";

const questionId = z.union([z.int(), z.string().min(1)]);

/** A line of the questions file. */
export const questionRow = z.object({
  question_id: questionId,
  image: z.string().min(1),
  text: z.string(),
  label: z.enum(["yes", "no"]),
});
export type QuestionRow = z.infer<typeof questionRow>;

/** A line of the answers file; what was answered stands under `text` (LLaVA's files) or `answer` (POPE's own). */
export const answerRow = z
  .object({ question_id: questionId.optional(), text: z.string().optional(), answer: z.string().optional() })
  .refine(({ text, answer }) => text !== undefined || answer !== undefined, { error: 'has neither "text" nor "answer"' })
  .transform(({ question_id, text, answer }) => ({ question_id: question_id ?? null, answer: answer ?? text ?? "" }));
export type AnswerRow = z.infer<typeof answerRow>;

/** A line of the per-item file. */
export interface PopeItem {
  readonly question_id: number | string;
  readonly image: string;
  readonly text: string;
  readonly label: "yes" | "no";
  /** As given; null where it is missing. */
  readonly answer: string | null;
  /** How it was read; null where it is missing. */
  readonly predicted: "yes" | "no" | null;
}
