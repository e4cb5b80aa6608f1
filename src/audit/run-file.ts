/** What a folder remembers of its run: the name by which the queue knows it, and what judges its rows. */
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { YaffleError } from "../domain/error.js";
import { writeWhole } from "../files.js";

const RUN_FILE = "run.json";
const schema = z.object({ id: z.string().min(1), judged_by: z.record(z.string(), z.string()).optional() });

/** Settings by name, as far as verdicts hang on them: rates over rows that two detectors judged would be nobody's. */
export type JudgedBy = Readonly<Record<string, string>>;

/**
 * The id of the folder's run; a new one where it has none.
 * @param judgedBy null where the run does not know, as with workers that have settings of their own
 * @throws YaffleError invalid_request where the run was begun with other settings
 */
export async function runIdOf(folder: string, judgedBy: JudgedBy | null): Promise<string> {
  const path = join(folder, RUN_FILE);
  const text = await readFile(path, "utf8").catch(() => "null");
  const known = schema.safeParse(parsed(text));
  if (known.success) {
    refuseOthers(folder, known.data.judged_by ?? {}, judgedBy ?? {});
    return known.data.id;
  }
  const id = randomUUID();
  await writeWhole(path, `${JSON.stringify({ id, ...(judgedBy !== null && { judged_by: judgedBy }) })}\n`);
  return id;
}

function refuseOthers(folder: string, before: JudgedBy, now: JudgedBy): void {
  const faults = Object.entries(now)
    .filter(([name, value]) => (before[name] ?? value) !== value)
    .map(([name, value]) => ({ path: name, message: `is ${value}, and the run in ${folder} was begun with ${before[name]}` }));
  if (faults.length === 0) return;
  const what = faults.map(({ path, message }) => `${path} ${message}`).join("; ");
  throw new YaffleError("invalid_request", `${what}. Continue with the same, or name another folder.`, { faults });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
