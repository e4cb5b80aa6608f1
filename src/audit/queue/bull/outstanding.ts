/** The chunks that a run has handed over and that have not come back, and whether more may go out. */
import { bytesOf, type Chunk } from "./chunk.js";

/** Few at first, so that Redis holds little; twice as many each time that workers have taken all of them. */
const FIRST_CHUNKS = 48;
const MOST_CHUNKS = 3072;
/** Pictures that stand in their rows make heavy chunks. */
const MOST_BYTES = 256 * 1024 * 1024;

export class Outstanding {
  readonly #chunks = new Map<string, Chunk>();
  #most = FIRST_CHUNKS;
  #bytes = 0;

  get size(): number {
    return this.#chunks.size;
  }

  /** One chunk may always be out, however heavy. */
  get hasRoom(): boolean {
    return this.size < this.#most && (this.size === 0 || this.#bytes < MOST_BYTES);
  }

  get mayWiden(): boolean {
    return this.#most < MOST_CHUNKS;
  }

  widen(): void {
    this.#most = Math.min(MOST_CHUNKS, this.#most * 2);
  }

  add(id: string, chunk: Chunk): void {
    this.remove(id);
    this.#chunks.set(id, chunk);
    this.#bytes += weightOf(chunk);
  }

  remove(id: string): void {
    const chunk = this.#chunks.get(id);
    if (chunk === undefined) return;
    this.#chunks.delete(id);
    this.#bytes -= weightOf(chunk);
  }

  /** As they are now. */
  all(): readonly (readonly [string, Chunk])[] {
    return [...this.#chunks];
  }
}

function weightOf({ rows }: Chunk): number {
  return rows.reduce((sum, row) => sum + bytesOf(row), 0);
}
