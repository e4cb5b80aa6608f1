/** The OpenAPI document, from the schemas that read requests and name reports. `npm run document` writes it to docs/openapi.json. */
import { z } from "zod";
import { ERROR_CODES } from "../../domain/error.js";
import { VERSION } from "../../version.js";
import { PROTOCOL_CODES } from "../../wire/error-codes.js";
import { optionsSchema } from "../../wire/options.js";
import { problemSchema } from "../../wire/problem.js";
import { expertSchema, reportSchema } from "../../wire/report-schema.js";
import { requestSchema } from "../../wire/request.js";
import { BATCH_ANSWERS, BATCH_REQUESTS, batchPaths, SCORE_ANSWER, SCORE_BODIES, scorePaths } from "./openapi-batches.js";

const SCHEMAS = "#/components/schemas/";

/** An OpenAPI 3.1 document. */
export function openApiDocument(): Readonly<Record<string, unknown>> {
  return {
    openapi: "3.1.0",
    info: {
      title: "Yaffle",
      version: VERSION,
      description: "Checks what a multimodal model said about a picture, claim by claim, and mends what is not so.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    paths: {
      "/v1/correct": { post: correction("correct", "Judges every claim of a response and mends what is refuted.") },
      "/v1/verify": { post: correction("verify", "Judges every claim of a response and leaves it as it is.") },
      ...scorePaths(problems()),
      ...batchPaths(),
      "/v1/experts": { get: plain("listExperts", "The experts that look at pictures.", "Experts") },
      "/livez": { get: plain("live", "Whether the process runs.", "Status") },
      "/readyz": {
        get: plain("ready", "Whether requests are welcome: after a warm-up run, and until shutdown.", "Status", {
          503: { description: "Not yet, or not any more.", content: json("Status") },
        }),
      },
      "/metrics": {
        get: {
          operationId: "metrics",
          summary: "Figures of the running service: requests, verdicts, experts, batches and the queue's depth.",
          responses: { 200: { description: "Prometheus' text form.", content: { "text/plain": { schema: { type: "string" } } } } },
        },
      },
      "/openapi.json": {
        get: {
          operationId: "document",
          summary: "This document.",
          responses: { 200: { description: "OpenAPI 3.1.", content: { "application/json": { schema: { type: "object" } } } } },
        },
      },
    },
    components: { schemas: schemas() },
  };
}

function correction(operationId: string, summary: string): object {
  const form = {
    type: "object",
    required: ["image", "response"],
    properties: {
      image: { type: "array", items: { type: "string", format: "binary" }, description: "One file, or several." },
      response: { type: "string" },
      prompt: { type: "string" },
      id: { type: "string" },
      options: { $ref: `${SCHEMAS}Options` },
    },
  };
  return {
    operationId,
    summary,
    parameters: [
      {
        name: "x-request-id",
        in: "header",
        required: false,
        schema: { type: "string" },
        description: "Echoed; made where it is left out.",
      },
    ],
    requestBody: {
      required: true,
      content: {
        ...json("CorrectionRequest"),
        "multipart/form-data": { schema: form, encoding: { options: { contentType: "application/json" } } },
      },
    },
    responses: { 200: { description: "The report.", content: json("Report") }, ...problems() },
  };
}

function plain(operationId: string, summary: string, schema: string, more: object = {}): object {
  return { operationId, summary, responses: { 200: { description: summary, content: json(schema) }, ...more } };
}

/** The codes of section 5 that a correction can end with, by their HTTP status. */
function problems(): Readonly<Record<string, object>> {
  const statuses = [...new Set(ERROR_CODES.map((code) => PROTOCOL_CODES[code].http))].sort((a, b) => a - b);
  const entries = statuses.map((status) => {
    const codes = ERROR_CODES.filter((code) => PROTOCOL_CODES[code].http === status);
    const description = `${codes.map((code) => PROTOCOL_CODES[code].title).join(", or ")} (${codes.join(", ")}).`;
    return [String(status), { description, content: { "application/problem+json": { schema: { $ref: `${SCHEMAS}Problem` } } } }];
  });
  return Object.fromEntries(entries);
}

function json(schema: string): Readonly<Record<string, object>> {
  return { "application/json": { schema: { $ref: SCHEMAS + schema } } };
}

/** Requests as they may be sent, the rest as it is given. */
function schemas(): Readonly<Record<string, object>> {
  const status = z.strictObject({ status: z.enum(["live", "starting", "ready", "leaving"]) }).meta({ id: "Status" });
  const experts = z.strictObject({ experts: z.array(expertSchema) }).meta({ id: "Experts" });
  return {
    ...described([requestSchema, optionsSchema, ...BATCH_REQUESTS, ...SCORE_BODIES], "input"),
    ...described([reportSchema, problemSchema, status, experts, SCORE_ANSWER, ...BATCH_ANSWERS], "output"),
  };
}

function described(roots: readonly z.ZodType[], io: "input" | "output"): Readonly<Record<string, object>> {
  const documents = roots.map((root) => z.toJSONSchema(root, { io }));
  // A root that others refer to stands among the definitions, and is itself a bare reference without a name.
  const entries = documents.flatMap(({ $defs = {}, $schema: _, ...own }) => [
    ...Object.entries($defs),
    ...(typeof own.id === "string" ? [[own.id, own] as const] : []),
  ]);
  return Object.fromEntries(entries.map(([id, schema]) => [id, cleaned(schema)]));
}

/** References to definitions become references to components; the id is the component's name already. */
function cleaned(schema: object): object {
  const text = JSON.stringify(schema, (key, value: unknown) => (key === "id" && typeof value === "string" ? undefined : value));
  return JSON.parse(text.replaceAll('"#/$defs/', `"${SCHEMAS}`));
}
