/** A JSON body of a path that takes nothing else. */
import type { Request } from "express";
import { decodeJson } from "../../wire/text.js";
import { readPieces, refuseAnnounced } from "./body.js";
import { JSON_TYPE, refuseForeign } from "./content-type.js";

/** @throws YaffleError invalid_request, request_too_large, cancelled */
export async function readJsonBody(request: Request, maxBodyBytes: number): Promise<unknown> {
  refuseForeign(request, [JSON_TYPE]);
  refuseAnnounced(request, maxBodyBytes);
  const pieces: Buffer[] = [];
  await readPieces(request, maxBodyBytes, (piece) => pieces.push(piece));
  return decodeJson(Buffer.concat(pieces), "body");
}
