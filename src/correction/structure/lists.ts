/** Looks through a tree for lists of nouns, from left to right. */
import type { Clause, List, Part, SentenceTree, VerbPhrase } from "./tree.js";

/** The lists that `accept` takes; inside those it takes none is looked for. */
export function listsIn({ clauses }: SentenceTree, accept: (list: List) => boolean): readonly List[] {
  const found: List[] = [];
  const inList = (list: List): void => {
    if (accept(list)) {
      found.push(list);
      return;
    }
    for (const { parts } of list.members) parts.forEach(inPart);
    list.parts.forEach(inPart);
  };
  const inVerbPhrase = ({ object, parts }: VerbPhrase): void => {
    if (object !== null) inList(object);
    parts.forEach(inPart);
  };
  const inClause = ({ leads, subject, verbPhrases, rest }: Clause): void => {
    leads.forEach(inPart);
    if (subject !== null) inList(subject);
    verbPhrases.members.forEach(inVerbPhrase);
    rest.forEach(inPart);
  };
  const inPart = (part: Part): void => {
    switch (part.kind) {
      case "preposition":
        if (part.list !== null) inList(part.list);
        if (part.inner !== null) inPart(part.inner);
        return;
      case "participle":
        inVerbPhrase(part.phrase);
        return;
      case "relative":
        inClause(part.clause);
        return;
      case "apposition":
        inList(part.list);
        return;
      default:
        return;
    }
  };
  clauses.members.forEach(inClause);
  return found;
}
