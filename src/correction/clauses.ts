/** Which clauses of a sentence cannot stay without another: those without subject, fragments, and "because …". */
import type { Cause, Draft } from "./draft.js";
import type { Clause, Series } from "./structure/tree.js";

/** A clause after one of these can stand alone once the word is gone; "because", "if", "as if" mean nothing without their main clause. */
const PROMOTABLE: ReadonlySet<string> = new Set("while whilst whereas as although though".split(" "));

/** Gives clauses the fate of those they lean on. */
export function bindClauses({ members, separators }: Series<Clause>, fates: (Cause | null)[], draft: Draft): void {
  members.forEach((clause, index) => {
    const before = members[index - 1];
    if (before === undefined || clause.to === clause.from) return;
    const separator = separators[index - 1];
    const lostBefore = fates[index - 1] ?? null;
    const own = fates[index] ?? null;
    const isContinuation = clause.subject === null && clause.there === null && clause.subordinator === null && clause.leads.length === 0;
    const isExplained = separator !== undefined && /^(?::|—|–)$/.test(draft.tokens[separator.from]?.text ?? "");
    const isFragment = clause.verbPhrases.members.length === 0 && (isExplained || before.verbPhrases.members.length > 0);
    if (own === null && lostBefore !== null && (isContinuation || isFragment || contrasts(clause, draft) || needsMain(clause, draft)))
      fates[index] = lostBefore;
    const isJoined = separator !== undefined && separator.from === separator.to;
    if (own !== null && lostBefore === null && isJoined && isContinuation) fates[index - 1] = own;
  });
  const [first] = members;
  const main = fates[1] ?? null;
  if (first !== undefined && members.length > 1 && main !== null && fates[0] === null && needsMain(first, draft)) fates[0] = main;
}

function needsMain(clause: Clause, draft: Draft): boolean {
  if (clause.subordinator === null) return false;
  if (clause.verbPhrases.members.length === 0) return true;
  const { from, to } = clause.subordinator;
  const word = draft.tokens[from]?.text.toLowerCase() ?? "";
  if (to - from > 1 || !PROMOTABLE.has(word)) return true;
  return word === "as" && !(clause.subject?.members.every(({ phrase }) => phrase.isThing) ?? clause.there !== null);
}

/** "while others …": others than those of the clause before. */
function contrasts({ subject }: Clause, draft: Draft): boolean {
  const phrase = subject?.members[0]?.phrase;
  if (phrase === undefined) return false;
  const words = draft.tokens.slice(phrase.firstToken, phrase.endToken).map(({ text }) => text.toLowerCase());
  return /^(?:others|the others?|the rest)$/.test(words.join(" "));
}
