/** Evidence as every door gives it: a tagged union on `type`. */
import { z } from "zod";
import { SPATIAL_PREDICATES } from "../domain/claim.js";

const fraction = z.number().min(0).max(1);
const base = { expert: z.string(), image: z.int().min(0).meta({ description: "Index of the image in the request." }) };

const boxFields = { x1: fraction, y1: fraction, x2: fraction, y2: fraction };

const boxSchema = z
  .strictObject(boxFields)
  .meta({ id: "Box", description: "Fractions of the upright image, origin top left, four places." });

const scoredBoxSchema = z
  .strictObject({ ...boxFields, score: fraction.meta({ description: "Calibrated: of boxes at 0.8, eight in ten are right." }) })
  .meta({ id: "ScoredBox" });

export const evidenceSchema = z
  .discriminatedUnion("type", [
    z.strictObject({
      type: z.literal("detection"),
      ...base,
      category: z.string(),
      presence: fraction.meta({ description: "That the image holds at least one, faint boxes included." }),
      boxes: z.array(scoredBoxSchema),
    }),
    z.strictObject({
      type: z.literal("answer"),
      ...base,
      question: z.string(),
      answer: z.string(),
      probability: fraction,
      region: boxSchema.optional(),
    }),
    z.strictObject({
      type: z.literal("geometry"),
      ...base,
      predicate: z.enum(SPATIAL_PREDICATES),
      subject: scoredBoxSchema,
      targets: z.array(scoredBoxSchema),
      holds: z.boolean(),
      margin: z.number(),
    }),
    z.strictObject({
      type: z.literal("color"),
      ...base,
      category: z.string(),
      region: scoredBoxSchema,
      colors: z.array(z.strictObject({ name: z.string(), share: fraction })),
    }),
    z.strictObject({
      type: z.literal("text"),
      ...base,
      lines: z.array(z.strictObject({ text: z.string(), score: fraction, box: boxSchema })),
    }),
    z.strictObject({
      type: z.literal("comparison"),
      ...base,
      statement: z.string(),
      contrary: z.string(),
      share: fraction.meta({ description: "Of the statement against its best contrary, as the scorer gives it: not calibrated." }),
      region: scoredBoxSchema,
    }),
    z.strictObject({ type: z.literal("failure"), ...base, code: z.string(), message: z.string() }),
  ])
  .meta({ id: "Evidence" });

export type WireEvidence = z.infer<typeof evidenceSchema>;
export type WireBox = z.infer<typeof boxSchema>;
export type WireScoredBox = z.infer<typeof scoredBoxSchema>;
