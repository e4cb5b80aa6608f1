/** AMBER's four files. */
import { type AmberAnswer, type AmberEntry, amberAnswerRow, annotationsDocument, relationsDocument } from "../amber/rows.js";
import { type AmberWords, amberWords } from "../amber/words.js";
import { readJsonDocument, readJsonLines, readText } from "./json.js";
import type { Located } from "./located.js";

export interface AmberFiles {
  readonly annotations: string;
  readonly associations: string;
  readonly safeWords: string;
  readonly answers: string;
}

export interface AmberInput {
  readonly answers: readonly Located<AmberAnswer>[];
  readonly entries: readonly AmberEntry[];
  readonly words: AmberWords;
}

/** @throws YaffleError `invalid_request` with file, line and field */
export async function readAmberFiles(files: AmberFiles): Promise<AmberInput> {
  const entries = await readJsonDocument(files.annotations, annotationsDocument);
  const relations = await readJsonDocument(files.associations, relationsDocument);
  const safeWords = (await readText(files.safeWords)).split(/\s+/).filter((word) => word !== "");
  return { answers: await readJsonLines(files.answers, amberAnswerRow), entries, words: amberWords(relations, safeWords) };
}
