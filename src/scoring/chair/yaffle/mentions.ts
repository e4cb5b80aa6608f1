/**
 * The objects that a caption names, by this project's own vocabulary and grammar.
 *
 * No published figure rests on it, so nothing is read against its sense: "bus" is a bus, an orange shirt no fruit, a toilet seat no chair,
 * and "no dog" names none. A noun that stands for more or for less than one of COCO's categories ("animal", "desk") is not counted, since
 * its absence from the annotations would prove nothing.
 */
import { parse } from "../../../language/parse.js";
import { targetOf } from "../../../language/vocabulary/look-up.js";
import type { ObjectMention } from "../mention.js";

/** In the order of the caption; the same object twice is two mentions. */
export function yaffleMentions(caption: string): readonly ObjectMention[] {
  return parse(caption).sentences.flatMap(({ nounPhrases }) =>
    nounPhrases.flatMap(({ isThing, determiner, category, head }) => {
      if (!isThing || (determiner !== null && DENYING.has(determiner))) return [];
      const { classes, exhaustive } = targetOf(category);
      const [only, ...others] = classes;
      if (only === undefined || others.length > 0 || !exhaustive) return [];
      return [{ word: caption.slice(head.start, head.end).toLowerCase(), category: only }];
    }),
  );
}

const DENYING: ReadonlySet<string> = new Set(["no", "neither", "zero"]);
