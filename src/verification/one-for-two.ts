/**
 * One box for two mentions: "the man is on the left, and the woman is on the right", of whom the detector found one. It does not say which
 * of them it found, so that where it stands makes no place of the other false; a place written over the other's would be made up.
 */
import type { RelationClaim } from "../domain/claim.js";
import type { JudgedClaim } from "../domain/judgement.js";
import { detectionOf } from "./sight.js";
import { leftOpen } from "./verdict.js";
import { several, WORTH_NAMING } from "./wording.js";

type JudgedPlace = JudgedClaim & { readonly claim: RelationClaim };

/** Leaves open the places refuted by the box of another mention of the same category. All claims of one text, in their order. */
export function withoutOneForTwo(judged: readonly JudgedClaim[]): readonly JudgedClaim[] {
  const places = judged.filter(isPlace);
  if (!places.some(({ judgement }) => judgement.verdict === "refuted")) return judged;
  const named = new Map<string, number>();
  for (const { claim } of judged) {
    if (claim.kind === "existence" && !claim.negated) named.set(claim.object.category, (named.get(claim.object.category) ?? 0) + 1);
  }
  const starts = new Map<string, Set<number | null>>();
  for (const { claim, judgement } of places) {
    if (judgement.verdict === "refuted") continue;
    const { category, span } = claim.object;
    starts.set(category, (starts.get(category) ?? new Set()).add(span?.start ?? null));
  }
  return judged.map((each) => (isPlace(each) && isOthers(each, named, starts) ? open(each) : each));
}

function isPlace(judged: JudgedClaim): judged is JudgedPlace {
  return judged.claim.kind === "relation" && judged.claim.relation.type === "spatial";
}

function isOthers(
  { claim, judgement, evidence }: JudgedPlace,
  named: ReadonlyMap<string, number>,
  starts: ReadonlyMap<string, ReadonlySet<number | null>>,
): boolean {
  if (judgement.verdict !== "refuted") return false;
  const { category, span } = claim.object;
  const boxes = likelyBoxes(evidence, claim.object);
  if (boxes === 0 || (named.get(category) ?? 0) <= boxes) return false;
  if (claim.relation.targets.some((target) => likelyBoxes(evidence, target) === 0)) return false;
  return [...(starts.get(category) ?? [])].some((start) => start !== (span?.start ?? null));
}

function likelyBoxes(evidence: JudgedClaim["evidence"], { category }: { readonly category: string }): number {
  return (detectionOf(evidence, { category })?.boxes ?? []).filter(({ probability }) => probability >= WORTH_NAMING).length;
}

function open({ claim, judgement, evidence }: JudgedPlace): JudgedClaim {
  const boxes = likelyBoxes(evidence, claim.object);
  const reason = `The text speaks of more, and the detector found ${several(boxes, claim.object.category)}: which of them it is, is not known.`;
  return { claim, judgement: leftOpen("conflicting", reason, judgement.probability), evidence };
}
