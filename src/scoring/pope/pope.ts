/**
 * POPE (Li et al. 2023, "Evaluating Object Hallucination in Large Vision-Language Models"): is a kind of object in the image, yes or no?
 * The positive class is yes. Only existence is asked; a model that always says yes is right on half of the questions, hence `yes_ratio`.
 */
import type { Resampling } from "../../statistics/bootstrap.js";
import { totalsByCluster, totalsIntervals, totalsOf } from "../../statistics/totals.js";
import { counted } from "../../wire/counted.js";
import { type Located, refuseRepeats, wrongRow } from "../files/located.js";
import type { Score } from "../score.js";
import { outcomeRates, outcomeRow } from "../yes-no.js";
import { readsAsYes } from "./answer.js";
import type { AnswerRow, PopeItem, QuestionRow } from "./rows.js";

/**
 * Figures over the questions that were answered; the others are counted under `missing`. Intervals are drawn over images, since the
 * questions about one image stand or fall together.
 * @throws YaffleError `invalid_request`: an id twice, an answer to a question that is not asked, some answers with and some without id,
 *   or more answers than questions
 */
export function scorePope(
  questions: readonly Located<QuestionRow>[],
  answers: readonly Located<AnswerRow>[],
  resampling: Resampling,
): Score<PopeItem> {
  const given = matched(questions, answers);
  const items = questions.map(({ value }, index): PopeItem => {
    const answer = given[index] ?? null;
    return { ...value, answer, predicted: answer === null ? null : readsAsYes(answer) ? "yes" : "no" };
  });
  const answered = items.filter(({ predicted }) => predicted !== null);
  const rowOf = ({ predicted, label }: PopeItem) => outcomeRow({ predicted: predicted === "yes", actual: label === "yes" });
  const totals = totalsOf(answered.map(rowOf), 4);
  const [true_positive = 0, false_positive = 0, true_negative = 0, false_negative = 0] = totals;
  const clusters = totalsByCluster(answered, ({ image }) => image, rowOf);
  return {
    score: "pope",
    variant: "original",
    figures: {
      ...{ true_positive, false_positive, true_negative, false_negative },
      ...outcomeRates(totals),
      missing: items.length - answered.length,
    },
    intervals: totalsIntervals([clusters], ([drawn]) => outcomeRates(drawn ?? []), resampling),
    items,
  };
}

/** The answer to each question, in the questions' order: by id where the answers have ids, else by order. */
function matched(questions: readonly Located<QuestionRow>[], answers: readonly Located<AnswerRow>[]): readonly (string | undefined)[] {
  refuseRepeats(questions, "question_id", ({ question_id }) => String(question_id));
  refuseRepeats(answers, "question_id", ({ question_id }) => (question_id === null ? null : String(question_id)));
  const hasIds = answers[0]?.value.question_id !== null;
  const mixed = answers.find(({ value }) => (value.question_id !== null) !== hasIds);
  if (mixed !== undefined)
    throw wrongRow(mixed, "question_id", "either every answer has an id or none has; earlier lines differ from this one.");
  if (!hasIds) {
    const excess = answers[questions.length];
    if (excess !== undefined)
      throw wrongRow(
        excess,
        null,
        `there ${questions.length === 1 ? "is" : "are"} only ${counted(questions.length, "question")} to answer in order.`,
      );
    return questions.map((_, index) => answers[index]?.value.answer);
  }
  const asked = new Set(questions.map(({ value }) => String(value.question_id)));
  const stray = answers.find(({ value }) => !asked.has(String(value.question_id)));
  if (stray !== undefined) throw wrongRow(stray, "question_id", `${stray.value.question_id} is the id of no question.`);
  const byId = new Map(answers.map(({ value }) => [String(value.question_id), value.answer]));
  return questions.map(({ value }) => byId.get(String(value.question_id)));
}
