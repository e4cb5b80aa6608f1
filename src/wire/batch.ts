/** Files and batches in OpenAI's shape (platform.openai.com/docs/api-reference, files and batch): what callers send and what they get. */
import { z } from "zod";
import { textSchema } from "./text.js";

const HOUR_SECONDS = 3600;
const LONGEST_LIFE_SECONDS = 30 * 24 * HOUR_SECONDS;

export const expiresAfterSchema = z
  .strictObject({
    anchor: z.literal("created_at"),
    seconds: z.coerce.number().int().min(HOUR_SECONDS).max(LONGEST_LIFE_SECONDS),
  })
  .meta({ id: "ExpiresAfter", description: "How long a file is kept: from one hour to 30 days." });

export const newBatchSchema = z
  .strictObject({
    input_file_id: textSchema.min(1),
    endpoint: z.literal("/v1/correct").meta({ description: "The only one that batches are for." }),
    completion_window: z.literal("24h").meta({ description: "The only one there is; a batch that is not done then has expired." }),
    metadata: z
      .record(z.string().max(64), textSchema.max(512))
      .refine((pairs) => Object.keys(pairs).length <= 16, "has more than 16 pairs")
      .nullish(),
    output_expires_after: expiresAfterSchema.nullish(),
  })
  .meta({ id: "NewBatch", description: "A batch over a file that was sent with purpose batch." });

const seconds = z.int().meta({ description: "Seconds since 1970." });

export const fileSchema = z
  .strictObject({
    id: z.string(),
    object: z.literal("file"),
    bytes: z.int(),
    created_at: seconds,
    expires_at: seconds,
    filename: z.string(),
    purpose: z.enum(["batch", "batch_output"]),
    status: z.literal("processed"),
  })
  .meta({ id: "File", description: "A file that was sent, or that a batch gave." });
export type WireFile = z.infer<typeof fileSchema>;

export const deletedFileSchema = z
  .strictObject({ id: z.string(), object: z.literal("file"), deleted: z.literal(true) })
  .meta({ id: "DeletedFile", description: "A file that is no more." });

const errorsSchema = z.strictObject({
  object: z.literal("list"),
  data: z.array(z.strictObject({ code: z.string(), message: z.string(), param: z.null(), line: z.int().nullable() })),
});

export const batchSchema = z
  .strictObject({
    id: z.string(),
    object: z.literal("batch"),
    endpoint: z.literal("/v1/correct"),
    errors: errorsSchema.nullable().meta({ description: "Why it failed as a whole; null unless it did." }),
    input_file_id: z.string(),
    completion_window: z.literal("24h"),
    status: z.enum(["validating", "in_progress", "finalizing", "completed", "failed", "cancelling", "cancelled", "expired"]),
    output_file_id: z.string().nullable().meta({ description: "Reports; null until it is done, and where there is none." }),
    error_file_id: z.string().nullable().meta({ description: "Rows that failed; null until it is done, and where there is none." }),
    created_at: seconds,
    in_progress_at: seconds.nullable(),
    expires_at: seconds,
    finalizing_at: seconds.nullable(),
    completed_at: seconds.nullable(),
    failed_at: seconds.nullable(),
    expired_at: seconds.nullable(),
    cancelling_at: seconds.nullable(),
    cancelled_at: seconds.nullable(),
    request_counts: z.strictObject({ total: z.int(), completed: z.int(), failed: z.int() }),
    metadata: z.record(z.string(), z.string()).nullable(),
  })
  .meta({ id: "Batch", description: "An audit of the lines of a file." });
export type WireBatch = z.infer<typeof batchSchema>;

function listOf(id: string, one: z.ZodType): z.ZodType {
  return z
    .strictObject({
      object: z.literal("list"),
      data: z.array(one),
      first_id: z.string().nullable(),
      last_id: z.string().nullable(),
      has_more: z.boolean(),
    })
    .meta({ id, description: "A part of a list; the next part is after its last_id." });
}

export const fileListSchema = listOf("FileList", fileSchema);
export const batchListSchema = listOf("BatchList", batchSchema);

/** How a list is asked for. */
export function listQuerySchema(standard: number, most: number) {
  return z.object({
    after: z.string().nullish().default(null),
    limit: z.coerce.number().int().min(1).max(most).default(standard),
    order: z.enum(["asc", "desc"]).default("desc"),
    purpose: z.string().nullish().default(null),
  });
}
