/** Kinds and verdicts as the page calls them, in the order of the data. */
import { CLAIM_KINDS, type ClaimKind } from "../../../domain/claim.js";
import { VERDICTS, type Verdict } from "../../../domain/judgement.js";

export const KINDS: readonly ClaimKind[] = CLAIM_KINDS;

export interface VerdictWords {
  readonly verdict: Verdict;
  readonly sign: string;
  readonly word: string;
  readonly color: string;
}

const WORDS: Readonly<Record<Verdict, Omit<VerdictWords, "verdict">>> = {
  supported: { sign: "✓", word: "supported", color: "var(--supported)" },
  refuted: { sign: "✗", word: "refuted", color: "var(--refuted)" },
  unverifiable: { sign: "?", word: "open", color: "var(--open)" },
};

export const VERDICT_WORDS: readonly VerdictWords[] = VERDICTS.map((verdict) => ({ verdict, ...WORDS[verdict] }));

export function wordsOf(verdict: number): VerdictWords {
  return VERDICT_WORDS[verdict] ?? { verdict: "unverifiable", ...WORDS.unverifiable };
}
