/**
 * Pairs in the forms that trainers read.
 *
 * `trl`: a vision preference dataset of TRL's DPOTrainer: conversational `prompt`, `chosen` and `rejected` with typed content, and a
 * list `images`; one `{"type": "image"}` stands in the prompt for each. `rlhf-v`: the columns of RLHF-V's dataset (Yu et al. 2023), where
 * `text` and `origin_split` are JSON in a string. Both carry `segments` beside: RLHF-V weighs the tokens of changed segments more, and
 * other trainers pass an unknown column over.
 */
import type { PreferencePair } from "./pair.js";

export const PREFERENCE_FORMS = ["trl", "rlhf-v"] as const;
export type PreferenceForm = (typeof PREFERENCE_FORMS)[number];

/** @param index of the pair in its file, from 0 */
export function formed(pair: PreferencePair, form: PreferenceForm, index: number): object {
  switch (form) {
    case "trl":
      return forTrl(pair);
    case "rlhf-v":
      return forRlhfV(pair, index);
    default:
      return form satisfies never;
  }
}

function forTrl({ id, images, prompt, chosen, rejected, segments }: PreferencePair): object {
  return {
    id,
    images,
    prompt: [{ role: "user", content: [...images.map(() => ({ type: "image" })), { type: "text", text: prompt }] }],
    chosen: [{ role: "assistant", content: [{ type: "text", text: chosen }] }],
    rejected: [{ role: "assistant", content: [{ type: "text", text: rejected }] }],
    segments,
  };
}

/** A row has one picture there; what is about several has no place in that form. */
function forRlhfV({ id, model, images, prompt, chosen, rejected, segments }: PreferencePair, index: number): object {
  return {
    ds_name: "yaffle",
    text: JSON.stringify({ question: prompt, chosen, rejected }),
    origin_dataset: id,
    origin_split: JSON.stringify({ model: model ?? "", type: "" }),
    idx: index,
    image_path: images[0] ?? "",
    segments,
  };
}
