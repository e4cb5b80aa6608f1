/**
 * The file of questions that answers belong to: POPE's and LLaVA's, `{"question_id", "image", "text"}` a line.
 *
 * It is held whole, since answers may come in any order: some hundred bytes a question.
 */
import { z } from "zod";
import { YaffleError } from "../../domain/error.js";
import { parseOrRefuse } from "../../wire/faults.js";
import { decodeJson, textSchema } from "../../wire/text.js";
import { readLines } from "../rows/lines.js";
import { idField } from "./fields.js";

const questionSchema = z.object({ question_id: idField, image: z.string().min(1), text: textSchema });
const MAX_QUESTION_BYTES = 1024 * 1024;

export interface Question {
  readonly id: string;
  readonly image: string;
  readonly text: string;
}

export interface Questions {
  readonly byId: ReadonlyMap<string, Question>;
  readonly inOrder: readonly Question[];
}

/** @throws YaffleError invalid_request with file, line and field */
export async function readQuestions(path: string): Promise<Questions> {
  const inOrder: Question[] = [];
  for await (const { number, bytes } of readLines(path, MAX_QUESTION_BYTES)) {
    try {
      if (bytes === null) throw new YaffleError("invalid_request", "is too long for a question");
      if (bytes.toString("latin1").trim() === "") continue;
      const { question_id: id, image, text } = parseOrRefuse(questionSchema, decodeJson(bytes, "the line"));
      inOrder.push({ id, image, text });
    } catch (cause) {
      if (!(cause instanceof YaffleError)) throw cause;
      throw new YaffleError("invalid_request", `${path}, line ${number}: ${cause.message}.`, { faults: cause.faults, cause });
    }
  }
  return { byId: new Map(inOrder.map((question) => [question.id, question])), inOrder };
}
