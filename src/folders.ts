/** Folders that a setting or a flag names. */
import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { YaffleError } from "./domain/error.js";

/**
 * Makes sure of a folder, and of those that it lies in. Step by step: where the system answers that the parent is missing though it is there (as in
 * /proc), Node's own recursive mkdir never ends.
 * @throws YaffleError invalid_request where it cannot be made, with the system's reason
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await makeWithParents(folder);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/, mkdir.*$/, "") : String(error);
    throw new YaffleError("invalid_request", `The folder ${folder} cannot be made: ${reason}. Name one that can be written to.`, {
      cause: error,
    });
  }
}

async function makeWithParents(folder: string): Promise<void> {
  const code = await attempt(folder);
  if (code === null) return;
  const parent = dirname(folder);
  if (code.name !== "ENOENT" || parent === folder) throw code.error;
  await makeWithParents(parent);
  const again = await attempt(folder);
  if (again !== null) throw again.error;
}

/** @returns null where the folder is there now */
async function attempt(folder: string): Promise<{ readonly name: string; readonly error: unknown } | null> {
  try {
    await mkdir(folder);
    return null;
  } catch (error) {
    const name = error instanceof Error && "code" in error ? String(error.code) : "";
    if (name !== "EEXIST") return { name, error };
    return (await stat(folder)).isDirectory() ? null : { name, error: new Error("it is a file") };
  }
}
