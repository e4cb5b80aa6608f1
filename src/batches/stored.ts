/** What is remembered of a file and of a batch, as it stands on disk. Times are milliseconds since 1970; doors say seconds. */
import { z } from "zod";

export const FILE_PURPOSES = ["batch", "batch_output"] as const;
export type FilePurpose = (typeof FILE_PURPOSES)[number];

/** Who something belongs to. Null: nobody in particular, as long as callers have no keys. Only its owner sees it. */
export type Owner = string | null;

const time = z.number().nullable();
const owner = z.string().nullable();

export const storedFileSchema = z.object({
  id: z.string(),
  /** Grows with every file, so that lists have one order. */
  sequence: z.int(),
  owner,
  filename: z.string(),
  purpose: z.enum(FILE_PURPOSES),
  bytes: z.int(),
  createdMs: z.number(),
  expiresMs: z.number(),
});
export type StoredFile = z.infer<typeof storedFileSchema>;

export const BATCH_STATES = [
  ...(["validating", "in_progress", "finalizing", "completed"] as const),
  ...(["failed", "cancelling", "cancelled", "expired"] as const),
] as const;
export type BatchState = (typeof BATCH_STATES)[number];

const FINAL: ReadonlySet<BatchState> = new Set<BatchState>(["completed", "failed", "cancelled", "expired"]);

/** Whether nothing further will happen to it. */
export function isFinal({ state }: { readonly state: BatchState }): boolean {
  return FINAL.has(state);
}

/** Why a batch was not begun: a fault of its file, by line where it is one line's. */
const batchError = z.object({ code: z.string(), message: z.string(), line: z.int().nullable() });
export type BatchError = z.infer<typeof batchError>;

export const storedBatchSchema = z.object({
  id: z.string(),
  sequence: z.int(),
  owner,
  inputFileId: z.string(),
  /** How the audited rows will be called: OpenAI's request lines, or rows of Yaffle's own. Null until the file was looked at. */
  format: z.enum(["rows", "openai"]).nullable(),
  state: z.enum(BATCH_STATES),
  metadata: z.record(z.string(), z.string()).nullable(),
  /** Life of the output and error files, in milliseconds. */
  outputLifeMs: z.number(),
  createdMs: z.number(),
  expiresMs: z.number(),
  inProgressMs: time,
  finalizingMs: time,
  completedMs: time,
  failedMs: time,
  expiredMs: time,
  cancellingMs: time,
  cancelledMs: time,
  counts: z.object({ total: z.int(), completed: z.int(), failed: z.int() }),
  errors: z.array(batchError),
  outputFileId: z.string().nullable(),
  errorFileId: z.string().nullable(),
});
export type StoredBatch = z.infer<typeof storedBatchSchema>;
