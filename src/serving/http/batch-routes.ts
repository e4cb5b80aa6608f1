/** Files and batches: OpenAI's paths, one handler each. */
import { pipeline } from "node:stream/promises";
import type { Request, RequestHandler, Response } from "express";
import type { Batches } from "../../batches/batches.js";
import { contentOf } from "../../batches/output.js";
import type { Owner } from "../../batches/stored.js";
import { listQuerySchema, newBatchSchema } from "../../wire/batch.js";
import { parseOrRefuse } from "../../wire/faults.js";
import { batchToWire, fileToWire, listToWire } from "../batches/shapes.js";
import { batchesOf, type Desk } from "../desk.js";
import { readJsonBody } from "./json-body.js";
import { fileTooLarge, receiveFile } from "./upload.js";

/** Callers have no names yet; all that they keep belongs to nobody in particular. */
const OWNER: Owner = null;

/** Beside the file itself: names, headers and boundaries of the form. */
const FORM_BYTES = 64 * 1024;

const fileQuery = listQuerySchema(10_000, 10_000);
const batchQuery = listQuerySchema(20, 100);

/** By method and path, as app.ts lays them. */
export function batchRoutes(
  desk: Desk,
): Readonly<
  Record<
    "files" | "file" | "content" | "batches" | "batch" | "cancel",
    Readonly<Partial<Record<"get" | "post" | "delete", RequestHandler>>>
  >
> {
  const answer =
    (work: (batches: Batches, request: Request) => Promise<object> | object): RequestHandler =>
    async (request, response) => {
      response.json(await work(batchesOf(desk), request));
    };
  return {
    files: {
      post: seated(desk, async (request, response) => {
        const { files, maxFileBytes } = batchesOf(desk);
        if (Number(request.get("content-length") ?? 0) > maxFileBytes + FORM_BYTES) throw fileTooLarge(maxFileBytes);
        response.json(fileToWire(await files.add((path) => receiveFile(request, path, OWNER, maxFileBytes))));
      }),
      get: answer(({ files }, { query }) => {
        const { purpose, ...page } = parseOrRefuse(fileQuery, query);
        const found = files.list(OWNER, purpose, page);
        return listToWire(found, found.things.map(fileToWire));
      }),
    },
    file: {
      get: answer(({ files }, request) => fileToWire(files.get(idOf(request), OWNER))),
      delete: answer(async ({ files }, request) => {
        await files.remove(idOf(request), OWNER);
        return { id: idOf(request), object: "file", deleted: true };
      }),
    },
    content: { get: (request, response) => sendContent(desk, request, response) },
    batches: {
      post: seated(desk, async (request, response) => {
        const batches = batchesOf(desk);
        const body = parseOrRefuse(newBatchSchema, await readJsonBody(request, desk.maxBodyBytes));
        const batch = await batches.create({
          owner: OWNER,
          inputFileId: body.input_file_id,
          metadata: body.metadata ?? null,
          outputLifeMs: body.output_expires_after == null ? null : body.output_expires_after.seconds * 1000,
        });
        response.json(batchToWire(batch));
      }),
      get: answer((batches, { query }) => {
        const found = batches.list(OWNER, parseOrRefuse(batchQuery, query));
        return listToWire(found, found.things.map(batchToWire));
      }),
    },
    batch: { get: answer((batches, request) => batchToWire(batches.get(idOf(request), OWNER))) },
    cancel: { post: answer(async (batches, request) => batchToWire(await batches.cancel(idOf(request), OWNER))) },
  };
}

/** A request that is received holds a seat: the service does not leave before it is answered. */
function seated(desk: Desk, work: (request: Request, response: Response) => Promise<void>): RequestHandler {
  return async (request, response) => {
    const seat = desk.admission.enter();
    try {
      await work(request, response);
    } finally {
      seat.leave();
    }
  };
}

async function sendContent(desk: Desk, request: Request, response: Response): Promise<void> {
  const { files } = batchesOf(desk);
  const { id, bytes, filename } = files.get(idOf(request), OWNER);
  response.attachment(filename).set({ "content-type": "application/jsonl", "content-length": String(bytes) });
  await pipeline(contentOf(files.pathOf(id)), response);
}

function idOf({ params: { id } }: Request): string {
  return String(id);
}
