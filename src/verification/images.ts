/**
 * One claim, several pictures: it holds if it holds on one, and is refuted only if it is refuted on all. The text is about the picture
 * that it fits best, so that picture's probability is the claim's.
 */
import type { Judgement } from "../domain/judgement.js";

/** @param judgements one a picture, in order; at least one */
export function overPictures([first, ...others]: readonly [Judgement, ...Judgement[]]): Judgement {
  if (others.length === 0) return first;
  const all = [first, ...others];
  const best = all.reduce((before, next) => (rank(next) > rank(before) ? next : before));
  const open = all.filter(({ verdict }) => verdict === "unverifiable");
  if (best.verdict === "supported" || open.length === 0) return { ...best, reason: inPicture(all.indexOf(best), best.reason) };
  const likeliest = open.reduce((before, next) => ((next.probability ?? -1) > (before.probability ?? -1) ? next : before));
  return { ...likeliest, probability: best.probability, reason: inPicture(all.indexOf(likeliest), likeliest.reason) };
}

/** Supported ones first, then by probability. */
function rank({ verdict, probability }: Judgement): number {
  return (verdict === "supported" ? 2 : 0) + (probability ?? -1);
}

function inPicture(index: number, reason: string): string {
  return `Picture ${index + 1}: ${reason}`;
}
