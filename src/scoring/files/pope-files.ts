/** POPE's files: questions, answers, and the annotations from which questions are made. */
import type { AnnotatedImage } from "../pope/make.js";
import { type AnswerRow, answerRow, type QuestionRow, questionRow } from "../pope/rows.js";
import { readInstances } from "./coco.js";
import { readJsonLines } from "./json.js";
import type { Located } from "./located.js";

/** @throws YaffleError `invalid_request` with file, line and field */
export function readQuestions(file: string): Promise<readonly Located<QuestionRow>[]> {
  return readJsonLines(file, questionRow);
}

/** @throws YaffleError `invalid_request` with file, line and field */
export function readAnswers(file: string): Promise<readonly Located<AnswerRow>[]> {
  return readJsonLines(file, answerRow);
}

/**
 * The images of a COCO instances file, named by file where they have one, and all its classes.
 * @throws YaffleError `invalid_request` with file and field
 */
export async function readAnnotatedImages(
  file: string,
  cacheFolder: string | null,
): Promise<{ readonly images: readonly AnnotatedImage[]; readonly categories: readonly string[] }> {
  const { images, categories } = await readInstances(file, cacheFolder);
  return { images: images.map((image) => ({ image: image.fileName ?? image.id, categories: new Set(image.categories) })), categories };
}
