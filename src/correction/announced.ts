/** Numbers that announce a list which lost members: "three animals: a dog, a cat and a bird" without the dog is "two animals". */
import { rewriteNumber } from "./count.js";
import type { Doom } from "./doom.js";
import { type Cause, union } from "./draft.js";
import type { Mending } from "./mending.js";
import { announcedIn } from "./structure/announced.js";

/** Counts such lists anew. @returns by offset, announcing nouns of which nothing is left */
export function countAnnounced(mending: Mending, { phrases }: Doom): ReadonlyMap<number, Cause> {
  const lost = new Map<number, Cause>();
  for (const work of mending.work) {
    for (const { whole, members } of announcedIn(work.sentence)) {
      const causes = members.flatMap(({ span }) => phrases.get(span.start) ?? []);
      if (causes.length === 0 || phrases.has(whole.span.start) || mending.numbers.has(whole.span.start)) continue;
      const cause = union([causes]);
      const value = members.reduce((sum, { span, quantity }) => sum + (phrases.has(span.start) ? 0 : (quantity?.value ?? 1)), 0);
      if (value === 0) lost.set(whole.span.start, cause);
      else mending.numbers.set(whole.span.start, { plural: rewriteNumber(work, whole, value, { cause, isAnswer: false }), cause });
    }
  }
  return lost;
}
