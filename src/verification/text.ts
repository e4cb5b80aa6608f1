/**
 * Text claims: "the sign says STOP".
 *
 * What was read bears a quote out. That it was not read refutes nothing, for readers miss small and slanted writing: a claim falls only
 * where one thing is written that is near to the quote, or is all that is written, was read surely, and says something else.
 */
import type { Check } from "../domain/check.js";
import type { TextClaim } from "../domain/claim.js";
import type { Evidence, TextEvidence } from "../domain/evidence.js";
import type { Judgement, PolicyName } from "../domain/judgement.js";
import { linesFor } from "./policy.js";
import { rivalOf, stopSignFor } from "./rival-line.js";
import { absent, targetFor } from "./sight.js";
import { matchQuote } from "./text-match.js";
import { decide, leftOpen } from "./verdict.js";

/** That a quote stands there where a surely read line in its place says something else. */
const CHANCE_AGAINST = 0.05;

export function checks({ object }: TextClaim): readonly Check[] {
  if (object === null) return [{ type: "read" }];
  const stopSign = stopSignFor(object);
  const looks = [targetFor(object), ...(stopSign === null ? [] : [stopSign])].map((target): Check => ({ type: "detect", target }));
  return [...looks, { type: "read" }];
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
  const rival = rivalOf(claim.quote, match, reading.lines, claim.object, evidence);
  if (rival === null) return leftOpen("not_confident", `"${claim.quote}" was not read, and may have been missed. ${reason}`);
  const against = `The text reader read "${rival.text}" (${rival.score.toFixed(2)}), not "${claim.quote}".`;
  const remedy = { type: "text", value: rival.text } as const;
  return decide(claim, { probability: CHANCE_AGAINST, canAffirm: false, canDeny: true, reason: against, remedy }, lines);
}
