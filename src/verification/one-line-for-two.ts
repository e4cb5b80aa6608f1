/**
 * One line for two quotes: "one sign says STOP, and the other says MAIN ST", of which one was read. What bears the first quote out, or speaks
 * against it, says nothing of the second: that is written elsewhere, and was missed.
 */
import type { TextClaim } from "../domain/claim.js";
import type { JudgedClaim } from "../domain/judgement.js";
import { matchQuote } from "./text-match.js";
import { leftOpen } from "./verdict.js";

type JudgedText = JudgedClaim & { readonly claim: TextClaim };

const ANYWHERE = { x1: 0, y1: 0, x2: 1, y2: 1 };

/** Leaves open the quotes refuted by a line that another quote of the text is about. All claims of one text, in their order. */
export function withoutOneLineForTwo(judged: readonly JudgedClaim[]): readonly JudgedClaim[] {
  const texts = judged.filter(isText);
  if (!texts.some(({ judgement }) => judgement.verdict === "refuted")) return judged;
  return judged.map((each) => (isText(each) && isOthers(each, texts) ? open(each) : each));
}

function isText(judged: JudgedClaim): judged is JudgedText {
  return judged.claim.kind === "text" && !judged.claim.negated;
}

function isOthers({ claim, judgement }: JudgedText, texts: readonly JudgedText[]): boolean {
  const line = lineOf(judgement);
  if (line === null) return false;
  return texts.some(
    (other) => !isSaid(other.claim.quote, claim.quote) && (isSaid(other.claim.quote, line) || lineOf(other.judgement) === line),
  );
}

/** What was read in the quote's place. */
function lineOf({ verdict, remedy }: JudgedClaim["judgement"]): string | null {
  return verdict === "refuted" && remedy?.type === "text" ? remedy.value : null;
}

function isSaid(quote: string, text: string): boolean {
  return matchQuote(quote, [{ text, score: 1, box: ANYWHERE }])?.isThere ?? false;
}

function open({ claim, judgement, evidence }: JudgedText): JudgedClaim {
  const reason = `The text speaks of other writing too, and the text reader read only "${lineOf(judgement) ?? ""}": which of them it is, is not known.`;
  return { claim, judgement: leftOpen("conflicting", reason, judgement.probability), evidence };
}
