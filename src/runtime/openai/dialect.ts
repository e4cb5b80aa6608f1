/**
 * What a server understands of the protocol. Servers that call themselves compatible differ in the fields that they take; a refusal names
 * the field, and from then on that model is asked without it. Each lesson takes something away, so learning ends.
 */
import type { ChatRequest } from "./chat.js";

export interface Dialect {
  readonly lengthField: "max_tokens" | "max_completion_tokens";
  readonly hasTemperature: boolean;
  /** Rivals of each token that may be asked for; 0 where chances cannot be had. */
  readonly rivals: 20 | 5 | 0;
  readonly form: "json_schema" | "json_object" | "text";
  readonly countsStreams: boolean;
  /** The model thinks before it answers, and its thoughts count as reply. */
  readonly thinks: boolean;
}

export const FULL_DIALECT: Dialect = {
  lengthField: "max_tokens",
  hasTemperature: true,
  rivals: 20,
  form: "json_schema",
  countsStreams: true,
  thinks: false,
};

/** Tokens of thought on top of a reply's own. */
const THOUGHT_TOKENS = 4_096;

/** What the model may spend on thought, beside its reply. */
export function thoughtTokens({ thinks }: Dialect): number {
  return thinks ? THOUGHT_TOKENS : 0;
}

/** A request's body. The servers' types are stricter than the servers, so the caller casts it. */
export function bodyOf(request: ChatRequest, model: string, dialect: Dialect): Readonly<Record<string, unknown>> {
  const isStreamed = request.maxCharacters !== null;
  return {
    model,
    messages: [
      { role: "system", content: request.instructions + formInWords(request, dialect) },
      { role: "user", content: request.parts.map(partOf) },
    ],
    [dialect.lengthField]: request.maxTokens + thoughtTokens(dialect),
    ...(dialect.hasTemperature && { temperature: 0 }),
    ...(request.withChances && dialect.rivals > 0 && { logprobs: true, top_logprobs: dialect.rivals }),
    ...responseFormat(request, dialect),
    ...(isStreamed && { stream: true, ...(dialect.countsStreams && { stream_options: { include_usage: true } }) }),
  };
}

/**
 * What a refusal (HTTP 400 or 422) teaches.
 * @param complaint the server's words, with the name of the field where it gives one
 * @returns the dialect to try next, or null where the refusal is about something else
 */
export function learn(dialect: Dialect, complaint: string): Dialect | null {
  const names = (word: string): boolean => complaint.toLowerCase().includes(word);
  if (names("logprobs") && dialect.rivals > 0) return { ...dialect, rivals: names("top_logprobs") && dialect.rivals === 20 ? 5 : 0 };
  if (names("stream_options") && dialect.countsStreams) return { ...dialect, countsStreams: false };
  if (names("temperature") && dialect.hasTemperature) return { ...dialect, hasTemperature: false };
  if (names("max_tokens") && dialect.lengthField === "max_tokens") return { ...dialect, lengthField: "max_completion_tokens" };
  if (["response_format", "json_schema", "json_object", "schema", "grammar"].some(names) && dialect.form !== "text") {
    return { ...dialect, form: dialect.form === "json_schema" ? "json_object" : "text" };
  }
  return null;
}

function partOf(part: ChatRequest["parts"][number]): object {
  return part.type === "text" ? { type: "text", text: part.text } : { type: "image_url", image_url: { url: part.uri } };
}

function responseFormat({ form }: ChatRequest, dialect: Dialect): object {
  if (form === null || dialect.form === "text") return {};
  if (dialect.form === "json_object") return { response_format: { type: "json_object" } };
  return { response_format: { type: "json_schema", json_schema: { ...form, strict: true } } };
}

/** Where the server cannot be held to a schema, the model is told it. */
function formInWords({ form }: ChatRequest, dialect: Dialect): string {
  if (form === null || dialect.form === "json_schema") return "";
  return `\nReply with one JSON value that fits this JSON schema, and nothing else: ${JSON.stringify(form.schema)}`;
}
