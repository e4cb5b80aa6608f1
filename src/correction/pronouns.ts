/**
 * Pronouns whose noun went with its clause though the thing is there: "A clock hangs above the bed, and two pillows lie on it." without
 * the clock is "Two pillows lie on the bed." The noun takes the pronoun's place.
 */
import type { JudgedClaim } from "../domain/judgement.js";
import { contains } from "../domain/span.js";
import type { NounPhrase } from "../language/passage.js";
import { categoryOf } from "../language/vocabulary/look-up.js";
import { antecedentsOf, pronounOf } from "./antecedents.js";
import { type Doom, phraseAt } from "./doom.js";
import type { Cause } from "./draft.js";
import { type Mending, workAt } from "./mending.js";

const OBJECT_OR_SUBJECT: ReadonlySet<string> = new Set("it they them he she him".split(" "));

export function nameAgain(mending: Mending, judged: readonly JudgedClaim[], doom: Doom): void {
  if (!mending.work.some(({ draft, sentence }) => !draft.isEmpty || mending.gone.has(sentence.index))) return;
  const named = new Set<number>();
  let kept: ReadonlyMap<string, readonly number[]> | null = null;
  for (const [start, antecedent] of antecedentsOf(mending.passage, judged)) {
    const work = workAt(mending, { start, end: start + 1 });
    if (work === null || mending.gone.has(work.sentence.index) || named.has(antecedent.span.start)) continue;
    const found = phraseAt(work.sentence, { start, end: start + 1 });
    const phrase = found?.span.start === start ? found : undefined;
    const cause = phrase === undefined || doom.phrases.has(start) ? null : causeOfLoss(mending, antecedent);
    // Across sentences the guess is too bold where no category tells of what is spoken.
    if (categoryOf(antecedent.category) === null && !contains(work.sentence.span, antecedent.span)) continue;
    if (phrase === undefined || cause === null || doom.phrases.has(antecedent.span.start)) continue;
    const pronoun = pronounOf(phrase, work.sentence);
    if (pronoun === null || !OBJECT_OR_SUBJECT.has(pronoun) || phrase.endToken - phrase.firstToken !== 1) continue;
    if (work.draft.isDropped(phrase.firstToken) || work.draft.textAt(phrase.firstToken).toLowerCase() !== pronoun) continue;
    kept ??= standing(mending);
    const { category, span } = antecedent;
    if (kept.get(category)?.some((place) => place !== span.start && place < start) === true) continue;
    named.add(antecedent.span.start);
    const noun = mending.text.slice(antecedent.head.start, antecedent.head.end).toLowerCase();
    work.draft.replace(phrase.firstToken, /^\p{Lu}/u.test(phrase.text) ? `The ${noun}` : `the ${noun}`, cause);
  }
}

/** Why the noun is gone; null where it stays. */
function causeOfLoss(mending: Mending, { span, endToken, isThing }: NounPhrase): Cause | null {
  const work = isThing ? workAt(mending, span) : null;
  if (work === null) return null;
  return mending.gone.get(work.sentence.index) ?? work.draft.causeAt(endToken - 1);
}

/** By category, the first two places where a noun of it still stands: the same noun before a pronoun takes it up. */
function standing({ work, gone }: Mending): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const { sentence, draft } of work) {
    if (gone.has(sentence.index)) continue;
    for (const { category, span, firstToken } of sentence.nounPhrases) {
      const known = places.get(category) ?? [];
      if (known.length < 2 && !draft.isDropped(firstToken)) places.set(category, [...known, span.start]);
    }
  }
  return places;
}
