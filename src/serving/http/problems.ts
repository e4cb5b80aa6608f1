/** Errors as problem objects. What went wrong inside is logged, never sent. */
import type { ErrorRequestHandler, Request, RequestHandler, Response } from "express";
import { asYaffleError, YaffleError } from "../../domain/error.js";
import { PROTOCOL_CODES } from "../../wire/error-codes.js";
import { openAiErrorOf } from "../../wire/openai-error.js";
import { problemOf } from "../../wire/problem.js";
import { RETRY_AFTER_SECONDS } from "../admission.js";
import { dismiss } from "./body.js";
import { isOpenAiPath } from "./openai-paths.js";
import { outcomeOf, requestIdOf } from "./request-log.js";

/** An error for which HTTP has a status that says more than its code does. */
export class HttpError extends YaffleError {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, detail: string, headers: Readonly<Record<string, string>> = {}) {
    super("invalid_request", detail);
    this.status = status;
    this.headers = headers;
  }
}

/** Refuses what a path does not do. @param allowed the methods that it has: "POST" */
export function methodNotAllowed(allowed: string): RequestHandler {
  return (request) => {
    throw new HttpError(405, `${request.method} is not for ${request.path}; use ${allowed}.`, { allow: allowed });
  };
}

export const notFound: RequestHandler = (request) => {
  const why = isOpenAiPath(request.path) ? "of OpenAI's paths there are /v1/models, /v1/files and /v1/batches here; " : "";
  throw new YaffleError("not_found", `There is nothing at ${request.path}; ${why}/openapi.json lists what there is.`);
};

export const sendProblem: ErrorRequestHandler = (thrown: unknown, request: Request, response: Response, _next) => {
  const error = isOfTheirMaking(thrown) ? new YaffleError("invalid_request", "The request cannot be read.") : asYaffleError(thrown);
  const status = error instanceof HttpError ? error.status : PROTOCOL_CODES[error.code].http;
  outcomeOf(response).code = error.code;
  if (error.code === "internal") outcomeOf(response).cause = error.cause ?? error;
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  if (error instanceof HttpError) response.set(error.headers);
  if (error.code === "overloaded") response.set("retry-after", String(RETRY_AFTER_SECONDS));
  dismiss(request);
  if (isOpenAiPath(request.path)) {
    response.status(status).json(openAiErrorOf(error));
    return;
  }
  response
    .status(status)
    .type("application/problem+json")
    .send(JSON.stringify(problemOf(error, requestIdOf(response), status)));
};

/** Express's own refusals (a path with a broken % escape) bear a status below 500. */
function isOfTheirMaking(thrown: unknown): boolean {
  return (
    thrown instanceof Error &&
    !(thrown instanceof YaffleError) &&
    "status" in thrown &&
    typeof thrown.status === "number" &&
    thrown.status < 500
  );
}
