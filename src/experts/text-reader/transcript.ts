/**
 * From the reader's scores to letters, by greedy CTC decoding: the likeliest letter of each step, repeats and blanks dropped.
 * Source: A. Graves et al., "Connectionist temporal classification" (2006).
 */

export interface Transcript {
  readonly text: string;
  /** 0 to 1; as sure as the mean letter, and no surer than the least sure one allows. */
  readonly score: number;
}

const BLANK = 0;

/** How much the least sure letter weighs in a line's score: one wrong letter makes another word. */
const WEAKEST_WEIGHT = 0.5;

/**
 * @param scores steps × letters, each step's sum 1
 * @param letters by class; the first class is the blank
 */
export function transcribe(scores: Float32Array, steps: number, letters: readonly string[]): Transcript {
  const classes = letters.length;
  let text = "";
  let before = BLANK;
  const chances: number[] = [];
  for (let step = 0; step < steps; step += 1) {
    const row = scores.subarray(step * classes, (step + 1) * classes);
    let best = BLANK;
    for (let letter = 1; letter < classes; letter += 1) if ((row[letter] ?? 0) > (row[best] ?? 0)) best = letter;
    if (best !== BLANK && best !== before) {
      text += letters[best] ?? "";
      chances.push(row[best] ?? 0);
    }
    before = best;
  }
  if (chances.length === 0) return { text: "", score: 0 };
  const mean = chances.reduce((sum, chance) => sum + chance, 0) / chances.length;
  return { text: text.trim(), score: mean * (1 - WEAKEST_WEIGHT) + Math.min(...chances) * WEAKEST_WEIGHT };
}

/** The classes of PP-OCR: blank, the lines of its key file, space. */
export function lettersOf(keys: string): readonly string[] {
  const lines = keys.split(/\r?\n/);
  return ["", ...(lines.at(-1) === "" ? lines.slice(0, -1) : lines), " "];
}
