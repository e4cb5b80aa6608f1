/** POST /v1/correct and /v1/verify. */
import type { Request, RequestHandler } from "express";
import { YaffleError } from "../../domain/error.js";
import { type ReadRequest, readJsonRequest } from "../../wire/request.js";
import { decodeJson } from "../../wire/text.js";
import { type Desk, newId, serve, type Task } from "../desk.js";
import { readPieces, refuseAnnounced } from "./body.js";
import { FORM_TYPE, isForm, JSON_TYPE, refuseForeign } from "./content-type.js";
import { readMultipart } from "./multipart.js";

export function correctionRoute(desk: Desk, task: Task): RequestHandler {
  return async (request, response) => {
    refuseForeign(request, [JSON_TYPE, FORM_TYPE]);
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

async function read(request: Request, maxBodyBytes: number): Promise<ReadRequest> {
  if (isForm(request)) return readMultipart(request, maxBodyBytes, newId);
  const pieces: Buffer[] = [];
  await readPieces(request, maxBodyBytes, (piece) => pieces.push(piece));
  return readJsonRequest(decodeJson(Buffer.concat(pieces), "body"), newId);
}
