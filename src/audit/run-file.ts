/** What a folder remembers of its run: the name by which the queue knows it. */
import { randomUUID } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const RUN_FILE = "run.json";
const schema = z.object({ id: z.string().min(1) });

/** The id of the folder's run; a new one where it has none. */
export async function runIdOf(folder: string): Promise<string> {
  const path = join(folder, RUN_FILE);
  const text = await readFile(path, "utf8").catch(() => "null");
  const known = schema.safeParse(parsed(text));
  if (known.success) return known.data.id;
  const id = randomUUID();
  await writeFile(`${path}.new`, `${JSON.stringify({ id })}\n`);
  await rename(`${path}.new`, path);
  return id;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
