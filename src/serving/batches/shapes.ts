/** Files and batches as callers see them, on every door. */
import type { Page } from "../../batches/page.js";
import type { StoredBatch, StoredFile } from "../../batches/stored.js";
import type { WireBatch, WireFile } from "../../wire/batch.js";

export function fileToWire({ id, bytes, createdMs, expiresMs, filename, purpose }: StoredFile): WireFile {
  return {
    id,
    object: "file",
    bytes,
    created_at: seconds(createdMs),
    expires_at: seconds(expiresMs),
    filename,
    purpose,
    status: "processed",
  };
}

export function batchToWire(batch: StoredBatch): WireBatch {
  return {
    id: batch.id,
    object: "batch",
    endpoint: "/v1/correct",
    errors: batch.errors.length === 0 ? null : { object: "list", data: batch.errors.map((one) => ({ ...one, param: null })) },
    input_file_id: batch.inputFileId,
    completion_window: "24h",
    status: batch.state,
    output_file_id: batch.outputFileId,
    error_file_id: batch.errorFileId,
    created_at: seconds(batch.createdMs),
    in_progress_at: secondsOrNull(batch.inProgressMs),
    expires_at: seconds(batch.expiresMs),
    finalizing_at: secondsOrNull(batch.finalizingMs),
    completed_at: secondsOrNull(batch.completedMs),
    failed_at: secondsOrNull(batch.failedMs),
    expired_at: secondsOrNull(batch.expiredMs),
    cancelling_at: secondsOrNull(batch.cancellingMs),
    cancelled_at: secondsOrNull(batch.cancelledMs),
    request_counts: batch.counts,
    metadata: batch.metadata,
  };
}

export function listToWire<Thing extends { readonly id: string }>({ things, hasMore }: Page<unknown>, data: readonly Thing[]): object {
  return { object: "list", data, first_id: data[0]?.id ?? null, last_id: data.at(-1)?.id ?? null, has_more: hasMore && things.length > 0 };
}

function seconds(ms: number): number {
  return Math.floor(ms / 1000);
}

function secondsOrNull(ms: number | null): number | null {
  return ms === null ? null : seconds(ms);
}
