/**
 * The unfinished file of a download. Each pull writes under a name of its own, so two at once do not meet; one that ends early leaves what it
 * has under a common name, and the next takes it over by renaming, which only one can do. What a killed pull left is known by its age.
 */
import { randomUUID } from "node:crypto";
import { readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { isMissing } from "../../files.js";
import { makeFolder } from "../../folders.js";
import { sizeOf } from "../model-file.js";

/** Longer than a living download ever goes without a byte. */
export const ABANDONED_AFTER_MS = 120_000;

/**
 * A name to write to; a part that others left lies there already where there is one.
 * @param nowMs milliseconds since 1970
 */
export async function takePart(target: string, nowMs: number): Promise<string> {
  await makeFolder(dirname(target));
  const own = `${target}.${randomUUID()}.part`;
  for (const left of [`${target}.part`, ...(await abandoned(target, nowMs))]) {
    if (await tookOver(left, own)) break;
  }
  return own;
}

/** Leaves a part for the next pull; an empty one goes. */
export async function leavePart(own: string, target: string): Promise<void> {
  if (((await sizeOf(own)) ?? 0) === 0) await rm(own, { force: true });
  else await rename(own, `${target}.part`);
}

async function tookOver(left: string, own: string): Promise<boolean> {
  try {
    await rename(left, own);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

async function abandoned(target: string, nowMs: number): Promise<readonly string[]> {
  const folder = dirname(target);
  const names = (await readdir(folder)).filter((name) => name.startsWith(`${basename(target)}.`) && name.endsWith(".part"));
  const found: string[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const changed = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => nowMs,
    );
    if (nowMs - changed > ABANDONED_AFTER_MS) found.push(path);
  }
  return found;
}
