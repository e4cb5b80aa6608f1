/** Questions to a model that answers them about a picture, for what boxes and colors do not show. */
import type { AskCheck } from "../domain/check.js";
import type { AttributeClaim, Claim, Mention } from "../domain/claim.js";
import type { Evidence } from "../domain/evidence.js";
import { singular } from "../language/grammar.js";
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
  if (yes === null) return null;
  return { answer: reply.answer, probability: claim.negated && affirmedQuestion(claim) === null ? 1 - yes : yes };
}

/**
 * An attribute is asked of one thing, since a model looks at a crop of one, and without a denial, which models answer badly. The words
 * of other kinds cannot be turned safely: they hold their own denial, and "yes" means that the claim as stated is true.
 */
function questionOf(claim: Claim): string {
  const affirmed = affirmedQuestion(claim);
  if (affirmed !== null) return affirmed;
  const words = claim.text.replace(/[.?!]+$/, "");
  return claim.kind === "relation" ? `Is it true of this picture that ${words}?` : `Is this true of the picture: ${words}?`;
}

function affirmedQuestion(claim: Claim): string | null {
  if (claim.kind === "attribute") return `Is the ${subjectOf(claim)} ${claim.attribute.value}?`;
  if (claim.kind !== "existence") return null;
  const [, verb, words] = /^there (is|are) (?:no )?(.+)$/.exec(claim.text) ?? [];
  if (words === undefined) return null;
  return `${verb === "are" ? "Are" : "Is"} there ${claim.negated ? "any " : ""}${words} in this picture?`;
}

/** The thing that an attribute is said of, in the singular: "the women are not smiling" → "woman": narrower than the category where the text is. */
export function subjectOf({ text, object }: AttributeClaim): string {
  const [, words, verb] = /^the ([\p{L}\p{N} '-]{1,60}?) (is|are) /u.exec(text) ?? [];
  if (words === undefined) return object.category;
  return verb === "are" ? singular(words) : words;
}

function chanceOfYes(answer: string, probability: number): number | null {
  if (/^\W*(?:yes|true)\b/i.test(answer)) return probability;
  return /^\W*(?:no|false)\b/i.test(answer) ? 1 - probability : null;
}
