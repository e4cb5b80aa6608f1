/** "Yes, there is a dog." with no dog there: the answer says no, and its clause is denied or says what is so instead. */
import type { Claim } from "../../domain/claim.js";
import type { JudgedClaim } from "../../domain/judgement.js";
import type { Cause } from "../draft.js";
import type { Mending, SentenceWork } from "../mending.js";
import { negate } from "../negation.js";
import { denyListed } from "./lists.js";
import { denialOfPhrase, dropAsides, dropUnaskedAdjectives, lostSubject, unnamedThing } from "./lost.js";
import { dropRestated, withoutDetails } from "./restated.js";
import { restAfter, type Turned } from "./turned.js";

/** What was said wrongly: `asked` is what the question asks about, `refuted` all that is refuted in the response. */
export interface Wrong {
  readonly asked: readonly JudgedClaim[];
  readonly refuted: readonly JudgedClaim[];
}

/** Index of the first clause that says something after the answer's word, which it may hold itself; -1 where none does. */
export function clauseAfter({ sentence: { tokens }, tree }: SentenceWork, from: number): number {
  return tree.clauses.members.findIndex(
    (member) => member.to > member.from && tokens.slice(Math.max(from, member.from), member.to).some(({ tag }) => tag !== "PUNCT"),
  );
}

/** @param from the first token after the answer's word */
export function negateAnswer(mending: Mending, work: SentenceWork, from: number, { asked, refuted }: Wrong, cause: Cause): Turned {
  const { sentence, draft, tree } = work;
  const isExistence = asked.some(({ claim }) => claim.kind === "existence");
  const known = asked.filter(({ claim, judgement }) => judgement.remedy !== null && claim.kind !== "existence" && isStated(claim));
  if (
    !isExistence &&
    known.length > 0 &&
    !known.some(({ judgement }) => judgement.remedy?.type === "count" && judgement.remedy.value === 0)
  ) {
    const others = asked.filter((judged) => !known.includes(judged));
    return { settled: new Set(others.map(({ claim }) => claim.id)), isFinished: false };
  }
  const index = clauseAfter(work, from);
  const clause = tree.clauses.members[index];
  const start = Math.max(clause?.from ?? from, from + (sentence.tokens[from]?.text === "," ? 1 : 0));
  const after = index < 0 ? null : restAfter(tree, index);
  const end = after?.from ?? tree.end.from;
  const rest = isExistence ? withoutDetails(work, after, cause) : after;
  const done: Turned = { settled: new Set(cause), isFinished: true, ...(rest === null ? {} : { rest }) };
  // "Yes (a dog is on the sofa)."
  if (sentence.tokens[start]?.text === "(" || sentence.tokens[start - 1]?.text === "(") {
    draft.drop({ from, to: tree.end.from }, cause);
    return { settled: new Set(cause), isFinished: true };
  }
  const unnamed = isExistence && clause !== undefined ? unnamedThing(clause, asked, refuted) : null;
  if (clause !== undefined && unnamed !== null) {
    draft.replaceRange({ from: start, to: end }, unnamed, cause);
    return done;
  }
  const subject = isExistence ? lostSubject(clause, asked) : null;
  if (clause !== undefined && subject !== null) {
    draft.replaceRange({ from: start, to: end }, denialOfPhrase(subject, work), cause);
    return done;
  }
  if (clause !== undefined && isExistence) dropRestated(work, { clause, end }, refuted, cause);
  const listed = clause === undefined || !isExistence ? null : denyListed(work, clause, refuted, cause);
  if (listed === "denied") return done;
  if (listed === "open") return { settled: new Set(cause), isFinished: false };
  if (clause === undefined || !negate(draft, clause, cause, isExistence)) {
    draft.drop({ from: tree.lead.to > 0 ? Math.max(1, tree.lead.to - 1) : from, to: end }, cause);
    return done;
  }
  dropAsides(draft, clause, cause, isExistence && clause.there === null);
  if (isExistence) dropUnaskedAdjectives(mending, sentence.index, cause);
  return done;
}

/** Whether the response itself holds the words of the claim, so that the truth can take their place. */
function isStated(claim: Claim): boolean {
  return claim.object !== null && claim.object.span !== null;
}
