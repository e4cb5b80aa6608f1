/**
 * The unfinished file of a download. Each pull writes under a name of its own, so two at once do not meet; one that ends early leaves what it
 * has under a common name, and the next takes it over by renaming, which only one can do. What a killed pull left is known by its age.
 *
 * A file that no sha256 vouches for is gone on with only where its server gave a strong mark of the version: part and mark are one name, so that
 * whoever takes the part over has its own mark and no other's.
 */
import { createHash, randomUUID } from "node:crypto";
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

/** NAME.uuid.part; a part that was left with its mark, NAME.digest.mark.part, waits for its own address. */
function isOfOnePull(name: string, target: string): boolean {
  return /^\.[^.]+\.part$/.test(name.slice(basename(target).length));
}

/** Of a part that nothing vouches for. */
export interface Origin {
  /** Null for none that could be asked for the rest. */
  readonly url: string | null;
  /** The server's strong mark; null where it gave none. */
  version: string | null;
}

export const NO_ORIGIN: Origin = { url: null, version: null };

/** Longer ones make no file name. */
const MAX_MARK_CHARACTERS = 120;

/** Takes over what a pull left of this address, unless something was got already. */
export async function takeVersion(own: string, target: string, url: string): Promise<Origin> {
  const prefix = `${basename(target)}.${shortDigest(url)}.`;
  const names = ((await sizeOf(own)) ?? 0) > 0 ? [] : await readdir(dirname(target));
  for (const name of names.filter((one) => one.startsWith(prefix) && one.endsWith(".part"))) {
    if (!(await tookOver(join(dirname(target), name), own))) continue;
    return { url, version: Buffer.from(name.slice(prefix.length, -".part".length), "base64url").toString("utf8") };
  }
  return { url, version: null };
}

/** Leaves a part for the next pull from the same address; one without a mark goes. */
export async function leaveVersion(own: string, target: string, { url, version }: Origin): Promise<void> {
  const mark = Buffer.from(version ?? "", "utf8").toString("base64url");
  const isOfUse = url !== null && mark !== "" && mark.length <= MAX_MARK_CHARACTERS && ((await sizeOf(own)) ?? 0) > 0;
  if (isOfUse) await rename(own, `${target}.${shortDigest(url)}.${mark}.part`);
  else await rm(own, { force: true });
}

function shortDigest(url: string): string {
  return createHash("sha256").update(url).digest("hex").slice(0, 12);
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
  const names = (await readdir(folder)).filter((name) => name.startsWith(`${basename(target)}.`) && isOfOnePull(name, target));
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
