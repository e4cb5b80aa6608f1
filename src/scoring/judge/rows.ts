/** Input and items of the score that a model gives: a response before and after correction. */
import { z } from "zod";

const text = z.string().min(1);

/** A line of the pairs file. `image` serves the vision judge, `references` (captions that people wrote) the text judge. */
export const pairRow = z.object({
  id: z.union([z.string().min(1), z.int().transform(String)]),
  image: z.string().min(1).optional(),
  references: z.array(text).min(1).optional(),
  prompt: z.string().nullish(),
  original: text,
  corrected: text,
});
export type PairRow = z.infer<typeof pairRow>;

export type Side = "original" | "corrected";

/** What a vision judge gives a text: 1 to 10 each, the mean of both orders. */
export interface Marks {
  readonly accuracy: number;
  readonly detailedness: number;
}

/** A reply of the judge, letter by letter. */
export interface KeptReply {
  /** The texts as the judge saw them, first to last. */
  readonly order: readonly Side[];
  readonly text: string;
}

interface JudgedBase {
  readonly id: string;
  readonly replies: readonly KeptReply[];
  /** Why there is no score; null where there is one. */
  readonly failed: string | null;
}

export interface VisionItem extends JudgedBase {
  readonly original: Marks | null;
  readonly corrected: Marks | null;
}

/** True where the text says what the references do not bear out. */
export interface ReferenceItem extends JudgedBase {
  readonly original: boolean | null;
  readonly corrected: boolean | null;
}
