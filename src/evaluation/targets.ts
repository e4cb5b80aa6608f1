/**
 * What the figures are meant to reach with the embedded experts on a CPU, and what others reached.
 *
 * Comparisons: Woodpecker with Grounding DINO, the best rows of its paper (arXiv 2310.16045; other photographs, 300 questions, ±3.8
 * points), and the embedded detector's raw scores with the best threshold known afterwards, which nobody could use beforehand.
 */

export interface Target {
  readonly must: number;
  readonly moonshot: number;
  /** Whether the figure should be at least or at most the target. */
  readonly direction: "at_least" | "at_most";
  /** Another figure that must be reached at once, for the target to count. */
  readonly given: { readonly id: string; readonly must: number; readonly moonshot: number } | null;
  readonly comparison: string;
}

function atLeast(must: number, moonshot: number, comparison = "", given: Target["given"] = null): Target {
  return { must, moonshot, direction: "at_least", given, comparison };
}

function atMost(must: number, moonshot: number): Target {
  return { must, moonshot, direction: "at_most", given: null, comparison: "" };
}

/** By a figure's id. */
export const TARGETS: Readonly<Record<string, Target>> = {
  "existence.random.accuracy": atLeast(0.915, 0.93, "Woodpecker 0.877; bare detector in hindsight 0.912, with mirror and tiles 0.923"),
  "existence.popular.accuracy": atLeast(0.87, 0.89, "Woodpecker 0.843; bare detector in hindsight 0.868, with mirror and tiles 0.877"),
  "existence.adversarial.accuracy": atLeast(0.83, 0.85, "Woodpecker 0.830; bare detector in hindsight 0.820, with mirror and tiles 0.835"),
  "verdicts.accuracy_of_decided": atLeast(0.93, 0.95, "0.94 in hindsight", { id: "verdicts.coverage", must: 0.75, moonshot: 0.75 }),
  "verdicts.harm": atMost(0.03, 0.01),
  "verdicts.random.catch": atLeast(0.7, 0.8, "raw scores in hindsight, at 2% harm: 0.75"),
  "verdicts.popular.catch": atLeast(0.5, 0.65, "raw scores in hindsight, at 2% harm: 0.47"),
  "verdicts.adversarial.catch": atLeast(0.38, 0.55, "raw scores in hindsight, at 2% harm: 0.35"),
  "verdicts.expected_calibration_error": atMost(0.05, 0.03),
  "position.accuracy_of_decided": atLeast(0.95, 0.98, "", { id: "position.coverage", must: 0.4, moonshot: 0.6 }),
  "count.accuracy_of_decided": atLeast(0.8, 0.88, "", { id: "count.coverage", must: 0.35, moonshot: 0.5 }),
  "caption_pairs.right": atLeast(0.62, 0.68, "chance 0.5; the 80 categories' nouns with calibrated scores 0.594"),
};

export type Reached = "moonshot" | "must" | "missed";

/** What a figure reaches of its target; `values` holds every figure by id. Null where there is no target, or nothing was measured. */
export function reached(id: string, values: ReadonlyMap<string, number | null>): Reached | null {
  const target = TARGETS[id];
  const value = values.get(id) ?? null;
  if (target === undefined || value === null) return null;
  const reaches = (level: "must" | "moonshot") => {
    const given = target.given === null || (values.get(target.given.id) ?? 0) >= target.given[level];
    return given && (target.direction === "at_least" ? value >= target[level] : value <= target[level]);
  };
  if (reaches("moonshot")) return "moonshot";
  return reaches("must") ? "must" : "missed";
}
