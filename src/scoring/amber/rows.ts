/** AMBER's files: what each question's answer should hold, which words stand for one another, and the answers. */
import { z } from "zod";

const generative = z.object({
  id: z.int(),
  type: z.literal("generative"),
  /** Objects in the image. */
  truth: z.array(z.string()),
  /** Objects that a person would expect there, and that are not. */
  hallu: z.array(z.string()),
});

const yesNo = z.object({
  id: z.int(),
  type: z.enum([
    "discriminative-hallucination",
    "discriminative-attribute-state",
    "discriminative-attribute-number",
    "discriminative-attribute-action",
    "discriminative-relation",
    "relation",
  ]),
  truth: z.enum(["yes", "no"]),
});

/** The annotations file: an entry a question. */
export const annotationsDocument = z.array(z.discriminatedUnion("type", [generative, yesNo]));
export type GenerativeEntry = z.infer<typeof generative>;
export type YesNoEntry = z.infer<typeof yesNo>;
export type AmberEntry = GenerativeEntry | YesNoEntry;

/** The relations file: a word → the words that may stand for it. */
export const relationsDocument = z.record(z.string(), z.array(z.string()));

const answerId = z.union([z.int(), z.string().regex(/^\d+$/).transform(Number)]);

/** A line of the answers file: AMBER's own names (`id`, `response`) or those of LLaVA's files (`question_id`, `text`). */
export const amberAnswerRow = z
  .object({ id: answerId.optional(), question_id: answerId.optional(), response: z.string().optional(), text: z.string().optional() })
  .refine(({ id, question_id }) => id !== undefined || question_id !== undefined, { error: 'is missing (or "question_id")', path: ["id"] })
  .refine(({ response, text }) => response !== undefined || text !== undefined, { error: 'is missing (or "text")', path: ["response"] })
  .transform(({ id, question_id, response, text }) => ({ id: id ?? question_id ?? 0, response: response ?? text ?? "" }));
export type AmberAnswer = z.infer<typeof amberAnswerRow>;

/** A line of the per-item file: of a description, or of a yes/no answer. */
export type AmberItem =
  | {
      readonly id: number;
      readonly type: "generative";
      /** Nouns that AMBER knows, in the order of the answer. */
      readonly mentioned: readonly string[];
      readonly hallucinated: readonly string[];
      readonly covered: readonly string[];
      /** Objects one would expect there and that the answer wrongly names. */
      readonly expected_but_absent: readonly string[];
    }
  | {
      readonly id: number;
      readonly type: YesNoEntry["type"];
      readonly truth: "yes" | "no";
      readonly answer: string;
      readonly right: boolean;
    };
