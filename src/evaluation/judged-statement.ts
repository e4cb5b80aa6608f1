/** A statement of known truth, with what Yaffle said of it. */

import { CLAIM_KINDS } from "../domain/claim.js";
import type { JudgedClaim, PolicyName, Verdict } from "../domain/judgement.js";
import type { Picture } from "../domain/picture.js";
import type { Report } from "../domain/report.js";
import type { Yaffle } from "../pipeline/yaffle.js";
import type { Statement } from "./truth/statement.js";

export interface JudgedStatement extends Statement {
  readonly verdict: Verdict;
  /** That the statement is true; null where no expert said anything or no claim was found in it. */
  readonly probability: number | null;
  /** False where extraction found no claim of the statement's kind in it. */
  readonly understood: boolean;
  readonly reason: string;
}

/** Where a photograph lies, what is run on it, and how. */
export interface Bench {
  /** The Yaffle to judge a photograph with, by its file name: under cross-validation, the one that was not fitted on it. */
  readonly yaffleFor: (photograph: string) => Yaffle;
  readonly policy: PolicyName;
  /** A photograph by its file name. */
  readonly pictureOf: (photograph: string) => Promise<Picture>;
  readonly signal: AbortSignal;
  /** Told of each response that was judged. */
  readonly onReport: (report: Report) => void;
}

/** One response through the whole of Yaffle. @throws YaffleError as `Yaffle.correct` does */
export async function report(
  { yaffleFor, policy, pictureOf, signal, onReport }: Bench,
  { photograph, prompt, response }: Pick<Statement, "photograph" | "prompt" | "response">,
  task: "correct" | "verify" = "verify",
): Promise<Report> {
  const options = { policy, boxes: false, kinds: CLAIM_KINDS, pipeline: "rules", timeoutMs: null } as const;
  const picture = await pictureOf(photograph);
  const request = { id: photograph, images: [{ type: "picture", picture }], response, prompt, options } as const;
  const yaffle = yaffleFor(photograph);
  const made = await (task === "correct" ? yaffle.correct(request, signal) : yaffle.verify(request, signal));
  onReport(made);
  return made;
}

/** Judges statements one after the other, in order; the detector's answers should be remembered. */
export async function judgeStatements(bench: Bench, statements: readonly Statement[]): Promise<readonly JudgedStatement[]> {
  const judged: JudgedStatement[] = [];
  for (const statement of statements) judged.push(answered(statement, (await report(bench, statement)).claims));
  return judged;
}

function answered(statement: Statement, claims: readonly JudgedClaim[]): JudgedStatement {
  const about = claims.find(({ claim }) => claim.kind === statement.kind);
  if (about === undefined) {
    return {
      ...statement,
      verdict: "unverifiable",
      probability: null,
      understood: false,
      reason: `No claim of kind ${statement.kind} was found.`,
    };
  }
  const { verdict, probability, reason } = about.judgement;
  return { ...statement, verdict, probability, understood: true, reason };
}
