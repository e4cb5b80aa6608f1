/** AuditService: batches, and their results as they come. */
import { writeFile } from "node:fs/promises";
import type { UntypedServiceImplementation } from "@grpc/grpc-js";
import { z } from "zod";
import type { Batches } from "../../batches/batches.js";
import { FILE_LIFE_MS } from "../../batches/file-store.js";
import type { BatchResult } from "../../batches/output.js";
import type { Owner } from "../../batches/stored.js";
import { parseOrRefuse, refusal } from "../../wire/faults.js";
import type { WireReport } from "../../wire/report-schema.js";
import { batchToWire } from "../batches/shapes.js";
import { batchesOf, type Desk } from "../desk.js";
import { streaming, unary } from "./calls.js";
import { reportMessage } from "./report-message.js";
import { wireRequest } from "./request-message.js";

/** Callers have no names yet; all that they keep belongs to nobody in particular. */
const OWNER: Owner = null;

const createSchema = z.object({
  input_file_id: z.string(),
  requests: z.array(z.looseObject({ id: z.string().min(1, "is missing; each request of a batch needs one") })),
  metadata: z.record(z.string(), z.string()),
});
const idSchema = z.object({ id: z.string() });
const listSchema = z.object({ after: z.string(), limit: z.int().min(0).max(100) });
const STANDARD_LIMIT = 20;

export function auditService(desk: Desk): UntypedServiceImplementation {
  const method = (work: (batches: Batches, message: unknown) => Promise<object>) =>
    unary(async (message) => work(batchesOf(desk), message));
  return {
    CreateBatch: method(create),
    GetBatch: method(async (batches, message) => batchMessage(batches.get(idIn(message), OWNER))),
    ListBatches: method(async (batches, message) => {
      const { after, limit } = parseOrRefuse(listSchema, message);
      const page = { after: after === "" ? null : after, limit: limit === 0 ? STANDARD_LIMIT : limit, order: "desc" } as const;
      const { things, hasMore } = batches.list(OWNER, page);
      return { batches: things.map(batchMessage), has_more: hasMore };
    }),
    CancelBatch: method(async (batches, message) => batchMessage(await batches.cancel(idIn(message), OWNER))),
    StreamResults: streaming((message, signal) => results(desk, idIn(message), signal)),
  };
}

async function create(batches: Batches, message: unknown): Promise<object> {
  const { input_file_id, requests, metadata } = parseOrRefuse(createSchema, message);
  if ((input_file_id === "") === (requests.length === 0))
    throw refusal([{ path: "input_file_id", message: "or requests: send exactly one of the two" }]);
  const inputFileId = input_file_id === "" ? await fileOf(batches, requests) : input_file_id;
  return batchMessage(await batches.create({ owner: OWNER, inputFileId, metadata, outputLifeMs: null }));
}

/** The requests as a file of OpenAI's request lines, as if it had been sent. */
async function fileOf(batches: Batches, requests: readonly { readonly id: string }[]): Promise<string> {
  const lines = requests.map((request) => {
    const { id: custom_id, ...body } = wireRequest(request);
    return `${JSON.stringify({ custom_id, method: "POST", url: "/v1/correct", body })}\n`;
  });
  const file = await batches.files.add(async (path) => {
    await writeFile(path, lines.join(""));
    return { owner: OWNER, filename: "requests.jsonl", purpose: "batch", lifeMs: FILE_LIFE_MS };
  });
  return file.id;
}

async function* results(desk: Desk, id: string, signal: AbortSignal): AsyncGenerator<object, void> {
  for await (const result of batchesOf(desk).results(id, OWNER, signal)) yield resultMessage(result);
}

function resultMessage(result: BatchResult): object {
  const row = { ...(result.id !== null && { id: result.id }), line: result.line };
  if (result.type === "error") return { ...row, error: { code: result.code, message: result.message } };
  // Yaffle wrote it itself, from a report of this form.
  return { ...row, report: reportMessage(result.report as unknown as WireReport) };
}

function batchMessage(batch: Parameters<typeof batchToWire>[0]): object {
  const { errors, metadata, ...facts } = batchToWire(batch);
  return { ...facts, metadata: metadata ?? {}, errors: errors?.data ?? [] };
}

function idIn(message: unknown): string {
  return parseOrRefuse(idSchema, message).id;
}
