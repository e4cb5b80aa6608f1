/** The pictures of the listed rows: each is numbered once, however many rows are about it, and made small when all are known. */
import type { ImageLimits } from "../../image/source.js";
import type { ResultLine } from "../outcome.js";
import { type RowSource, readRows } from "../rows/read-rows.js";
import type { PagePicture } from "./page-data.js";
import { MAX_THUMBNAILS, thumbnailer } from "./thumbnails.js";

interface Wanted {
  readonly at: number;
  readonly sha256: string;
  /** Null where the picture stood in the row itself. */
  readonly path: string | null;
  readonly line: number;
  readonly image: number;
}

export class PagePictures {
  readonly #wanted = new Map<string, Wanted>();
  readonly #known = new Set<string>();

  /** The report's pictures, with a number for each that is to be in the file. */
  number({ images, row }: ResultLine): readonly PagePicture[] {
    return images.map(({ sha256, width, height }, image) => {
      this.#known.add(sha256);
      const known = this.#wanted.get(sha256);
      if (known === undefined && this.#wanted.size >= MAX_THUMBNAILS) return { at: -1, width, height };
      const wanted = known ?? { at: this.#wanted.size, sha256, path: row.images[image] ?? null, line: row.line, image };
      this.#wanted.set(sha256, wanted);
      return { at: wanted.at, width, height };
    });
  }

  /** Different pictures among the listed rows. */
  get size(): number {
    return this.#known.size;
  }

  /**
   * Small JPEGs by number; null where a picture is gone or the file would grow too large.
   * @param rows where pictures are found that stood in their rows; null where that file is not at hand
   */
  async make(rows: RowSource | null, limits: ImageLimits, signal?: AbortSignal): Promise<readonly (Buffer | null)[]> {
    const made: (Buffer | null)[] = [...this.#wanted].map(() => null);
    const { make } = thumbnailer(this.#wanted.size, limits, signal);
    const inRows = new Map<number, Wanted[]>();
    for (const one of this.#wanted.values()) {
      if (one.path !== null) made[one.at] = await make({ type: "file", path: one.path }, one.sha256);
      else inRows.set(one.line, [...(inRows.get(one.line) ?? []), one]);
    }
    if (rows === null || inRows.size === 0) return made;
    for await (const read of readRows(rows)) {
      if (read.type !== "row") continue;
      for (const { at, image, sha256 } of inRows.get(read.row.line) ?? []) {
        const source = read.row.images[image];
        if (source !== undefined) made[at] = await make(source, sha256);
      }
    }
    return made;
  }
}
