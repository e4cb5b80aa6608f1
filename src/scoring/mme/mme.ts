/**
 * MME (Fu et al. 2023): two yes/no questions an image, one of them true, over fourteen tasks. A task's score is its accuracy in percent
 * plus the percentage of images with both answers right, at most 200; a model that always says yes gets 50 of them.
 */
import type { Resampling } from "../../statistics/bootstrap.js";
import { type Totals, totalsIntervals, totalsOf } from "../../statistics/totals.js";
import { type Located, wrongRow } from "../files/located.js";
import type { Score } from "../score.js";
import { COGNITION_TASKS, HALLUCINATION_TASKS, type MmeItem, type MmeRow, type MmeTask, PERCEPTION_TASKS } from "./rows.js";

/** How many first letters of an answer count. */
const LETTERS_READ = 4;

/** "yes" within the first four letters is yes, else "no" there is no ("not", "nope", "I don't" is neither). */
export function readAnswer(answer: string): "yes" | "no" | "other" {
  const start = answer.toLowerCase().slice(0, LETTERS_READ);
  if (start.includes("yes")) return "yes";
  return start.includes("no") ? "no" : "other";
}

/** The rows of each task that was answered, in the order of the file. */
export type MmeAnswers = ReadonlyMap<MmeTask, readonly Located<MmeRow>[]>;

/**
 * A score for each task given; `hallucination_subset` (at most 800), `perception` (2000) and `cognition` (800) are sums, null where one of
 * their tasks is not given. Intervals are drawn over images within each task.
 * @throws YaffleError `invalid_request` where two lines in a row are not about one image
 */
export function scoreMme(answers: MmeAnswers, resampling: Resampling): Score<MmeItem> {
  const tasks = [...answers.keys()];
  const items = [...answers].flatMap(([task, rows]) => rows.map(({ value }) => itemOf(task, value)));
  const pairs = [...answers].map(([task, rows]) => pairTotals(task, rows));
  const ratesOf = (totals: readonly Totals[]) => figuresOf(new Map(tasks.map((task, index) => [task, taskScore(totals[index] ?? [])])));
  return {
    score: "mme",
    variant: "original",
    figures: ratesOf(pairs.map((rows) => totalsOf(rows, COLUMNS))),
    intervals: totalsIntervals(pairs, ratesOf, resampling),
    items,
  };
}

const COLUMNS = 3;

function itemOf(task: MmeTask, row: MmeRow): MmeItem {
  const predicted = readAnswer(row.answer);
  return { task, ...row, predicted, right: predicted === row.truth };
}

/** An image a row: right answers, 1 where both are right, 1. */
function pairTotals(task: MmeTask, rows: readonly Located<MmeRow>[]): readonly Totals[] {
  const totals: Totals[] = [];
  for (let index = 0; index < rows.length; index += 2) {
    const [first, second] = [rows[index], rows[index + 1]];
    if (first === undefined) break;
    if (second === undefined) throw wrongRow(first, "image", `the second question about ${first.value.image} is missing.`);
    if (first.value.image !== second.value.image) {
      throw wrongRow(
        second,
        "image",
        `is ${second.value.image}, but the line before it asks about ${first.value.image}; two lines in a row belong to one image.`,
      );
    }
    const right = [first, second].filter(({ value }) => itemOf(task, value).right).length;
    totals.push([right, right === 2 ? 1 : 0, 1]);
  }
  return totals;
}

function taskScore([right = 0, bothRight = 0, images = 0]: Totals): number | null {
  return images === 0 ? null : (100 * right) / (2 * images) + (100 * bothRight) / images;
}

function figuresOf(scores: ReadonlyMap<MmeTask, number | null>) {
  return {
    ...Object.fromEntries(scores),
    hallucination_subset: sumOf(HALLUCINATION_TASKS, scores),
    perception: sumOf(PERCEPTION_TASKS, scores),
    cognition: sumOf(COGNITION_TASKS, scores),
  };
}

function sumOf(tasks: readonly MmeTask[], scores: ReadonlyMap<MmeTask, number | null>): number | null {
  let sum = 0;
  for (const task of tasks) {
    const score = scores.get(task) ?? null;
    if (score === null) return null;
    sum += score;
  }
  return sum;
}
