/** "No, there is no dog." with a dog there: the answer says yes, and what it denied is said. */
import type { JudgedClaim } from "../../domain/judgement.js";
import { article } from "../../language/grammar/articles.js";
import type { NounPhrase } from "../../language/passage.js";
import { joinAlike } from "../denials.js";
import { phraseAt } from "../doom.js";
import type { Cause } from "../draft.js";
import { type SentenceWork, tokensIn } from "../mending.js";
import { affirm } from "../negation.js";
import { joinOnly } from "./only.js";
import type { Turned } from "./turned.js";

/** "No dogs are there" begins with a determiner, "No, …" and "No." with an answer. */
export function isAnswerNo({ sentence }: SentenceWork, to: number): boolean {
  const next = sentence.tokens[to];
  return next === undefined || next.tag === "PUNCT" || /^(?:there|it|the|this)$/i.test(next.text);
}

export function affirmAnswer(work: SentenceWork, from: number, asked: readonly JudgedClaim[], cause: Cause): Turned {
  const object = asked.find(({ claim }) => claim.object?.span !== null)?.claim.object ?? null;
  const phrase = object === null || object.span === null ? null : phraseAt(work.sentence, object.span);
  const start = Math.max(from, work.tree.lead.to);
  const denied = phrase ?? work.sentence.nounPhrases.find(({ determiner }) => determiner === "no") ?? null;
  if (affirm(work.draft, { from: start, to: work.sentence.tokens.length }, denied, cause)) {
    if (denied !== null) joinAlike(work, denied.endToken, cause);
    if (denied !== null) joinOnly(work, denied.endToken, cause);
    if (denied !== null) partDenied(work, denied, asked, cause);
    dropContrary(work, from, cause);
  } else if (work.sentence.tokens.some(({ text }) => /^(?:neither|nor)$/i.test(text))) {
    // "No, there is neither."
    work.draft.drop({ from, to: work.tree.end.from }, cause);
    return { settled: new Set(cause), isFinished: true };
  }
  for (let at = from; at < from + 2; at += 1)
    if (/^but$/i.test(work.draft.textAt(at)) && /^there$/i.test(work.sentence.tokens[at + 1]?.text ?? ""))
      work.draft.replace(at, "and", cause);
  dropRepetition(work, asked, cause);
  const settled = asked.filter(({ claim }) => claim.negated).map(({ claim }) => claim.id);
  return { settled: new Set(settled), isFinished: false };
}

/** "No, it is not green, it is red.": once it is green, the second clause would say the same. */
function dropRepetition({ draft, tree, sentence }: SentenceWork, asked: readonly JudgedClaim[], cause: Cause): void {
  const denied = asked.find(({ claim }) => claim.negated && claim.kind === "attribute")?.claim;
  for (const { claim, judgement } of asked) {
    if (denied?.kind !== "attribute" || claim.negated || claim.kind !== "attribute") continue;
    if (judgement.remedy?.type !== "color" || judgement.remedy.value !== denied.attribute.value) continue;
    const { from, to } = tokensIn(sentence, claim.span);
    const index = tree.clauses.members.findIndex((clause) => clause.from <= from && to <= clause.to);
    const clause = tree.clauses.members[index];
    const separator = tree.clauses.separators[index - 1];
    if (clause !== undefined && separator !== undefined) draft.drop({ from: separator.from, to: clause.to }, cause);
  }
}

/** "No, there is no cat or dog." with a cat, and no dog: "Yes, there is a cat but no dog." */
function partDenied({ draft, sentence }: SentenceWork, { endToken }: NounPhrase, asked: readonly JudgedClaim[], cause: Cause): void {
  if (!/^(?:or|nor)$/i.test(sentence.tokens[endToken]?.text ?? "")) return;
  const next = sentence.nounPhrases.find(({ firstToken }) => firstToken === endToken + 1);
  if (next === undefined || next.determiner !== null) return;
  const isThere = asked.some(({ claim }) => claim.object?.span?.start === next.span.start);
  draft.replace(endToken, isThere ? "and" : "but no", cause);
  if (isThere && !next.plural) draft.insertBefore(next.firstToken, article(draft.textAt(next.firstToken)), cause);
}

/** "No, the car is not red, but blue.": what it was said to be instead goes. */
function dropContrary({ draft, sentence: { tokens }, tree }: SentenceWork, from: number, cause: Cause): void {
  const at = tokens.findIndex(({ text }, index) => index > from && /^(?:but|rather)$/i.test(text));
  const after = at < 0 ? [] : tokens.slice(at + 1, tree.end.from);
  if (after.length === 0 || after.length > 3 || !after.every(({ tag }) => tag === "ADJ" || tag === "ADV")) return;
  draft.drop({ from: tokens[at - 1]?.text === "," ? at - 1 : at, to: tree.end.from }, cause);
}
