/** Replies in a form: the server is held to a schema where it can be, and what comes is checked either way. */
import { z } from "zod";
import { YaffleError } from "../../domain/error.js";
import type { ChatModel, ChatRequest } from "./chat.js";

/** A model that writes wrong JSON once may write right JSON the second time; one that does so twice will not. */
const TRIES = 2;

export type StructuredRequest = Pick<ChatRequest, "instructions" | "parts" | "maxTokens"> & Partial<Pick<ChatRequest, "maxCharacters">>;

/**
 * @param form all fields of its objects required, so that strict servers take it
 * @throws YaffleError as `ChatModel.complete`; upstream_failed where no reply fits the schema
 */
export async function askInForm<Value>(
  model: ChatModel,
  request: StructuredRequest,
  form: { readonly name: string; readonly schema: z.ZodType<Value> },
  signal?: AbortSignal,
): Promise<Value> {
  const { $schema: _, ...schema } = z.toJSONSchema(form.schema);
  const whole: ChatRequest = { maxCharacters: null, ...request, form: { name: form.name, schema }, withChances: false };
  for (let tried = 1; ; tried += 1) {
    const { text } = await model.complete(whole, signal);
    const result = form.schema.safeParse(jsonIn(text));
    if (result.success) return result.data;
    if (tried >= TRIES) throw new YaffleError("upstream_failed", `The model's reply is not the JSON that was asked for (${form.name}).`);
  }
}

/** The JSON value of a reply; models like to put a fence or a sentence around it. Undefined where there is none. */
export function jsonIn(text: string): unknown {
  const start = text.search(/[[{]/);
  const end = Math.max(text.lastIndexOf("}"), text.lastIndexOf("]"));
  if (start < 0 || end < start) return undefined;
  try {
    return JSON.parse(text.slice(start, end + 1));
  } catch {
    return undefined;
  }
}
