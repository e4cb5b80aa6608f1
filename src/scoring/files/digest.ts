/**
 * What is needed of a large file, kept in a cache folder under the file's own sha256: COCO's instances are 160 MB, what scores read of them is
 * two. What is kept is what stood in the file, before any rule of ours is applied to it, so that no change of a vocabulary makes it stale.
 */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "zod";
import { writeWhole } from "../../files.js";
import { parsedDocument, readable } from "./json.js";

export interface DigestForm<Whole, Digest extends object> {
  /** Of the kept file; another one where the digest has another form. */
  readonly name: string;
  readonly whole: z.ZodType<Whole>;
  readonly digest: z.ZodType<Digest>;
  /** @throws YaffleError `invalid_request` where the file contradicts itself */
  reduce(file: string, whole: Whole): Digest;
}

/**
 * @param cacheFolder null keeps nothing. A folder that cannot be written, and a kept file that is damaged, are passed over: the file itself is
 * read then
 * @throws YaffleError `invalid_request` where the file cannot be read or does not fit
 */
export async function readDigest<Whole, Digest extends object>(
  file: string,
  { name, whole, digest, reduce }: DigestForm<Whole, Digest>,
  cacheFolder: string | null,
): Promise<Digest> {
  const bytes = await readFile(file).catch((thrown: unknown) => {
    throw readable(thrown, file);
  });
  const made = (): Digest => reduce(file, parsedDocument(file, bytes.toString("utf8"), whole));
  if (cacheFolder === null) return made();
  const place = join(cacheFolder, "scores", `${name}-${createHash("sha256").update(bytes).digest("hex")}.json`);
  const kept = await readKept(place, digest);
  if (kept !== null) return kept;
  const fresh = made();
  await writeWhole(place, JSON.stringify(fresh)).catch(() => undefined);
  return fresh;
}

async function readKept<Digest>(place: string, schema: z.ZodType<Digest>): Promise<Digest | null> {
  try {
    return schema.parse(JSON.parse(await readFile(place, "utf8")));
  } catch {
    return null;
  }
}
