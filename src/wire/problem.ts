/** The problem object (RFC 9457) that every door gives for a failed request. */
import { z } from "zod";
import { ERROR_CODES, type YaffleError } from "../domain/error.js";
import { PROTOCOL_CODES } from "./error-codes.js";

export const problemSchema = z
  .strictObject({
    type: z.string().meta({ description: "A URN that names the code." }),
    title: z.string().meta({ description: "The same for every problem of this code." }),
    status: z.int().min(400).max(599).meta({ description: "The HTTP status." }),
    code: z.enum(ERROR_CODES),
    detail: z.string().meta({ description: "What was wrong this time, and how to mend it." }),
    errors: z
      .array(z.strictObject({ path: z.string(), message: z.string() }))
      .optional()
      .meta({ description: "The faults of the request one by one." }),
    retryable: z.boolean().meta({ description: "Whether the same request may succeed later." }),
    request_id: z.string(),
  })
  .meta({ id: "Problem", description: "A failed request, as RFC 9457 (problem details) has it." });

export type Problem = z.infer<typeof problemSchema>;

/** @param status where HTTP knows one that says more than the code's own (405, 415) */
export function problemOf(error: YaffleError, requestId: string, status: number = PROTOCOL_CODES[error.code].http): Problem {
  return {
    type: `urn:yaffle:problem:${error.code}`,
    title: PROTOCOL_CODES[error.code].title,
    status,
    code: error.code,
    detail: error.message,
    ...(error.faults.length > 0 && { errors: error.faults.map(({ path, message }) => ({ path, message })) }),
    retryable: error.isRetryable,
    request_id: requestId,
  };
}
