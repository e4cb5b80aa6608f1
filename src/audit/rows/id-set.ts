/** The ids that were seen, at 16 to 32 bytes each: an open-addressing table of fingerprints. */
import { fingerprint } from "./fingerprint.js";

const FIRST_PLACES = 1024;
const LARGEST_LOAD = 0.5;

export class IdSet {
  #table = new Uint32Array(FIRST_PLACES * 2);
  #size = 0;

  /** @returns false where it was there already */
  add(id: string): boolean {
    if (this.#size + 1 > (this.#table.length / 2) * LARGEST_LOAD) this.#grow();
    const [low, high] = fingerprint(id);
    if (!put(this.#table, low, high)) return false;
    this.#size += 1;
    return true;
  }

  #grow(): void {
    const larger = new Uint32Array(this.#table.length * 2);
    for (let at = 0; at < this.#table.length; at += 2) {
      const [low = 0, high = 0] = [this.#table[at], this.#table[at + 1]];
      if (low !== 0 || high !== 0) put(larger, low, high);
    }
    this.#table = larger;
  }
}

function put(table: Uint32Array, low: number, high: number): boolean {
  const places = table.length / 2;
  for (let place = low % places; ; place = (place + 1) % places) {
    const at = place * 2;
    if (table[at] === low && table[at + 1] === high) return false;
    if (table[at] === 0 && table[at + 1] === 0) {
      table[at] = low;
      table[at + 1] = high;
      return true;
    }
  }
}
