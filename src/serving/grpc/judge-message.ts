/** The judge's messages: pairs as the body of /v1/scores/judge has them, and what became of each. */
import { z } from "zod";
import type { ReferenceItem, VisionItem } from "../../scoring/judge/rows.js";

const messageSchema = z.object({
  pairs: z.array(
    z.looseObject({
      image: z.object({ data: z.instanceof(Uint8Array).optional(), url: z.string().optional() }).nullish(),
      references: z.array(z.string()),
    }),
  ),
  by: z.string().optional(),
});

/** Pictures in base64; a repeated field cannot be absent, so no references means none. */
export function judgeBody(message: unknown): object {
  const { pairs, by } = messageSchema.parse(message);
  const bodies = pairs.map(({ image, references, ...pair }) => ({
    ...pair,
    ...(references.length > 0 && { references }),
    ...(image && { image: imageBody(image) }),
  }));
  return { pairs: bodies, ...(by !== undefined && { by }) };
}

function imageBody({ data, url }: { readonly data?: Uint8Array | undefined; readonly url?: string | undefined }): object {
  return { ...(data !== undefined && { base64: Buffer.from(data).toString("base64") }), ...(url !== undefined && { url }) };
}

/** @param items of the score judge */
export function judgedMessages(items: readonly object[]): readonly object[] {
  return items.filter(isJudged).map(({ id, original, corrected, replies, failed }) => ({
    id,
    ...sideMessage("original", original),
    ...sideMessage("corrected", corrected),
    replies,
    ...(failed !== null && { failed }),
  }));
}

function isJudged(item: object): item is VisionItem | ReferenceItem {
  return "replies" in item;
}

function sideMessage(side: string, found: VisionItem["original"] | ReferenceItem["original"]): object {
  if (found === null) return {};
  return typeof found === "boolean" ? { [`${side}_hallucinated`]: found } : { [`${side}_marks`]: found };
}
