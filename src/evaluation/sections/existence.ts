/**
 * Existence: by forced choice as POPE asks it, by verdict, and how well calibrated.
 *
 * The three splits share their true questions, so figures over all three are resampled by photograph like the rest, and the true
 * claims refuted (harm) are counted once for each time they are asked.
 */

import type { Resampling } from "../../statistics/bootstrap.js";
import { seededRandom } from "../../statistics/random.js";
import { type Figure, figures, tally } from "../figure.js";
import { type Bench, type JudgedStatement, judgeStatements } from "../judged-statement.js";
import { calibrationErrorByChance, equalWidthBins } from "../metrics/calibration-error.js";
import { SAMPLINGS, type Sampling } from "../truth/existence.js";
import type { Statement } from "../truth/statement.js";
import { type Section, section } from "./section.js";
import { CALIBRATION, FORCED_CHOICE, RANKING, VERDICTS } from "./statistics.js";

export type Splits = Readonly<Record<Sampling, readonly Statement[]>>;
export type JudgedSplits = Readonly<Record<Sampling, readonly JudgedStatement[]>>;

export async function judgeSplits(bench: Bench, splits: Splits): Promise<JudgedSplits> {
  const random = await judgeStatements(bench, splits.random);
  const popular = await judgeStatements(bench, splits.popular);
  return { random, popular, adversarial: await judgeStatements(bench, splits.adversarial) };
}

/** Forced choice, and how good the probabilities are wherever the line is drawn, a split at a time. */
export function existenceSection(judged: JudgedSplits, resampling: Resampling): Section {
  return section("existence", {
    figures: SAMPLINGS.flatMap((sampling) =>
      figures(`existence.${sampling}`, judged[sampling], { ...FORCED_CHOICE, ...RANKING }, resampling),
    ),
    notes: ["Answered yes at a probability of 0.5 or more. A question of which no expert said anything counts as yes."],
    items: SAMPLINGS.flatMap((sampling) => judged[sampling].map((item) => ({ section: "existence", sampling, ...item }))),
  });
}

/** Verdicts and calibration, all splits together, then the catch a split. */
export function verdictsSection(judged: JudgedSplits, resampling: Resampling): Section {
  const all = SAMPLINGS.flatMap((sampling) => judged[sampling]);
  return section("verdicts", {
    figures: [
      ...figures("verdicts", all, { ...VERDICTS, ...CALIBRATION }, resampling),
      errorByChance(all, resampling.seed),
      ...SAMPLINGS.flatMap((sampling) => figures(`verdicts.${sampling}`, judged[sampling], VERDICTS, resampling)),
      tally("verdicts.not_understood", all.filter(({ understood }) => !understood).length),
    ],
    reliability: equalWidthBins(all),
    notes: [
      "Harm: true claims refuted. Catch: false claims refuted. Calibration error: ten bins of equal width (and, beside it, of equal mass; by chance: what exact probabilities would have on so few claims).",
    ],
  });
}

/** The splits ask for the same present things: those are drawn once. */
function errorByChance(all: readonly JudgedStatement[], seed: number): Figure {
  const asked = all.map((item) => ({ ...item, claim: `${item.photograph} ${item.about}` }));
  const photographs = new Set(all.map(({ photograph }) => photograph)).size;
  const value = calibrationErrorByChance(asked, seededRandom(seed));
  return { id: "verdicts.expected_calibration_error_by_chance", value, interval: null, items: all.length, photographs };
}
