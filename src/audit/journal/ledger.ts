/**
 * Which lines of the rows' file are done, and by what id: 8 bytes a line.
 *
 * Lines and not ids decide, since a line without a readable id, and a second line with the same id, have their own place in the
 * output. The id is kept beside the line so that a run is not continued with another file.
 */
import { fingerprint } from "../rows/fingerprint.js";

const FIRST_LINES = 1024;

export class Ledger {
  #marks = new Uint32Array(FIRST_LINES * 2);
  #last = 0;

  /** The last line that is done; 0 where none is. */
  get last(): number {
    return this.#last;
  }

  /** @returns false where the line was done already */
  mark(line: number, id: string | null): boolean {
    if (this.isDone(line)) return false;
    while (line * 2 + 1 >= this.#marks.length) {
      const larger = new Uint32Array(this.#marks.length * 2);
      larger.set(this.#marks);
      this.#marks = larger;
    }
    const [low, high] = fingerprint(id);
    this.#marks[line * 2] = low;
    this.#marks[line * 2 + 1] = high;
    this.#last = Math.max(this.#last, line);
    return true;
  }

  isDone(line: number): boolean {
    return (this.#marks[line * 2] ?? 0) !== 0 || (this.#marks[line * 2 + 1] ?? 0) !== 0;
  }

  /** Whether the line is done by a row of this id; false also where it is not done. */
  isDoneBy(line: number, id: string | null): boolean {
    const [low, high] = fingerprint(id);
    return this.#marks[line * 2] === low && this.#marks[line * 2 + 1] === high;
  }
}
