/** The lines of a file, one at a time: however long the file is, one piece of it and one line are held. */
import { createReadStream } from "node:fs";

const LINE_FEED = 10;

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Without the line feed; null where the line is longer than allowed. */
  readonly bytes: Buffer | null;
  /** Whether a line feed ends it; only the last line of a file may lack one. */
  readonly isWhole: boolean;
  /** Bytes of the file up to and with this line. */
  readonly end: number;
}

/** @throws what the file system throws */
export async function* readLines(path: string, maxLineBytes: number): AsyncGenerator<Line, void> {
  let pieces: Buffer[] = [];
  let [held, end, number] = [0, 0, 1];
  const keep = (piece: Buffer): void => {
    held += piece.length;
    if (held <= maxLineBytes) pieces.push(piece);
    else pieces = [];
  };
  const line = (isWhole: boolean): Line => {
    const bytes = held > maxLineBytes ? null : Buffer.concat(pieces);
    const one = { number, bytes, isWhole, end };
    [pieces, held, number] = [[], 0, number + 1];
    return one;
  };
  const input: AsyncIterable<Buffer> = createReadStream(path);
  for await (const piece of input) {
    let start = 0;
    for (let feed = piece.indexOf(LINE_FEED); feed >= 0; feed = piece.indexOf(LINE_FEED, start)) {
      keep(piece.subarray(start, feed));
      end += feed + 1 - start;
      start = feed + 1;
      yield line(true);
    }
    keep(piece.subarray(start));
    end += piece.length - start;
  }
  if (held > 0) yield line(false);
}
