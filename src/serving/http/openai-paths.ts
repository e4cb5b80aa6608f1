/**
 * OpenAI's paths: which they are, so that its clients can read what is wrong, and the list of models, which is what most of them ask first.
 * Yaffle stands in front of no chat model: there is none to list.
 */
import type { RequestHandler } from "express";
import { YaffleError } from "../../domain/error.js";
import { EMPTY_MODEL_LIST } from "../../wire/model-list.js";

/** The first words of OpenAI's paths below /v1, whether anything is there or not. */
const FIRST_WORDS = [
  ...[
    "assistants",
    "audio",
    "batches",
    "chat",
    "completions",
    "containers",
    "conversations",
    "embeddings",
    "evals",
    "files",
    "fine_tuning",
  ],
  ...["images", "models", "moderations", "realtime", "responses", "threads", "uploads", "vector_stores", "videos"],
];

const OPENAI_PATHS = new RegExp(`^/v1/(?:${FIRST_WORDS.join("|")})(?:/|$)`);

/** Under such a path an error has OpenAI's shape. */
export function isOpenAiPath(path: string): boolean {
  return OPENAI_PATHS.test(path);
}

export const listModels: RequestHandler = (_request, response) => {
  response.json(EMPTY_MODEL_LIST);
};

export const findModel: RequestHandler = ({ params: { id } }) => {
  throw new YaffleError("not_found", `There is no model ${String(id).slice(0, 80)}: this service forwards to no chat model.`);
};
