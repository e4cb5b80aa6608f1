/** How a request says its intervals are drawn; the same fields in every score's body. */
import { z } from "zod";
import { DEFAULT_RESAMPLING } from "./score.js";

/** More would keep one request busy for minutes; files have no such limit. */
const MAX_RESAMPLES = 10_000;

export const resamplingFields = {
  seed: z.int().nonnegative().default(DEFAULT_RESAMPLING.seed),
  resamples: z.int().min(1).max(MAX_RESAMPLES).default(DEFAULT_RESAMPLING.resamples),
};
