/**
 * What verdicts are worth on claims of known truth. A tool that mends text must decide often (coverage), be right when it does
 * (accuracy), leave the truth alone (harm) and find the untrue (catch): one of these alone is easily had at the cost of the others.
 */
import type { Verdict } from "../../domain/judgement.js";
import { share } from "./forced-choice.js";

export interface JudgedTruth {
  readonly truth: boolean;
  readonly verdict: Verdict;
}

export interface VerdictFigures {
  readonly claims: number;
  readonly decided: number;
  /** Shares from 0 to 1; null where nothing stands below the line. Decided (supported or refuted) of all. */
  readonly coverage: number | null;
  /** Right, of the decided. */
  readonly accuracyOfDecided: number | null;
  /** Refuted, of the true claims. */
  readonly harm: number | null;
  /** Refuted, of the false claims. */
  readonly catch: number | null;
}

export function verdictFigures(judged: readonly JudgedTruth[]): VerdictFigures {
  const decided = judged.filter(({ verdict }) => verdict !== "unverifiable");
  const right = decided.filter(({ truth, verdict }) => truth === (verdict === "supported"));
  const refuted = (truth: boolean) => {
    const stated = judged.filter((claim) => claim.truth === truth);
    return share(stated.filter(({ verdict }) => verdict === "refuted").length, stated.length);
  };
  return {
    claims: judged.length,
    decided: decided.length,
    coverage: share(decided.length, judged.length),
    accuracyOfDecided: share(right.length, decided.length),
    harm: refuted(true),
    catch: refuted(false),
  };
}
