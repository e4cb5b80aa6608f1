/**
 * Sides of several that would be one side: "two signs, one on the left and one on the right" of a single sign is not mended by
 * "one on the right and one on the right". What is said by shares there goes: it told things apart that are one, or lie together.
 */
import type { RelationClaim, SpatialPredicate } from "../domain/claim.js";
import type { JudgedClaim } from "../domain/judgement.js";
import type { NounPhrase, Sentence } from "../language/passage.js";
import { phraseAt } from "./doom.js";
import { type Mending, workAt } from "./mending.js";
import { isShareWord } from "./shares.js";

const SAYING: Readonly<Partial<Record<SpatialPredicate, RegExp>>> = {
  image_left: /^left(?:most)?$/i,
  image_right: /^right(?:most)?$/i,
  image_top: /^(?:top|upper)$/i,
  image_bottom: /^(?:bottom|lower)$/i,
  foreground: /^(?:foreground|front)$/i,
  background: /^(?:background|back)$/i,
};

/** How far behind a share its place stands: "another, in a red coat, is on the right". */
const REACH = 10;

/**
 * Dooms the shares whose side is, or would become, that of another.
 * @returns ids of the claims that are settled with that
 */
export function dropEqualSides(mending: Mending, refuted: readonly JudgedClaim[]): ReadonlySet<string> {
  const settled = new Set<string>();
  for (const { claim, judgement } of refuted) {
    const { remedy } = judgement;
    const saying = remedy?.type === "predicate" ? SAYING[remedy.value] : undefined;
    const work = workAt(mending, claim.span);
    if (claim.kind !== "relation" || claim.object.span === null || saying === undefined || work === null) continue;
    const own = phraseAt(work.sentence, claim.object.span);
    if (own === null) continue;
    const isShare = isShareWord(own);
    const equal = [work.sentence, ...(isShare ? besides(mending, work.sentence) : [])].flatMap((sentence) =>
      sharesIn(sentence, sentence !== work.sentence).filter(
        (other) => other !== own && says(other, saying, sentence) && !isTurned(other, claim, refuted),
      ),
    );
    const isSaidBefore = isShare && work.sentence.tokens.slice(0, own.firstToken).some(({ text }) => saying.test(text));
    if (equal.length === 0 && !isSaidBefore) continue;
    for (const { span } of equal) mending.phrases.set(span.start, [claim.id]);
    if (!isShare) continue;
    mending.phrases.set(own.span.start, [claim.id]);
    settled.add(claim.id);
  }
  return settled;
}

/** "One is on the left. The other is on the right." */
function besides({ passage }: Mending, { index }: Sentence): readonly Sentence[] {
  return [passage.sentences[index - 1], passage.sentences[index + 1]].flatMap((sentence) => sentence ?? []);
}

function sharesIn({ nounPhrases }: Sentence, isSubject: boolean): readonly NounPhrase[] {
  return (isSubject ? nounPhrases.slice(0, 1) : nounPhrases).filter(isShareWord);
}

/** Whether the share is said to be at that side: before the next share, and in its own clause. */
function says({ endToken }: NounPhrase, saying: RegExp, { tokens, nounPhrases }: Sentence): boolean {
  const next = nounPhrases.find((phrase) => phrase.firstToken >= endToken && isShareWord(phrase))?.firstToken ?? tokens.length;
  return tokens.slice(endToken, Math.min(next, endToken + REACH)).some(({ text }) => saying.test(text));
}

/** "one on the left and the other on the right", each where the other is: both are turned. */
function isTurned({ span }: NounPhrase, { id, relation }: RelationClaim, refuted: readonly JudgedClaim[]): boolean {
  return refuted.some(
    ({ claim, judgement }) =>
      claim.id !== id &&
      claim.kind === "relation" &&
      claim.object.span?.start === span.start &&
      judgement.remedy?.type === "predicate" &&
      judgement.remedy.value === relation.predicate,
  );
}
