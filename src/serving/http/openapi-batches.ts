/** The part of the OpenAPI document on files, batches, models and scores. */
import { z } from "zod";
import { judgeRequest } from "../../scoring/judge/request.js";
import { SCORE_REQUESTS } from "../../scoring/requests.js";
import { batchListSchema, batchSchema, deletedFileSchema, fileListSchema, fileSchema, newBatchSchema } from "../../wire/batch.js";
import { modelListSchema } from "../../wire/model-list.js";
import { openAiErrorSchema } from "../../wire/openai-error.js";

const SCHEMAS = "#/components/schemas/";

export const BATCH_REQUESTS: readonly z.ZodType[] = [newBatchSchema];
export const BATCH_ANSWERS: readonly z.ZodType[] = [
  fileSchema,
  fileListSchema,
  deletedFileSchema,
  batchSchema,
  batchListSchema,
  modelListSchema,
  openAiErrorSchema,
];

const BODIES = { ...SCORE_REQUESTS, judge: judgeRequest } as const;

/** One schema a score: ChairRequest, PopeRequest, … */
export const SCORE_BODIES: readonly z.ZodType[] = Object.entries(BODIES).map(([name, schema]) =>
  schema.meta({ id: `${capital(name)}Request`, description: `Rows to score by ${name}; docs/scores.md says what they mean.` }),
);

export const SCORE_ANSWER = z
  .looseObject({
    score: z.string(),
    variant: z.string().meta({ description: "Which rules were followed: two variants are not to be compared." }),
    intervals: z.record(z.string(), z.tuple([z.number(), z.number()])).meta({ description: "95%, by the bootstrap." }),
    items: z
      .array(z.looseObject({}))
      .optional()
      .meta({ description: "Where items=true asks for them; always of the judge, whose replies they keep." }),
  })
  .meta({ id: "Score", description: "Figures by name, beside these fields; null where a rate has no value." });

export function batchPaths(): Readonly<Record<string, object>> {
  const page = [query("after", "string", "The id of the last one that was seen."), query("limit", "integer", "Most that are given.")];
  const form = {
    type: "object",
    required: ["file", "purpose"],
    properties: {
      file: { type: "string", format: "binary", description: "A line a request, or a line a row of an audit." },
      purpose: { type: "string", enum: ["batch"] },
      "expires_after[anchor]": { type: "string", enum: ["created_at"] },
      "expires_after[seconds]": { type: "integer", minimum: 3600, maximum: 2_592_000 },
    },
  };
  const upload = { required: true, content: { "multipart/form-data": { schema: form } } };
  return {
    "/v1/files": {
      post: { ...operation("createFile", "Sends a file for a batch.", "File"), requestBody: upload },
      get: {
        ...operation("listFiles", "The files, the newest first.", "FileList"),
        parameters: [...page, query("order", "string", "asc or desc."), query("purpose", "string", "Only files for this.")],
      },
    },
    "/v1/files/{id}": {
      parameters: [idParameter],
      get: operation("getFile", "What is known of a file.", "File"),
      delete: operation("deleteFile", "Deletes a file; batches that have begun keep what they read.", "DeletedFile"),
    },
    "/v1/files/{id}/content": {
      parameters: [idParameter],
      get: {
        operationId: "getFileContent",
        summary: "The bytes of a file.",
        responses: {
          200: { description: "As they were sent or written.", content: { "application/jsonl": { schema: { type: "string" } } } },
          ...failures,
        },
      },
    },
    "/v1/batches": {
      post: { ...operation("createBatch", "Begins a batch over a file.", "Batch"), requestBody: body("NewBatch") },
      get: { ...operation("listBatches", "The batches, the newest first.", "BatchList"), parameters: page },
    },
    "/v1/batches/{id}": { parameters: [idParameter], get: operation("getBatch", "How far a batch is.", "Batch") },
    "/v1/models": { get: operation("listModels", "The chat models that this service forwards to: none.", "ModelList") },
    "/v1/batches/{id}/cancel": {
      parameters: [idParameter],
      post: operation("cancelBatch", "Begins no further row of it; what was done is given.", "Batch"),
    },
  };
}

/** @param problems the answers of a request that failed */
export function scorePaths(problems: Readonly<Record<string, object>>): Readonly<Record<string, object>> {
  return Object.fromEntries(
    Object.keys(BODIES).map((name) => [
      `/v1/scores/${name}`,
      {
        post: {
          operationId: `score${capital(name)}`,
          summary: `Scores rows by ${name}.`,
          parameters: [query("items", "boolean", "Also give what was counted, item by item.")],
          requestBody: body(`${capital(name)}Request`),
          responses: { 200: { description: "The score.", content: json("Score") }, ...problems },
        },
      },
    ]),
  );
}

const idParameter = { name: "id", in: "path", required: true, schema: { type: "string" } };
const failures = { default: { description: "A failed request, in OpenAI's shape.", content: json("OpenAiError") } };

function operation(operationId: string, summary: string, answer: string): object {
  return { operationId, summary, responses: { 200: { description: summary, content: json(answer) }, ...failures } };
}

function query(name: string, type: string, description: string): object {
  return { name, in: "query", required: false, schema: { type }, description };
}

function body(schema: string): object {
  return { required: true, content: json(schema) };
}

function json(schema: string): Readonly<Record<string, object>> {
  return { "application/json": { schema: { $ref: SCHEMAS + schema } } };
}

function capital(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
