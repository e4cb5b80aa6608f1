/** The statistics that sections share, by their names in the output. */
import type { Statistic } from "../figure.js";
import type { JudgedStatement } from "../judged-statement.js";
import { calibrationError, equalMassBins, equalWidthBins } from "../metrics/calibration-error.js";
import { forcedChoice } from "../metrics/forced-choice.js";
import { areaUnderCurve, logLoss } from "../metrics/ranking.js";
import { verdictFigures } from "../metrics/verdict-figures.js";

type Statistics = Readonly<Record<string, Statistic<JudgedStatement>>>;

export const FORCED_CHOICE: Statistics = {
  accuracy,
  precision: (items) => forcedChoice(items).precision,
  recall: (items) => forcedChoice(items).recall,
  f1: (items) => forcedChoice(items).f1,
  yes_ratio: (items) => forcedChoice(items).yesRatio,
};

export const RANKING: Statistics = { area_under_curve: areaUnderCurve, log_loss: logLoss };

export const VERDICTS: Statistics = {
  coverage: (items) => verdictFigures(items).coverage,
  accuracy_of_decided: (items) => verdictFigures(items).accuracyOfDecided,
  harm: (items) => verdictFigures(items).harm,
  catch: (items) => verdictFigures(items).catch,
};

export const CALIBRATION: Statistics = {
  expected_calibration_error: (items) => calibrationError(equalWidthBins(items)),
  expected_calibration_error_equal_mass: (items) => calibrationError(equalMassBins(items)),
};

/** Of forced choice. */
export function accuracy(items: readonly JudgedStatement[]): number | null {
  return forcedChoice(items).accuracy;
}
