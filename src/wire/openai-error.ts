/** OpenAI's error object, for the paths and files that have OpenAI's shape. */
import { z } from "zod";
import { ERROR_CODES, type ErrorCode, type Fault } from "../domain/error.js";
import { PROTOCOL_CODES } from "./error-codes.js";

export const openAiErrorSchema = z
  .strictObject({
    error: z.strictObject({
      message: z.string(),
      type: z.string().meta({ description: "invalid_request_error, rate_limit_error or server_error." }),
      param: z.string().nullable().meta({ description: "The field that is wrong, where it is one." }),
      code: z.enum(ERROR_CODES),
    }),
  })
  .meta({ id: "OpenAiError", description: "A failed request under OpenAI's paths." });

export type OpenAiError = z.infer<typeof openAiErrorSchema>;

export function openAiErrorOf({
  code,
  message,
  faults,
}: {
  readonly code: ErrorCode;
  readonly message: string;
  readonly faults: readonly Fault[];
}): OpenAiError {
  const [first] = faults;
  return { error: { message, type: typeOf(code), param: first === undefined || first.path === "" ? null : first.path, code } };
}

function typeOf(code: ErrorCode): string {
  if (code === "overloaded") return "rate_limit_error";
  return PROTOCOL_CODES[code].http >= 500 ? "server_error" : "invalid_request_error";
}
