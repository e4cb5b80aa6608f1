/** Small JSON documents, one a folder: written whole or not at all, whenever the process ends. */
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "zod";
import { replaceFile } from "../files.js";
import { makeFolder } from "../folders.js";

export class Documents<Document extends { readonly id: string; readonly sequence: number }> {
  readonly #folder: string;
  readonly #name: string;
  readonly #known: Map<string, Document>;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(folder: string, name: string, documents: readonly Document[]) {
    this.#folder = folder;
    this.#name = name;
    this.#known = new Map(documents.map((document) => [document.id, document]));
  }

  /** Reads what is there. A folder whose document was never finished is removed: nobody was told of it. */
  static async open<Document extends { readonly id: string; readonly sequence: number }>(
    folder: string,
    name: string,
    schema: z.ZodType<Document>,
  ): Promise<Documents<Document>> {
    await makeFolder(folder);
    const found: Document[] = [];
    for (const id of await readdir(folder)) {
      const text = await readFile(join(folder, id, name), "utf8").catch(() => "null");
      const document = schema.safeParse(JSON.parse(text));
      if (document.success) found.push(document.data);
      else await rm(join(folder, id), { recursive: true, force: true });
    }
    return new Documents(
      folder,
      name,
      found.sort((a, b) => a.sequence - b.sequence),
    );
  }

  get size(): number {
    return this.#known.size;
  }

  /** In the order of their making. */
  all(): readonly Document[] {
    return [...this.#known.values()];
  }

  find(id: string): Document | undefined {
    return this.#known.get(id);
  }

  nextSequence(): number {
    return (this.all().at(-1)?.sequence ?? 0) + 1;
  }

  /** Where everything of one id lies. */
  folderOf(id: string): string {
    return join(this.#folder, id);
  }

  /** Known, and written with the next put. */
  remember(document: Document): void {
    this.#known.set(document.id, document);
  }

  /** Known at once; settles when it is on disk. */
  async put(document: Document): Promise<void> {
    this.#known.set(document.id, document);
    await this.#next(async () => {
      const path = join(this.folderOf(document.id), this.#name);
      await makeFolder(this.folderOf(document.id));
      await replaceFile(path, `${JSON.stringify(document)}\n`);
    });
  }

  async remove(id: string): Promise<void> {
    this.#known.delete(id);
    await this.#next(() => rm(this.folderOf(id), { recursive: true, force: true }));
  }

  /** One after the other, so that the last to be put is the last to be written. */
  #next(work: () => Promise<unknown>): Promise<void> {
    const done = this.#last.then(work).then(() => undefined);
    this.#last = done.catch(() => undefined);
    return done;
  }
}
