/** A JSON body of a path that takes nothing else. */
import type { Request } from "express";
import { decodeJson } from "../../wire/text.js";
import { readPieces, refuseAnnounced } from "./body.js";
import { HttpError } from "./problems.js";

/** @throws YaffleError invalid_request, request_too_large, cancelled */
export async function readJsonBody(request: Request, maxBodyBytes: number): Promise<unknown> {
  const encoding = request.get("content-encoding") ?? "identity";
  if (encoding !== "identity")
    throw new HttpError(415, `Bodies with content-encoding ${encoding.slice(0, 40)} are not read; send it plain.`);
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(request.get("content-type") ?? ""))
    throw new HttpError(415, "The body is not said to be JSON; send application/json.", { accept: "application/json" });
  refuseAnnounced(request, maxBodyBytes);
  const pieces: Buffer[] = [];
  await readPieces(request, maxBodyBytes, (piece) => pieces.push(piece));
  return decodeJson(Buffer.concat(pieces), "body");
}
