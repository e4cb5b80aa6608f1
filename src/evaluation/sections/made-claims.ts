/** Claims made from boxes and labels: count, color, position; the figures of verdicts and forced choice for each. */

import type { Resampling } from "../../statistics/bootstrap.js";
import { figures, tally } from "../figure.js";
import { type Bench, judgeStatements } from "../judged-statement.js";
import { equalWidthBins } from "../metrics/calibration-error.js";
import type { Statement } from "../truth/statement.js";
import { type Section, section } from "./section.js";
import { accuracy, CALIBRATION, VERDICTS } from "./statistics.js";

export async function madeClaimsSection(
  name: "count" | "color" | "position",
  bench: Bench,
  statements: readonly Statement[],
  resampling: Resampling,
): Promise<Section> {
  const judged = await judgeStatements(bench, statements);
  return section(name, {
    figures: [
      ...figures(name, judged, { ...VERDICTS, forced_choice_accuracy: accuracy, ...CALIBRATION }, resampling),
      tally(`${name}.not_understood`, judged.filter(({ understood }) => !understood).length),
    ],
    reliability: equalWidthBins(judged),
    items: judged.map((item) => ({ section: name, ...item })),
  });
}
