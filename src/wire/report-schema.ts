/** The report as every door gives it (contract, section 1): names, shapes, what may be null and what may be missing. */
import { z } from "zod";
import { CLAIM_KINDS } from "../domain/claim.js";
import { UNVERIFIABLE_REASONS, VERDICTS } from "../domain/judgement.js";
import { evidenceSchema } from "./evidence-schema.js";

const count = z.int().min(0);
const share = z.number().min(0).max(1);

export const spanSchema = z
  .strictObject({ start: count, end: count })
  .meta({ id: "Span", description: "Half-open range of UTF-16 offsets into the original text." });

const mentionSchema = z
  .strictObject({
    phrase: z.string(),
    category: z.string(),
    span: spanSchema.nullable().meta({ description: "Null where the noun stands only in the prompt." }),
  })
  .meta({ id: "Mention" });

export const claimSchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum(CLAIM_KINDS),
    text: z.string().meta({ description: "The claim in words." }),
    span: spanSchema,
    sentence: count,
    negated: z.boolean(),
    hedged: z.boolean(),
    object: mentionSchema.nullable().meta({ description: "Null where no object bears the claim (kinds text and other)." }),
    count: z.strictObject({ relation: z.enum(["exactly", "at_least", "at_most", "about"]), value: z.number() }).optional(),
    attribute: z.strictObject({ type: z.enum(["color", "material", "size", "state", "action", "other"]), value: z.string() }).optional(),
    relation: z
      .strictObject({
        predicate: z.string(),
        type: z.enum(["spatial", "action", "part", "other"]),
        targets: z.array(mentionSchema),
      })
      .optional(),
    quote: z.string().optional(),
    verdict: z.enum(VERDICTS),
    probability: share.nullable().meta({ description: "That the claim as stated is true; null when no expert said anything." }),
    reason: z.string(),
    because: z.enum(UNVERIFIABLE_REASONS).nullable().meta({ description: "Unverifiable claims only." }),
    evidence: z.array(evidenceSchema),
  })
  .meta({ id: "Claim", description: "A judged claim. count, attribute, relation and quote stand on claims of that kind only." });

export const editSchema = z
  .strictObject({
    span: spanSchema,
    replacement: z.string(),
    claims: z.array(z.string()).min(1),
    kind: z.enum(["replace", "delete", "insert"]),
  })
  .meta({ id: "Edit" });

const verdictCounts = z.strictObject({ supported: count, refuted: count, unverifiable: count }).meta({ id: "VerdictCounts" });

const summarySchema = z
  .strictObject({
    claims: count,
    supported: count,
    refuted: count,
    unverifiable: count,
    hallucination_rate: share.nullable().meta({ description: "refuted / (supported + refuted); null when both are 0." }),
    by_kind: z.partialRecord(z.enum(CLAIM_KINDS), verdictCounts),
  })
  .meta({ id: "Summary" });

export const expertSchema = z
  .strictObject({
    id: z.string(),
    role: z.enum(["detector", "answerer", "scorer", "text_reader", "color", "geometry", "extractor", "corrector"]),
    sha256: z.string().nullable().meta({ description: "Of the weights; null for a remote expert and one without weights." }),
    device: z.string(),
  })
  .meta({ id: "Expert" });

export const reportSchema = z
  .strictObject({
    version: z.strictObject({ yaffle: z.string(), report: z.literal(1) }),
    id: z.string(),
    original: z.string(),
    corrected: z.string(),
    corrected_with_boxes: z.string().nullable(),
    changed: z.boolean(),
    claims: z.array(claimSchema),
    edits: z.array(editSchema),
    images: z.array(z.strictObject({ sha256: z.string(), width: count, height: count })),
    summary: summarySchema,
    corrected_summary: summarySchema.nullable().meta({
      description: "Of the claims of `corrected`, judged again on the same looks; null where nothing was to be corrected (verify).",
    }),
    experts: z.array(expertSchema),
    timings_ms: z.strictObject({
      total: z.number(),
      decode: z.number(),
      extract: z.number(),
      verify: z.number(),
      correct: z.number(),
    }),
    degraded: z.array(z.string()).meta({ description: "What could not run or was cut, in words." }),
  })
  .meta({ id: "Report" });

export type WireReport = z.infer<typeof reportSchema>;
export type WireClaim = z.infer<typeof claimSchema>;
export type WireMention = z.infer<typeof mentionSchema>;
export type WireEdit = z.infer<typeof editSchema>;
