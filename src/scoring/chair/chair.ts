/**
 * CHAIR (Rohrbach et al. 2018, "Object Hallucination in Image Captioning"): how much of what captions name is not in the image.
 *
 * It knows COCO's 80 categories and nothing else; what a caption says of counts, colors and places goes unread. Variant `original`
 * follows the published scorer with its slips, `yaffle` reads with this project's own vocabulary; their figures are not comparable.
 */
import type { Resampling } from "../../statistics/bootstrap.js";
import { type Totals, totalsIntervals, totalsOf } from "../../statistics/totals.js";
import { type Located, refuseRepeats, wrongRow } from "../files/located.js";
import { type Score, share } from "../score.js";
import type { ObjectMention, ReadMentions } from "./mention.js";
import { originalReader } from "./original/mentions.js";
import type { CaptionRow, ChairItem, GroundTruth } from "./rows.js";
import { yaffleMentions } from "./yaffle/mentions.js";

export const CHAIR_VARIANTS = ["original", "yaffle"] as const;
export type ChairVariant = (typeof CHAIR_VARIANTS)[number];

/** How a variant reads a caption. */
export function mentionsReader(variant: ChairVariant): ReadMentions {
  switch (variant) {
    case "original":
      return originalReader();
    case "yaffle":
      return yaffleMentions;
    default:
      return variant satisfies never;
  }
}

/**
 * `chair_s`: captions with a hallucinated object, of all. `chair_i`: hallucinated mentions, of all mentions. `recall`: true categories
 * named, of all true categories, summed over captions first. Intervals are drawn over images.
 * @throws YaffleError `invalid_request` where an image has two captions or no ground truth
 */
export function scoreChair(
  captions: readonly Located<CaptionRow>[],
  truth: GroundTruth,
  variant: ChairVariant,
  resampling: Resampling,
): Score<ChairItem> {
  refuseRepeats(captions, "image_id", ({ image_id }) => String(image_id));
  const readMentions = mentionsReader(variant);
  const judged = captions.map((row) => {
    const categories = truth.get(String(row.value.image_id));
    if (categories === undefined) throw wrongRow(row, "image_id", `${row.value.image_id} is not in the ground truth.`);
    return judgeCaption(row.value, readMentions(row.value.caption), categories);
  });
  const rows = judged.map(({ totals }) => totals);
  const all = totalsOf(rows, COLUMNS);
  return {
    score: "chair",
    variant,
    figures: { ...ratesOf([all]), captions: all[3] ?? 0, mentions: all[1] ?? 0 },
    intervals: totalsIntervals([rows], ratesOf, resampling),
    items: judged.map(({ item }) => item),
  };
}

const COLUMNS = 6;

function judgeCaption(
  { image_id }: CaptionRow,
  mentions: readonly ObjectMention[],
  truth: ReadonlySet<string>,
): { readonly item: ChairItem; readonly totals: Totals } {
  const hallucinated = mentions.filter(({ category }) => !truth.has(category));
  const named = new Set(mentions.map(({ category }) => category).filter((category) => truth.has(category)));
  return {
    item: {
      image_id,
      mentioned: mentions.map(({ category }) => category),
      hallucinated: hallucinated.map(({ word, category }) => [word, category] as const),
    },
    totals: [hallucinated.length, mentions.length, hallucinated.length > 0 ? 1 : 0, 1, named.size, truth.size],
  };
}

function ratesOf([totals]: readonly Totals[]) {
  const [hallucinated = 0, mentions = 0, captionsWithAny = 0, captions = 0, named = 0, real = 0] = totals ?? [];
  return { chair_s: share(captionsWithAny, captions), chair_i: share(hallucinated, mentions), recall: share(named, real) };
}
