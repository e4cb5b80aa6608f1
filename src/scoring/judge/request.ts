/** The judge's score over pairs that came in a request, for doors that have no files. Pictures stand in the request. */
import { z } from "zod";
import { YaffleError } from "../../domain/error.js";
import { sightOf } from "../../experts/answerer/sight.js";
import { readPicture } from "../../image/read.js";
import type { ImageLimits } from "../../image/source.js";
import type { ChatModel } from "../../runtime/openai/chat.js";
import { all, part } from "../../wire/faults.js";
import { type EncodedImage, encodedImage, imageSchema } from "../../wire/request.js";
import { checked } from "../files/json.js";
import { type Located, wrongDocument } from "../files/located.js";
import { resamplingFields } from "../resampling.js";
import type { Score } from "../score.js";
import { scoreByReferences } from "./references.js";
import { type PairRow, pairRow } from "./rows.js";
import { scoreByVision } from "./vision.js";

/** What a service judges with. */
export interface Judge {
  readonly model: ChatModel;
  /** Pairs of one request at once. */
  readonly concurrency: number;
  readonly limits: ImageLimits;
}

export const judgeRequest = z.object({
  pairs: z
    .array(pairRow.extend({ image: imageSchema.optional() }))
    .min(1)
    .meta({ description: "Responses before and after correction, with an image or, by references, with captions that people wrote." }),
  by: z
    .enum(["picture", "references"])
    .default("picture")
    .meta({ description: "picture: marks from 1 to 10 by a vision model; references: hallucinated or not, by a text model." }),
  ...resamplingFields,
});

/**
 * @param body as the caller sent it
 * @param judge null where none is configured
 * @param signal the caller's leaving and the request's time
 * @throws YaffleError invalid_request naming the field; expert_unavailable without a judge; what the judge throws where it fails on every pair; the
 * signal's reason
 */
export async function scoreJudgeRequest(body: unknown, judge: Judge | null, signal: AbortSignal): Promise<Score> {
  const { pairs, by, seed, resamples } = checked(body, judgeRequest, (field, message) => wrongDocument("request", field, message));
  const images = imagesOf(pairs.map(({ image }) => image));
  if (judge === null)
    throw new YaffleError("expert_unavailable", "This service has no judge; start it with --judge openai:MODEL and --openai-url.");
  const { model, concurrency, limits } = judge;
  const rows = pairs.map(({ image, ...pair }, index) => locatedPair(pair, image === undefined ? null : nameOf(index), index));
  const run = { concurrency, signal, onJudged: () => undefined };
  if (by === "references") return scoreByReferences(rows, model, run, { seed, resamples });
  const see = async (name: string): Promise<string> => {
    const image = images.get(name);
    if (image === undefined) throw new YaffleError("internal", `There is no ${name}.`);
    return sightOf(await readPicture(image, limits, signal), null);
  };
  return scoreByVision(rows, { model, sightOf: see }, run, { seed, resamples });
}

function locatedPair(pair: Omit<PairRow, "image">, image: string | null, index: number): Located<PairRow> {
  return { value: image === null ? pair : { ...pair, image }, file: "pairs", line: index + 1 };
}

/** Images by the place where they stand. */
function imagesOf(given: readonly (z.output<typeof imageSchema> | undefined)[]): ReadonlyMap<string, EncodedImage> {
  const read = given.flatMap((image, index) =>
    image === undefined ? [] : [part(() => [nameOf(index), encodedImage(image, nameOf(index)).image] as const)],
  );
  return new Map(all(read));
}

function nameOf(index: number): string {
  return `pairs.${index}.image`;
}
