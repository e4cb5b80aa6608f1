/**
 * Scores over rows that came in a request instead of files: one schema a score, and what it gives. For doors that have no files.
 *
 * Rows are named by the field that held them and their place in it, from 1, as a file's rows are by line.
 */
import { z } from "zod";
import type { YaffleError } from "../domain/error.js";
import type { Resampling } from "../statistics/bootstrap.js";
import { scoreAmber } from "./amber/amber.js";
import { amberAnswerRow, annotationsDocument, relationsDocument } from "./amber/rows.js";
import { amberWords } from "./amber/words.js";
import { CHAIR_VARIANTS, scoreChair } from "./chair/chair.js";
import { statedTruth } from "./chair/ground-truth.js";
import { captionRow, groundTruthDocument } from "./chair/rows.js";
import { scoreClaims } from "./claims/claims.js";
import { labelRow, resultRow } from "./claims/rows.js";
import { checked } from "./files/json.js";
import { type Located, wrongDocument } from "./files/located.js";
import { type MmeAnswers, scoreMme } from "./mme/mme.js";
import { MME_TASKS, mmeRow } from "./mme/rows.js";
import { scorePope } from "./pope/pope.js";
import { answerRow, questionRow } from "./pope/rows.js";
import { resamplingFields } from "./resampling.js";
import type { Score, ScoreName } from "./score.js";

/** The body of a request for each score. */
export const SCORE_REQUESTS = {
  chair: z.object({
    captions: z.array(captionRow).min(1),
    ground_truth: groundTruthDocument,
    variant: z.enum(CHAIR_VARIANTS).default("original"),
    ...resamplingFields,
  }),
  pope: z.object({ questions: z.array(questionRow).min(1), answers: z.array(answerRow).min(1), ...resamplingFields }),
  mme: z.object({ results: z.partialRecord(z.enum(MME_TASKS), z.array(mmeRow).min(1)), ...resamplingFields }),
  amber: z.object({
    annotations: annotationsDocument,
    associations: relationsDocument,
    safe_words: z.array(z.string()),
    answers: z.array(amberAnswerRow).min(1),
    ...resamplingFields,
  }),
  claims: z.object({ results: z.array(resultRow).min(1), labels: z.array(labelRow).min(1), ...resamplingFields }),
} as const satisfies Record<ScoreName, z.ZodType>;

/**
 * @param body as the caller sent it
 * @throws YaffleError `invalid_request` naming the field
 */
export function scoreRequest(name: ScoreName, body: unknown): Score {
  switch (name) {
    case "chair": {
      const request = checked(body, SCORE_REQUESTS.chair, complaint);
      const truth = statedTruth("ground_truth", request.ground_truth);
      return scoreChair(rowsOf("captions", request.captions), truth, request.variant, drawing(request));
    }
    case "pope": {
      const request = checked(body, SCORE_REQUESTS.pope, complaint);
      return scorePope(rowsOf("questions", request.questions), rowsOf("answers", request.answers), drawing(request));
    }
    case "mme": {
      const request = checked(body, SCORE_REQUESTS.mme, complaint);
      const answers: MmeAnswers = new Map(
        MME_TASKS.flatMap((task) => {
          const rows = request.results[task];
          return rows === undefined ? [] : [[task, rowsOf(`results.${task}`, rows)] as const];
        }),
      );
      return scoreMme(answers, drawing(request));
    }
    case "amber": {
      const request = checked(body, SCORE_REQUESTS.amber, complaint);
      const words = amberWords(request.associations, request.safe_words);
      return scoreAmber(rowsOf("answers", request.answers), request.annotations, words, drawing(request));
    }
    case "claims": {
      const request = checked(body, SCORE_REQUESTS.claims, complaint);
      return scoreClaims(rowsOf("results", request.results), rowsOf("labels", request.labels), drawing(request));
    }
    default:
      return name satisfies never;
  }
}

function rowsOf<Row>(field: string, rows: readonly Row[]): readonly Located<Row>[] {
  return rows.map((value, index) => ({ value, file: field, line: index + 1 }));
}

function drawing({ seed, resamples }: Resampling): Resampling {
  return { seed, resamples };
}

function complaint(field: string, message: string): YaffleError {
  return wrongDocument("request", field, message);
}
