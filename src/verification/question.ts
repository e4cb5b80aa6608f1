/** Questions to a model that answers them about a picture, for what boxes and colors do not show. */
import type { AskCheck } from "../domain/check.js";
import type { Claim, Mention } from "../domain/claim.js";
import type { Evidence } from "../domain/evidence.js";
import { targetFor } from "./sight.js";

/** What a model said: `probability` that the affirmed claim is true. */
export interface Answered {
  readonly answer: string;
  readonly probability: number;
}

/** @param about the object to look at closely; null for the whole picture */
export function ask(claim: Claim, about: Mention | null): AskCheck {
  return { type: "ask", question: questionOf(claim), about: about === null ? null : targetFor(about) };
}

/** The answer to the claim's question; null where there is none, or where it is neither yes nor no. */
export function answered(claim: Claim, evidence: readonly Evidence[]): Answered | null {
  const question = questionOf(claim);
  const reply = evidence.find((item) => item.type === "answer" && item.question === question);
  if (reply?.type !== "answer") return null;
  const yes = chanceOfYes(reply.answer, reply.probability);
  return yes === null ? null : { answer: reply.answer, probability: claim.negated ? 1 - yes : yes };
}

/** The claim's own words hold its negation, so "yes" means that the claim as stated is true. */
function questionOf({ text }: Claim): string {
  return `Is this true of the picture: ${text.replace(/[.?!]+$/, "")}?`;
}

function chanceOfYes(answer: string, probability: number): number | null {
  if (/^\W*(?:yes|true)\b/i.test(answer)) return probability;
  return /^\W*(?:no|false)\b/i.test(answer) ? 1 - probability : null;
}
