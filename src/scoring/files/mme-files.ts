/** A folder of MME results: `existence.txt`, `count.txt`, …, a tab-separated line a question. */
import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import type { MmeAnswers } from "../mme/mme.js";
import { isMmeTask, MME_COLUMNS, MME_TASKS, type MmeRow } from "../mme/rows.js";
import { readable, readText } from "./json.js";
import { type Located, wrongDocument, wrongRow } from "./located.js";

/** @throws YaffleError `invalid_request` with file, line and column; also where the folder holds no task or a `.txt` that is none */
export async function readMmeFolder(folder: string): Promise<MmeAnswers> {
  const names = await readdir(folder).catch((thrown: unknown) => {
    throw readable(thrown, folder);
  });
  const files = names.filter((name) => name.endsWith(".txt"));
  if (files.length === 0) throw wrongDocument(folder, null, `holds no task; files such as ${MME_TASKS[0]}.txt are expected.`);
  const tasks = files.map((name) => {
    const task = basename(name, ".txt");
    if (!isMmeTask(task)) throw wrongDocument(join(folder, name), null, `is none of MME's tasks (${MME_TASKS.join(", ")}).`);
    return task;
  });
  const ordered = MME_TASKS.filter((task) => tasks.includes(task));
  return new Map(await Promise.all(ordered.map(async (task) => [task, await readTask(join(folder, `${task}.txt`))] as const)));
}

async function readTask(file: string): Promise<readonly Located<MmeRow>[]> {
  const lines = (await readText(file)).replace(/^\uFEFF/, "").split(/\r?\n/);
  const rows = lines.flatMap((text, index) => (text.trim() === "" ? [] : [rowOf(text, { file, line: index + 1 })]));
  if (rows.length === 0) throw wrongDocument(file, null, "holds no line.");
  return rows;
}

function rowOf(text: string, place: Omit<Located<unknown>, "value">): Located<MmeRow> {
  const columns = text.split("\t");
  const [image = "", question = "", truth = "", answer = ""] = columns;
  if (columns.length !== MME_COLUMNS.length) {
    const missing = MME_COLUMNS[columns.length] ?? null;
    throw wrongRow(place, missing, `${columns.length} tab-separated columns instead of ${MME_COLUMNS.length} (${MME_COLUMNS.join(", ")}).`);
  }
  const lower = truth.trim().toLowerCase();
  if (lower !== "yes" && lower !== "no") throw wrongRow(place, "truth", `is "${truth}" instead of Yes or No.`);
  return { ...place, value: { image, question, truth: lower, answer } };
}
