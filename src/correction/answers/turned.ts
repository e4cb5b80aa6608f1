/** What came of an answer that was looked at. */
import type { TokenRange } from "../structure/item.js";
import type { SentenceTree } from "../structure/tree.js";

export interface Turned {
  /** Ids of the claims that are dealt with. */
  readonly settled: ReadonlySet<string>;
  /** Whether nothing of the sentence is to be mended any more, but its rest. */
  readonly isFinished: boolean;
  /** The clauses after the one that was turned; what is false in them goes as in any text. */
  readonly rest?: Rest;
}

export interface Rest {
  readonly tree: SentenceTree;
  /** From the comma or conjunction before the clauses to the closing mark. */
  readonly from: number;
  readonly to: number;
  /** Whether the turned clause denies that a thing is there. */
  readonly isAfterLoss: boolean;
}

/** What follows a clause in its sentence; null where nothing does. */
export function restAfter({ clauses, lead, end }: SentenceTree, index: number): Rest | null {
  const members = clauses.members.slice(index + 1);
  const [first] = members;
  if (first === undefined || members.every(({ from, to }) => to <= from)) return null;
  const separator = clauses.separators[index];
  const tree = { lead, clauses: { members, separators: clauses.separators.slice(index + 1) }, end };
  return { tree, from: separator?.from ?? first.from, to: end.from, isAfterLoss: false };
}

/** "…, and a man is standing next to it": what stands beside a thing that is not there. */
export function partsBeside({ tree, isAfterLoss }: Rest): readonly TokenRange[] {
  if (!isAfterLoss) return [];
  const parts = tree.clauses.members.flatMap(({ verbPhrases }) => verbPhrases.members.flatMap((phrase) => phrase.parts));
  return parts.filter(
    (part) =>
      part.kind === "preposition" &&
      part.list?.members.length === 1 &&
      /^(?:it|them|him|her)$/i.test(part.list.members[0]?.phrase.text ?? ""),
  );
}
