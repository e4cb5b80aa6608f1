/** One audit a folder: a second one on the same files would write rows twice. */
import { readFile, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { YaffleError } from "../../domain/error.js";

const LOCK_FILE = "audit.lock";

/**
 * Takes the folder; the lock of a process that is gone is taken over.
 * @returns gives it back
 * @throws YaffleError conflict where another process works on it
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, LOCK_FILE);
  const mine = `${process.pid} ${hostname()}\n`;
  try {
    await writeFile(path, mine, { flag: "wx" });
  } catch (thrown) {
    if (!(thrown instanceof Error && "code" in thrown && thrown.code === "EEXIST")) throw thrown;
    const [pid = "", host = ""] = (await readFile(path, "utf8")).trim().split(" ");
    if (host !== hostname() || isAlive(Number(pid))) {
      throw new YaffleError("conflict", `Process ${pid} on ${host} works on ${folder}; if it is gone, remove ${path}.`);
    }
    await writeFile(path, mine);
  }
  return () => rm(path, { force: true });
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return thrown instanceof Error && "code" in thrown && thrown.code === "EPERM";
  }
}
