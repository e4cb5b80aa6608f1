/** The pairs in an audit's results, one at a time, and how many reports gave none. */
import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { makeFolder } from "../../folders.js";
import { formatOf } from "../../image/format.js";
import { type ImageLimits, type ImageSource, readBytes } from "../../image/source.js";
import type { ResultLine } from "../outcome.js";
import { readResults } from "../results.js";
import { type RowSource, readRows } from "../rows/read-rows.js";
import { type PreferencePair, type ReasonLeftOut, reasonLeftOut, segmentsOf } from "./pair.js";

export interface PairSearch {
  readonly resultsFile: string;
  /** For reports that do not say what they are about, and pictures that stood in their rows; null where it is not at hand. */
  readonly rows: RowSource | null;
  /** Where pictures that stood in their rows are written; null where they are not to be. */
  readonly picturesFolder: string | null;
  /** For rows without a prompt: trainers need one. */
  readonly defaultPrompt: string;
  /** Pairs of several pictures are left out where this is 1. */
  readonly maxImages: number;
  readonly limits: ImageLimits;
}

export type Found =
  | { readonly type: "pair"; readonly pair: PreferencePair }
  | { readonly type: "left_out"; readonly reason: ReasonLeftOut };

interface Facts {
  readonly images: readonly string[];
  readonly prompt: string | null;
  readonly model: string | null;
}

/** @throws YaffleError invalid_request of the files; what the file system throws */
export async function* findPairs(search: PairSearch): AsyncGenerator<Found, void> {
  const rowFacts = await missingFacts(search);
  for await (const report of readResults(search.resultsFile)) {
    const reason = reasonLeftOut(report);
    const facts = rowFacts.get(report.id) ?? ownFacts(report);
    if (reason !== null) yield { type: "left_out", reason };
    else if (facts === null || facts.images.length > search.maxImages) yield { type: "left_out", reason: "no_picture" };
    else yield { type: "pair", pair: pairOf(report, facts, search.defaultPrompt) };
  }
}

function pairOf(report: ResultLine, { images, prompt, model }: Facts, defaultPrompt: string): PreferencePair {
  const { id, corrected: chosen, original: rejected } = report;
  return { id, model, images, prompt: prompt ?? defaultPrompt, chosen, rejected, segments: segmentsOf(report) };
}

/** What a result says of its row; null where a picture is not a file. */
function ownFacts({ row }: ResultLine): Facts | null {
  const images = row.images.flatMap((path) => path ?? []);
  return images.length === 0 || images.length < row.images.length ? null : { images, prompt: row.prompt, model: row.model };
}

/** From the rows' file, for reports that give a pair and do not name their pictures. */
async function missingFacts({ resultsFile, rows, picturesFolder, limits }: PairSearch): Promise<ReadonlyMap<string, Facts>> {
  const found = new Map<string, Facts>();
  if (rows === null) return found;
  const wanted = new Set<string>();
  for await (const report of readResults(resultsFile)) {
    if (reasonLeftOut(report) === null && ownFacts(report) === null) wanted.add(report.id);
  }
  if (wanted.size === 0) return found;
  for await (const read of readRows(rows)) {
    if (read.type !== "row" || !wanted.has(read.row.id)) continue;
    const { id, prompt, model } = read.row;
    const images: string[] = [];
    for (const source of read.row.images) images.push(...(await pathsOf(source, picturesFolder, limits)));
    if (images.length === read.row.images.length) found.set(id, { images, prompt, model });
  }
  return found;
}

/** The picture's file; it is written where it stood in the row. None where that is not wanted. */
async function pathsOf(source: ImageSource, folder: string | null, limits: ImageLimits): Promise<readonly string[]> {
  if (source.type === "file") return [source.path];
  if (folder === null) return [];
  const bytes = await readBytes(source, limits);
  const name = `${createHash("sha256").update(bytes).digest("hex")}.${(formatOf(bytes) ?? "image").toLowerCase()}`;
  const path = resolve(join(folder, name));
  await makeFolder(folder);
  await writeFile(path, bytes);
  return [path];
}
