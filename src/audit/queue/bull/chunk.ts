/**
 * What travels through the server: rows in chunks, and their outcomes beside the queue.
 *
 * Outcomes are kept on a shelf by chunk and not as the job's return value, which BullMQ would copy into its stream of events. Writing
 * them twice changes nothing, so a chunk may be worked on twice.
 */
import type { Outcome } from "../../outcome.js";
import type { Row } from "../../rows/row.js";

export const QUEUE_NAME = "audit";

/**
 * Rows in a chunk. A worker that is done waits at the end of a run until the others have done their last chunks, so they are small; what a chunk
 * costs by itself is about a millisecond, next to nothing beside eight rows with a picture each.
 */
export const CHUNK_ROWS = 8;

/** Before all keys in Redis; the schema in PostgreSQL. */
export const PREFIX = "yaffle";

/** What a run that nobody comes back for leaves on the server goes after so long. */
export const KEPT_SECONDS = 7 * 24 * 60 * 60;

export interface Chunk {
  readonly run: string;
  readonly rows: readonly Row[];
}

/** Its name in BullMQ. The lines make it the same chunk in every session of the run. */
export function chunkIdOf({ run, rows }: Chunk): string {
  return [run, ...rows.slice(0, 1).map(({ line }) => line), ...rows.slice(-1).map(({ line }) => line), rows.length].join("_");
}

export function packOutcomes(outcomes: readonly Outcome[]): string {
  return JSON.stringify(outcomes);
}

/** Only Yaffle's own workers write there. */
export function unpackOutcomes(text: string): readonly Outcome[] {
  return JSON.parse(text) as readonly Outcome[];
}

export interface ChunkSize {
  readonly rows: number;
  /** Of text and pictures that stand in the rows. */
  readonly bytes: number;
}

/** Rows in groups, in order; a chunk is closed when it has enough rows or bytes. */
export async function* chunked(run: string, rows: AsyncIterable<Row>, size: ChunkSize): AsyncGenerator<Chunk, void> {
  let held: Row[] = [];
  let bytes = 0;
  for await (const row of rows) {
    held.push(row);
    bytes += bytesOf(row);
    if (held.length < size.rows && bytes < size.bytes) continue;
    yield { run, rows: held };
    [held, bytes] = [[], 0];
  }
  if (held.length > 0) yield { run, rows: held };
}

/** About what the row takes up on the server. */
export function bytesOf({ response, prompt, images }: Row): number {
  const pictures = images.map((image) => (image.type === "base64" || image.type === "data_uri" ? image.text.length : 0));
  return response.length + (prompt?.length ?? 0) + pictures.reduce((sum, length) => sum + length, 0);
}
