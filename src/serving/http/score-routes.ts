/** POST /v1/scores/:name: a score over rows that stand in the body. */
import type { RequestHandler, Response } from "express";
import { z } from "zod";
import { YaffleError } from "../../domain/error.js";
import { scoreJudgeRequest } from "../../scoring/judge/request.js";
import { SCORE_REQUESTS, scoreRequest } from "../../scoring/requests.js";
import { SCORE_NAMES, type Score, type ScoreName, scoreDocument } from "../../scoring/score.js";
import { parseOrRefuse } from "../../wire/faults.js";
import type { Desk } from "../desk.js";
import { readJsonBody } from "./json-body.js";

const querySchema = z.object({ items: z.enum(["true", "false"]).default("false") });

type NamedScore = ScoreName | "judge";

export function scoreRoute(desk: Desk): RequestHandler {
  return async (request, response) => {
    const name = nameOf(String(request.params["name"]));
    const { items } = parseOrRefuse(querySchema, request.query);
    const seat = desk.admission.enter();
    const signal = AbortSignal.any([callerOf(response), AbortSignal.timeout(desk.timeoutMs)]);
    try {
      const body = await readJsonBody(request, desk.maxBodyBytes);
      const score = await seat.work(async () => made(desk, name, body, signal), signal);
      // A judge's replies are kept by whoever asked: there is no file here.
      const hasItems = items === "true" || name === "judge";
      response.json({ ...scoreDocument(score), ...(hasItems && { items: score.items }) });
    } finally {
      seat.leave();
    }
  };
}

async function made({ judge }: Desk, name: NamedScore, body: unknown, signal: AbortSignal): Promise<Score> {
  return name === "judge" ? scoreJudgeRequest(body, judge, signal) : scoreRequest(name, body);
}

/** Aborts when the caller leaves before the answer is written. */
function callerOf(response: Response): AbortSignal {
  const caller = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) caller.abort(new YaffleError("cancelled", "The caller left."));
  });
  return caller.signal;
}

function nameOf(given: string): NamedScore {
  const found = SCORE_NAMES.find((name) => name === given && name in SCORE_REQUESTS);
  if (found !== undefined) return found;
  if (given === "judge") return given;
  const known = [...Object.keys(SCORE_REQUESTS), "judge"].join(", ");
  throw new YaffleError("not_found", `There is no score ${given.slice(0, 40)}; there are ${known}.`);
}
