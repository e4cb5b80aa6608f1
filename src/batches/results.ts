/** The results of a batch while they are written: what is there, then each further one, until there will be no more. */
import { open } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ERRORS_FILE, RESULTS_FILE } from "../audit/journal/journal.js";
import { type BatchResult, failureOf, resultOf } from "./output.js";

/** How often it is looked for further results. */
const LOOK_MS = 100;
const PIECE_BYTES = 256 * 1024;
const LINE_FEED = 10;

/** @param isOver whether nothing more will be written. @throws the signal's reason where it aborts */
export async function* followResults(audit: string, isOver: () => boolean, signal: AbortSignal): AsyncGenerator<BatchResult, void> {
  const tails = [
    { tail: new Tail(join(audit, RESULTS_FILE)), read: resultOf },
    { tail: new Tail(join(audit, ERRORS_FILE)), read: failureOf },
  ];
  for (;;) {
    const wasOver = isOver();
    for (const { tail, read } of tails) {
      for await (const line of tail.lines()) {
        signal.throwIfAborted();
        yield read(line);
      }
    }
    if (wasOver) return;
    await wait(LOOK_MS, undefined, { signal }).catch(() => signal.throwIfAborted());
  }
}

/** A file that grows by whole lines. */
class Tail {
  readonly #path: string;
  #at = 0;

  constructor(path: string) {
    this.#path = path;
  }

  /** The whole lines behind those that were given; none where there is no file yet. */
  async *lines(): AsyncGenerator<Buffer, void> {
    const file = await open(this.#path, "r").catch(() => null);
    if (file === null) return;
    try {
      let pieces: Buffer[] = [];
      let place = this.#at;
      for (;;) {
        const { bytesRead, buffer } = await file.read(Buffer.alloc(PIECE_BYTES), 0, PIECE_BYTES, place);
        if (bytesRead === 0) return;
        place += bytesRead;
        const piece = buffer.subarray(0, bytesRead);
        let start = 0;
        for (let feed = piece.indexOf(LINE_FEED); feed >= 0; feed = piece.indexOf(LINE_FEED, start)) {
          const line = Buffer.concat([...pieces, piece.subarray(start, feed)]);
          pieces = [];
          this.#at += line.length + 1;
          start = feed + 1;
          yield line;
        }
        pieces.push(piece.subarray(start));
      }
    } finally {
      await file.close();
    }
  }
}
