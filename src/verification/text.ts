/**
 * Text claims: "the sign says STOP".
 *
 * What was read bears a quote out. That it was not read refutes nothing, for readers miss small and slanted writing: a claim falls only
 * where one thing is written that is near to the quote, or is all that is written, was read surely, and says something else.
 */
import { area, type Box, intersection } from "../domain/box.js";
import type { Check } from "../domain/check.js";
import type { Mention, TextClaim } from "../domain/claim.js";
import type { Evidence, TextEvidence, TextLine } from "../domain/evidence.js";
import type { Judgement, PolicyName } from "../domain/judgement.js";
import { linesFor } from "./policy.js";
import { absent, detectionOf, targetFor } from "./sight.js";
import { type Match, matchQuote } from "./text-match.js";
import { decide, leftOpen } from "./verdict.js";

/** A line read less surely than this says nothing against a quote. */
const SURE = 0.9;

/** A line this like the quote is the one that was meant. */
const SAME_WRITING = 0.5;

/** That a quote stands there where a surely read line in its place says something else. */
const CHANCE_AGAINST = 0.05;

export function checks({ object }: TextClaim): readonly Check[] {
  if (object === null) return [{ type: "read" }];
  return [{ type: "detect", target: targetFor(object) }, { type: "read" }];
}

/** @param evidence of one picture */
export function judge(claim: TextClaim, evidence: readonly Evidence[], policy: PolicyName): Judgement {
  const nothing = claim.object === null ? null : absent(claim, [claim.object], evidence, policy);
  if (nothing !== null) return nothing;
  const reading = evidence.find((item): item is TextEvidence => item.type === "text");
  if (reading === undefined) return leftOpen("expert_unavailable", "No text reader could look.");
  const match = matchQuote(claim.quote, reading.lines);
  if (match === null) return leftOpen("not_confident", "The text reader found nothing written, and may have missed it.");
  const lines = linesFor(policy, "text", claim);
  const reason = `The text reader read "${match.line.text}" (${match.line.score.toFixed(2)}).`;
  if (match.isThere) {
    return decide(claim, { probability: match.line.score, canAffirm: true, canDeny: false, reason, remedy: null }, lines);
  }
  const rival = rivalOf(match, reading.lines, bearerOf(claim.object, evidence));
  if (rival === null) return leftOpen("not_confident", `"${claim.quote}" was not read, and may have been missed. ${reason}`);
  const against = `The text reader read "${rival.text}" (${rival.score.toFixed(2)}), not "${claim.quote}".`;
  const remedy = { type: "text", value: rival.text } as const;
  return decide(claim, { probability: CHANCE_AGAINST, canAffirm: false, canDeny: true, reason: against, remedy }, lines);
}

/**
 * The line that stands where the quote is said to stand: one like it, or the only one on the thing that is said to bear it.
 * @returns null where there is none, or where it was not read surely
 */
function rivalOf({ line, similarity }: Match, lines: readonly TextLine[], bearer: Box | null): TextLine | null {
  const written = bearer === null ? lines : lines.filter(({ box }) => isWithin(box, bearer));
  const [only, ...others] = written;
  const rival = similarity >= SAME_WRITING && written.includes(line) ? line : bearer !== null && others.length === 0 ? only : undefined;
  return rival !== undefined && rival.score >= SURE ? rival : null;
}

function bearerOf(object: Mention | null, evidence: readonly Evidence[]): Box | null {
  return object === null ? null : (detectionOf(evidence, object)?.boxes[0] ?? null);
}

function isWithin(box: Box, bearer: Box): boolean {
  const whole = area(box);
  return whole > 0 && area(intersection(box, bearer)) / whole > 0.5;
}
