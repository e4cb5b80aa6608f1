/** What a network says of one view, before calibration: raw scores and boxes, the same for every architecture. */
import type { Box } from "../../domain/box.js";
import type { View } from "./view.js";

export interface Sighting {
  readonly classIndex: number;
  /** As the network gives it, 0 to 1: ordered by likelihood, but no probability. */
  readonly score: number;
  /** Fractions of the whole picture, whatever the view. */
  readonly box: Box;
}

/** One run of the network. */
export interface Look {
  readonly view: View;
  readonly sightings: readonly Sighting[];
}

/** Scores below this tell nothing apart; boxes of them are not read. A class's best score is read all the same. */
export const LEAST_SCORE = 0.04;
