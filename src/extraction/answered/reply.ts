/** What "yes" and "no" claim: the question's statement, or its denial. */
import type { Span } from "../../domain/span.js";
import type { Reply } from "../asked/statement.js";
import type { Draft } from "../draft.js";
import { readStatement } from "./statement-drafts.js";

/** @param span of the answer's own words: the rest stands in the question */
export function replyDrafts({ statement, isDenied }: Reply, index: number, span: Span): readonly Draft[] {
  const drafts = readStatement(statement, index, () => null, span);
  if (!isDenied) return drafts;
  // "Do you see three red cars?" "No." denies the most that is said, not that there are cars.
  const special = drafts.filter(({ kind }) => kind !== "existence");
  const denied = special.length > 0 ? special : drafts;
  return denied.map((draft) => ({
    ...draft,
    negated: !draft.negated,
    text: draft.kind === "count" ? draft.text.replace(/^there (is|are) /, "there $1 not ") : denial(draft.text),
  }));
}

function denial(text: string): string {
  return text.replace(/^there (is|are) (?:an?\s)?/, "there $1 no ").replace(/^(the .*?) (is|are|does|do|has|have) (?!not )/, "$1 $2 not ");
}
