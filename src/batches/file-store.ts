/** Files that callers send and fetch: kept on disk until they are deleted or their time is over. */
import { randomUUID } from "node:crypto";
import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { YaffleError } from "../domain/error.js";
import { makeFolder } from "../folders.js";
import { Documents } from "./documents.js";
import { type Page, type PageRequest, pageOf } from "./page.js";
import { type FilePurpose, type Owner, type StoredFile, storedFileSchema } from "./stored.js";
import { DAY_MS, type WallClock } from "./wall-clock.js";

/** How long a file is kept where nothing else is said. */
export const FILE_LIFE_MS = 30 * DAY_MS;

const CONTENT = "content";

export interface NewFile {
  readonly owner: Owner;
  readonly filename: string;
  readonly purpose: FilePurpose;
  readonly lifeMs: number;
}

/** Writes the content to the path. @returns what is to be remembered of it */
export type WriteFile = (path: string) => Promise<NewFile>;

export class FileStore {
  readonly #documents: Documents<StoredFile>;
  readonly #clock: WallClock;
  readonly #maxFiles: number;

  private constructor(documents: Documents<StoredFile>, clock: WallClock, maxFiles: number) {
    this.#documents = documents;
    this.#clock = clock;
    this.#maxFiles = maxFiles;
  }

  static async open(folder: string, clock: WallClock, maxFiles: number): Promise<FileStore> {
    return new FileStore(await Documents.open(folder, "file.json", storedFileSchema), clock, maxFiles);
  }

  /**
   * Keeps what `write` writes to the path that it is given. A file that is not written to its end leaves nothing behind.
   * @throws YaffleError conflict where there are as many files as may be; what `write` throws
   */
  async add(write: WriteFile): Promise<StoredFile> {
    await this.sweep();
    if (this.#documents.size >= this.#maxFiles)
      throw new YaffleError("conflict", `As many files as may be kept (${this.#maxFiles}) are there already; delete one first.`);
    return this.#keep(`file-${randomUUID().replaceAll("-", "")}`, write);
  }

  /** The same for what a batch gives: always taken, and written anew where an earlier try was cut off. */
  addOutput(write: WriteFile, id: string): Promise<StoredFile> {
    return this.#keep(id, write);
  }

  async #keep(id: string, write: WriteFile): Promise<StoredFile> {
    await makeFolder(this.#documents.folderOf(id));
    try {
      const { lifeMs, ...facts } = await write(this.pathOf(id));
      const { size: bytes } = await stat(this.pathOf(id));
      const createdMs = this.#clock.nowMs();
      const file = { ...facts, id, sequence: this.#documents.nextSequence(), bytes, createdMs, expiresMs: createdMs + lifeMs };
      await this.#documents.put(file);
      return file;
    } catch (thrown) {
      await rm(this.#documents.folderOf(id), { recursive: true, force: true });
      throw thrown;
    }
  }

  /** @throws YaffleError not_found, also for a file of another owner */
  get(id: string, owner: Owner): StoredFile {
    const file = this.#documents.find(id);
    if (file === undefined || file.owner !== owner || this.#isOver(file)) throw new YaffleError("not_found", `There is no file ${id}.`);
    return file;
  }

  list(owner: Owner, purpose: string | null, request: PageRequest): Page<StoredFile> {
    const mine = this.#documents
      .all()
      .filter((file) => file.owner === owner && !this.#isOver(file) && (purpose === null || file.purpose === purpose));
    return pageOf(mine, request);
  }

  /** @throws YaffleError not_found */
  async remove(id: string, owner: Owner): Promise<void> {
    await this.#documents.remove(this.get(id, owner).id);
  }

  /** Where the bytes of a file lie. */
  pathOf(id: string): string {
    return join(this.#documents.folderOf(id), CONTENT);
  }

  /** Removes the files whose time is over. */
  async sweep(): Promise<void> {
    for (const file of this.#documents.all()) if (this.#isOver(file)) await this.#documents.remove(file.id);
  }

  #isOver({ expiresMs }: StoredFile): boolean {
    return expiresMs <= this.#clock.nowMs();
  }
}
