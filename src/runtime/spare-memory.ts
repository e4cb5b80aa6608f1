/**
 * Memory of runs that are over, for runs to come.
 *
 * A look at a picture takes and leaves some eight megabytes outside the heap. Left to the collector, they make it search the whole heap every
 * other run, which took a tenth of all processor time; handed on, they cost nothing.
 */
/** Of the largest block that was asked for, so many may lie unused: each run under way of a batch needs as much again soon. */
const LARGEST_KEPT = 4;

export class SpareMemory {
  readonly #maxBytes: number;
  #largestBytes = 0;
  /** Oldest first. */
  #blocks: readonly ArrayBuffer[] = [];
  /** Sizes that were asked for: blocks of others would only lie there. */
  readonly #asked = new Set<number>();

  /** @param maxBytes that lie unused at most, where no block is so large that four of it take more */
  constructor(maxBytes = 64 * 1024 * 1024) {
    this.#maxBytes = maxBytes;
  }

  /** So many floats; what stands in them may be anything. */
  floats(length: number): Float32Array<ArrayBuffer> {
    return new Float32Array(this.take(length * Float32Array.BYTES_PER_ELEMENT) ?? new ArrayBuffer(length * Float32Array.BYTES_PER_ELEMENT));
  }

  /** A block of exactly this size, where one is left. */
  take(bytes: number): ArrayBuffer | null {
    this.#asked.add(bytes);
    this.#largestBytes = Math.max(this.#largestBytes, bytes);
    const block = this.#blocks.findLast(({ byteLength }) => byteLength === bytes) ?? null;
    if (block !== null) this.#blocks = this.#blocks.filter((other) => other !== block);
    return block;
  }

  /** A block that nobody reads or writes any more. One that went to another thread, or of a size that nobody asks for, is left to the collector. */
  give(block: ArrayBufferLike): void {
    if (!(block instanceof ArrayBuffer) || block.byteLength === 0 || !this.#asked.has(block.byteLength)) return;
    if (this.#blocks.includes(block)) return;
    const bound = Math.max(this.#maxBytes, LARGEST_KEPT * this.#largestBytes);
    let bytes = 0;
    this.#blocks = [...this.#blocks, block]
      .reverse()
      .filter(({ byteLength }) => {
        bytes += byteLength;
        return bytes <= bound;
      })
      .reverse();
  }
}
