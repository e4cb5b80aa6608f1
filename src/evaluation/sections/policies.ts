/**
 * Catch against harm: what each policy buys and costs, and every line that it might have drawn instead.
 *
 * The policies are run; the sweep reads the probabilities of one run and refutes at or below each line, which leaves out that a judge
 * may abstain for other reasons than doubt.
 */
import { POLICIES, type PolicyName } from "../../domain/judgement.js";
import type { Resampling } from "../../statistics/bootstrap.js";
import { figures } from "../figure.js";
import type { JudgedStatement } from "../judged-statement.js";
import { verdictFigures } from "../metrics/verdict-figures.js";
import { type CurvePoint, type Section, section } from "./section.js";
import { VERDICTS } from "./statistics.js";

/** Lines to sweep, from hardly ever refuting to forced choice. */
export const LINES = [0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.13, 0.16, 0.2, 0.25, 0.3, 0.4, 0.5] as const;

/** @param byPolicy the same existence statements, judged under each policy */
export function policiesSection(byPolicy: Readonly<Record<PolicyName, readonly JudgedStatement[]>>, resampling: Resampling): Section {
  return section("policies", {
    figures: POLICIES.flatMap((policy) => figures(`policies.${policy}`, byPolicy[policy], VERDICTS, resampling)),
    curve: [...POLICIES.map((policy) => point(policy, byPolicy[policy])), ...sweep(byPolicy.balanced)],
    notes: ["The sweep refutes at or below each line and supports above it, and so decides wherever there is a probability."],
  });
}

/** Catch and harm where all at or below a line is refuted, by rising line. */
export function sweep(judged: readonly JudgedStatement[]): readonly CurvePoint[] {
  return LINES.map((line) => {
    const lined = judged.map(({ truth, probability }) => ({ truth, verdict: verdictAt(line, probability) }));
    return point(`p <= ${line}`, lined);
  });
}

function verdictAt(line: number, probability: number | null): JudgedStatement["verdict"] {
  if (probability === null) return "unverifiable";
  return probability <= line ? "refuted" : "supported";
}

function point(line: string, judged: readonly Pick<JudgedStatement, "truth" | "verdict">[]): CurvePoint {
  const { harm, coverage, ...found } = verdictFigures(judged);
  return { line, catch: found.catch, harm, coverage };
}
