/**
 * POPE put to Yaffle: its own yes or no to each question, and given answers as its correction leaves them.
 *
 * Yaffle's own answer is its verdict on "Yes." under the question: the probability that its claims are true. Where no expert said
 * anything (a class outside the detector's), it has no answer, and the question counts as missing.
 */
import { asYaffleError, YaffleError } from "../../domain/error.js";
import type { Picture } from "../../domain/picture.js";
import type { Report } from "../../domain/report.js";
import type { CorrectionRequest, Yaffle } from "../../pipeline/yaffle.js";
import { DEFAULT_OPTIONS } from "../../wire/options.js";
import { type Located, wrongRow } from "../files/located.js";
import type { AnswerRow, QuestionRow } from "./rows.js";

/** What is asked, and the pictures that the questions name. */
export interface Examination {
  readonly yaffle: Yaffle;
  /** @param image as the question names it */
  readonly openPicture: (image: string) => Promise<Picture>;
  readonly signal?: AbortSignal;
  /** Called after each question. */
  readonly onAnswered?: (answered: number, questions: number) => void;
}

/** At or above this probability of every claim the answer is yes. */
const YES_FROM = 0.5;

/** Yaffle's own answers, in the questions' order; questions that it cannot answer have none. */
export async function answersOfYaffle(
  questions: readonly Located<QuestionRow>[],
  examination: Examination,
): Promise<readonly Located<AnswerRow>[]> {
  const reports = await reportsOf(questions, () => "Yes.", "verify", examination);
  return reports.flatMap(({ question, report }) => {
    const answer = report === null ? null : ownAnswer(report);
    return answer === null ? [] : [{ ...question, value: { question_id: question.value.question_id, answer } }];
  });
}

/** The answers as Yaffle's correction leaves them; matched to the questions by id, as `scorePope` does where there are ids. */
export async function correctedAnswers(
  questions: readonly Located<QuestionRow>[],
  answers: readonly Located<AnswerRow>[],
  examination: Examination,
): Promise<readonly Located<AnswerRow>[]> {
  const byId = new Map(answers.map(({ value }) => [String(value.question_id), value.answer]));
  const given = (question: QuestionRow, index: number) =>
    byId.get(String(question.question_id)) ?? (byId.has("null") ? answers[index]?.value.answer : undefined);
  const reports = await reportsOf(questions, given, "correct", examination);
  return reports.flatMap(({ question, report }, index) => {
    const answer = report?.corrected ?? given(question.value, index);
    return answer === undefined ? [] : [{ ...question, value: { question_id: question.value.question_id, answer } }];
  });
}

interface Examined {
  readonly question: Located<QuestionRow>;
  /** Null where there was nothing to examine. */
  readonly report: Report | null;
}

/** One question after the other: questions about one picture stand together, and a detector uses all processors anyway. */
async function reportsOf(
  questions: readonly Located<QuestionRow>[],
  responseTo: (question: QuestionRow, index: number) => string | undefined,
  task: "verify" | "correct",
  { yaffle, openPicture, signal, onAnswered }: Examination,
): Promise<readonly Examined[]> {
  const examined: Examined[] = [];
  const pictureOf = keepingLast(openPicture);
  for (const [index, question] of questions.entries()) {
    const response = responseTo(question.value, index)?.trim() ?? "";
    const { image, text: prompt, question_id } = question.value;
    let report: Report | null = null;
    if (response !== "") {
      try {
        const images = [{ type: "picture" as const, picture: await pictureOf(image) }];
        const request: CorrectionRequest = { id: String(question_id), images, response, prompt, options: DEFAULT_OPTIONS };
        report = await yaffle[task](request, signal);
      } catch (thrown) {
        throw located(thrown, question);
      }
    }
    examined.push({ question, report });
    onAnswered?.(index + 1, questions.length);
  }
  return examined;
}

/** Reads a picture once for questions in a row about it. */
function keepingLast(open: (image: string) => Promise<Picture>): (image: string) => Promise<Picture> {
  const kept = new Map<string, Picture>();
  return async (image) => {
    const known = kept.get(image);
    if (known !== undefined) return known;
    const picture = await open(image);
    kept.clear();
    kept.set(image, picture);
    return picture;
  };
}

function ownAnswer({ claims }: Report): "yes" | "no" | null {
  const probabilities = claims.map(({ judgement }) => judgement.probability).filter((probability) => probability !== null);
  if (probabilities.length === 0) return null;
  return probabilities.every((probability) => probability >= YES_FROM) ? "yes" : "no";
}

/** A picture that cannot be read is a fault of the question that names it; what else goes wrong stays as it is. */
function located(thrown: unknown, question: Located<QuestionRow>): YaffleError {
  const error = asYaffleError(thrown);
  const isOfPicture = error.code.startsWith("image_") || error.code === "invalid_request";
  return isOfPicture ? wrongRow(question, "image", error.message) : new YaffleError(error.code, error.message, { cause: error });
}
