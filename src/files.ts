/** Files that are written whole or not at all, and what the file system says where it fails. */
import { randomUUID } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { YaffleError } from "./domain/error.js";
import { makeFolder } from "./folders.js";

/** Of a fault of the file system: "ENOSPC". */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}

/** Also where a folder of its path is a file. */
export function isMissing(error: unknown): boolean {
  return codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR";
}

/**
 * Writes beside the place and renames: whoever reads sees the old file, or none, or the whole new one, whenever the process ends.
 * @throws what the file system throws
 */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const unfinished = `${path}.${randomUUID()}.part`;
  try {
    await writeFile(unfinished, content, { flag: "wx" });
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw error;
  }
}

/**
 * The same in a folder that the user named, which is made where it is missing.
 * @throws YaffleError invalid_request for a folder that cannot be made or written to
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await makeFolder(dirname(path));
  try {
    await replaceFile(path, content);
  } catch (error) {
    const code = codeOf(error) ?? "";
    if (!UNWRITABLE.has(code)) throw error;
    throw new YaffleError("invalid_request", `The folder ${dirname(path)} cannot be written to (${code}). Name another one.`, {
      cause: error,
    });
  }
}

/** The folder's fault, not the file's. */
const UNWRITABLE: ReadonlySet<string> = new Set(["EACCES", "EPERM", "EROFS", "ENOTDIR", "ENOENT"]);
