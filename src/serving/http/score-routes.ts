/** POST /v1/scores/:name: a score over rows that stand in the body. */
import type { RequestHandler } from "express";
import { z } from "zod";
import { YaffleError } from "../../domain/error.js";
import { SCORE_REQUESTS, scoreRequest } from "../../scoring/requests.js";
import { SCORE_NAMES, type ScoreName, scoreDocument } from "../../scoring/score.js";
import { parseOrRefuse } from "../../wire/faults.js";
import type { Desk } from "../desk.js";
import { readJsonBody } from "./json-body.js";

const querySchema = z.object({ items: z.enum(["true", "false"]).default("false") });

export function scoreRoute(desk: Desk): RequestHandler {
  return async (request, response) => {
    const { name: given } = request.params;
    const name = nameOf(String(given));
    const { items } = parseOrRefuse(querySchema, request.query);
    const seat = desk.admission.enter();
    try {
      const body = await readJsonBody(request, desk.maxBodyBytes);
      const score = await seat.work(async () => scoreRequest(name, body), AbortSignal.timeout(desk.timeoutMs));
      response.json({ ...scoreDocument(score), ...(items === "true" && { items: score.items }) });
    } finally {
      seat.leave();
    }
  };
}

function nameOf(given: string): ScoreName {
  const found = SCORE_NAMES.find((name) => name === given && name in SCORE_REQUESTS);
  if (found === undefined)
    throw new YaffleError("not_found", `There is no score ${given.slice(0, 40)}; there are ${Object.keys(SCORE_REQUESTS).join(", ")}.`);
  return found;
}
