/** What a caller may choose, as every door spells it. The zod schema is the truth: types, defaults and documentation come from it. */
import { z } from "zod";
import { CLAIM_KINDS } from "../domain/claim.js";
import { POLICIES } from "../domain/judgement.js";
import { type Options, PIPELINES } from "../domain/options.js";

/** Longest time limit that a caller can ask for: one hour. The service's own limit may be shorter, and wins. */
export const MAX_TIMEOUT_MS = 3_600_000;

export const optionsSchema = z
  .strictObject({
    policy: z
      .enum(POLICIES)
      .default("balanced")
      .meta({ description: "Where the line runs between catching what is false and harming what is true." }),
    boxes: z.boolean().default(false).meta({ description: "Also give the corrected text with boxes behind its objects." }),
    kinds: z
      .array(z.enum(CLAIM_KINDS))
      .min(1, "there is no kind; leave it out for all")
      .default([...CLAIM_KINDS])
      .meta({ description: "Kinds of claims to look for; all where it is left out." }),
    pipeline: z.enum(PIPELINES).default("rules").meta({ description: "woodpecker needs a language model to be configured." }),
    timeout_ms: z
      .int()
      .min(1)
      .max(MAX_TIMEOUT_MS)
      .nullable()
      .default(null)
      .meta({ description: "Time limit of this request in milliseconds; the service's own where it is left out, and at most that." }),
  })
  .meta({ id: "Options", description: "How to check and correct." });

export type WireOptions = z.output<typeof optionsSchema>;

/** The core's names for them. Repeated kinds count once. */
export function optionsOf({ timeout_ms, kinds, ...options }: WireOptions): Options {
  return { ...options, kinds: CLAIM_KINDS.filter((kind) => kinds.includes(kind)), timeoutMs: timeout_ms };
}

/** What an empty options object means. */
export const DEFAULT_OPTIONS: Options = optionsOf(optionsSchema.parse({}));
