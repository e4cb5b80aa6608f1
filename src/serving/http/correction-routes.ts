/** POST /v1/correct and /v1/verify. */
import type { Request, RequestHandler } from "express";
import { YaffleError } from "../../domain/error.js";
import { type ReadRequest, readJsonRequest } from "../../wire/request.js";
import { decodeJson } from "../../wire/text.js";
import { type Desk, newId, serve, type Task } from "../desk.js";
import { readPieces, refuseAnnounced } from "./body.js";
import { readMultipart } from "./multipart.js";
import { HttpError } from "./problems.js";

export function correctionRoute(desk: Desk, task: Task): RequestHandler {
  return async (request, response) => {
    refuseForeignForm(request);
    refuseAnnounced(request, desk.maxBodyBytes);
    const seat = desk.admission.enter();
    const caller = new AbortController();
    response.once("close", () => {
      if (!response.writableFinished) caller.abort(new YaffleError("cancelled", "The caller left."));
    });
    try {
      const report = await serve(desk, task, await read(request, desk.maxBodyBytes), seat, caller.signal);
      response.json(report);
    } finally {
      seat.leave();
    }
  };
}

function refuseForeignForm(request: Request): void {
  const encoding = request.get("content-encoding") ?? "identity";
  if (encoding !== "identity")
    throw new HttpError(415, `Bodies with content-encoding ${encoding.slice(0, 40)} are not read; send it plain.`);
  if (isJson(request) || isForm(request)) return;
  const type = request.get("content-type");
  throw new HttpError(
    415,
    `${type === undefined ? "A body without content-type" : `A body of ${type.slice(0, 80)}`} is not read; send application/json or multipart/form-data.`,
    { accept: "application/json, multipart/form-data" },
  );
}

async function read(request: Request, maxBodyBytes: number): Promise<ReadRequest> {
  if (isForm(request)) return readMultipart(request, maxBodyBytes, newId);
  const pieces: Buffer[] = [];
  await readPieces(request, maxBodyBytes, (piece) => pieces.push(piece));
  return readJsonRequest(decodeJson(Buffer.concat(pieces), "body"), newId);
}

function isJson(request: Request): boolean {
  return /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(request.get("content-type") ?? "");
}

function isForm(request: Request): boolean {
  return /^multipart\/form-data\s*(?:;|$)/i.test(request.get("content-type") ?? "");
}
