/**
 * Answers to questions about pictures: POPE's and LLaVA's files.
 *
 * Neither names its picture: that stands in the file of questions, found by `question_id`, or by order where POPE's answers have none.
 * LLaVA's answers carry the prompt as it was sent, with its instruction; POPE's question is the bare one.
 */
import { z } from "zod";
import { parseOrRefuse, refusal } from "../../wire/faults.js";
import { textSchema } from "../../wire/text.js";
import { idField, optionalText } from "./fields.js";
import type { Format } from "./format.js";
import type { Question, Questions } from "./questions.js";

const text = textSchema.optional();

const popeSchema = z.object({ question_id: idField.optional(), text, answer: text, question: text, image: text, model: optionalText });
const llavaSchema = z.object({ question_id: idField, text: textSchema, prompt: optionalText, image: text, model_id: optionalText });

export const popeFormat: Format = {
  idField: "question_id",
  read: async (value, position, { images, questions, options }) => {
    const row = parseOrRefuse(popeSchema, value);
    const response = row.answer ?? row.text;
    if (response === undefined) throw refusal([{ path: "answer", message: "is missing, and so is text" }]);
    const question = row.question_id === undefined ? questions?.inOrder[position] : questionOf(row.question_id, questions);
    return {
      id: row.question_id ?? question?.id ?? String(position + 1),
      images: [images.named(pictureOf(row.image, question), "image")],
      response,
      prompt: question?.text ?? row.question ?? null,
      model: row.model,
      options,
    };
  },
};

export const llavaFormat: Format = {
  idField: "question_id",
  read: async (value, _position, { images, questions, options }) => {
    const row = parseOrRefuse(llavaSchema, value);
    const question = questionOf(row.question_id, questions);
    return {
      id: row.question_id,
      images: [images.named(pictureOf(row.image, question), "image")],
      response: row.text,
      prompt: row.prompt ?? question?.text ?? null,
      model: row.model_id,
      options,
    };
  },
};

function questionOf(id: string, questions: Questions | null): Question | undefined {
  const question = questions?.byId.get(id);
  if (questions !== null && question === undefined) throw refusal([{ path: "question_id", message: `${id} is not in the questions` }]);
  return question;
}

function pictureOf(image: string | undefined, question: Question | undefined): string {
  const name = image ?? question?.image;
  if (name === undefined) throw refusal([{ path: "image", message: "is missing; --questions names the file that has it" }]);
  return name;
}
