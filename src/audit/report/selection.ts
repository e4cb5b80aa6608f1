/**
 * Which rows the page lists, where there are more than a browser likes: those with the most refuted claims, of equal ones the first.
 *
 * Numbers of refuted claims are counted, not rows kept, so that choosing among a hundred thousand costs no memory.
 */
export const MAX_LISTED_ROWS = 10_000;

/** Rows with more refuted claims than this are as bad as each other. */
const MOST = 1000;

export class Selection {
  readonly #rowsBy = new Uint32Array(MOST + 1);
  #rows = 0;

  constructor(readonly max: number = MAX_LISTED_ROWS) {}

  /** A row of the first reading. */
  count(refuted: number): void {
    const place = Math.min(refuted, MOST);
    this.#rowsBy[place] = (this.#rowsBy[place] ?? 0) + 1;
    this.#rows += 1;
  }

  get listed(): number {
    return Math.min(this.#rows, this.max);
  }

  /** Says of each row of the second reading, in the same order, whether it is listed. */
  chooser(): (refuted: number) => boolean {
    let threshold = MOST;
    let above = 0;
    while (threshold > 0 && above + (this.#rowsBy[threshold] ?? 0) < this.max) {
      above += this.#rowsBy[threshold] ?? 0;
      threshold -= 1;
    }
    let equalLeft = this.max - above;
    return (refuted) => {
      const place = Math.min(refuted, MOST);
      if (place !== threshold) return place > threshold;
      equalLeft -= 1;
      return equalLeft >= 0;
    };
  }
}
