/**
 * report.html: one file to look at what an audit found, written from results.jsonl in two readings.
 *
 * The first counts, the second writes the rows that are listed, so that memory holds the light list and the small pictures, never
 * all reports. What the browser needs only when a row is opened is packed in blocks (deflate, base64).
 */
import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { finished } from "node:stream/promises";
import { promisify } from "node:util";
import { deflateRaw } from "node:zlib";
import type { ImageLimits } from "../../image/source.js";
import { readResults } from "../results.js";
import type { RowSource } from "../rows/read-rows.js";
import type { AuditSummary } from "../summary/summary.js";
import { compactDetail, compactRow } from "./compact.js";
import { Figures, groupOf, groupsOf } from "./figures.js";
import type { PageDetail, PageFacts, PageRow } from "./page-data.js";
import { type PageParts, readPageParts } from "./parts.js";
import { PagePictures } from "./pictures.js";
import { Selection } from "./selection.js";

const ROWS_PER_BLOCK = 50;
const PICTURES_PER_BLOCK = 25;

export interface ReportOptions {
  /** Above the page: the name of the rows' file, say. */
  readonly title: string;
  readonly resultsFile: string;
  readonly summary: AuditSummary;
  /** Where pictures are found that stood in their rows (data: URIs); null where that file is not at hand. */
  readonly rows: RowSource | null;
  readonly limits: ImageLimits;
  /** Written whole or not at all. */
  readonly out: string;
  readonly maxListedRows?: number;
  readonly signal?: AbortSignal | undefined;
}

/** @throws YaffleError invalid_request where a line of the results is no report; the signal's reason; what the file system throws */
export async function writeReport(options: ReportOptions): Promise<void> {
  const parts = await readPageParts();
  const partial = `${options.out}.part`;
  const stream = createWriteStream(partial);
  try {
    await once(stream, "open");
    await writePage(options, parts, stream);
    stream.end();
    await finished(stream);
    await rename(partial, options.out);
  } catch (thrown) {
    stream.destroy();
    await rm(partial, { force: true });
    throw thrown;
  }
}

async function writePage(options: ReportOptions, parts: PageParts, stream: WriteStream): Promise<void> {
  const { resultsFile, summary, signal } = options;
  const figures = new Figures();
  const selection = new Selection(options.maxListedRows);
  for await (const report of readResults(resultsFile)) {
    signal?.throwIfAborted();
    figures.add(report);
    selection.count(report.summary.refuted);
  }
  const { kinds, models } = groupsOf(summary);
  const placeOfModel = new Map(models.map(({ name }, place) => [name, place]));
  const pictures = new PagePictures();
  const isListed = selection.chooser();
  const rows: PageRow[] = [];
  let block: PageDetail[] = [];
  const write = async (text: string): Promise<void> => {
    if (!stream.write(text)) await once(stream, "drain");
  };
  const writeBlock = async (): Promise<void> => {
    if (block.length > 0) await write(parts.block(`details-${Math.ceil(rows.length / ROWS_PER_BLOCK) - 1}`, await packed(block)));
    block = [];
  };
  await write(parts.head(options.title));
  for await (const report of readResults(resultsFile)) {
    signal?.throwIfAborted();
    if (!isListed(report.summary.refuted)) continue;
    const { model } = report.row;
    const numbered = pictures.number(report);
    rows.push(compactRow(report, model === null ? -1 : (placeOfModel.get(model) ?? -1), numbered));
    block.push(compactDetail(report, numbered));
    if (block.length === ROWS_PER_BLOCK) await writeBlock();
  }
  await writeBlock();
  const made = await pictures.make(options.rows, options.limits, signal);
  for (let start = 0; start < made.length; start += PICTURES_PER_BLOCK) {
    const some = made.slice(start, start + PICTURES_PER_BLOCK).map((bytes) => bytes?.toString("base64") ?? "");
    await write(parts.block(`pictures-${start / PICTURES_PER_BLOCK}`, some.join(" ")));
  }
  const facts: PageFacts = {
    title: options.title,
    yaffle: summary.version.yaffle,
    experts: figures.experts,
    complete: summary.complete,
    rows: summary.rows,
    failed: summary.failed,
    changed: summary.changed,
    errors: Object.entries(summary.errors),
    all: groupOf("all", summary.rows - summary.failed, summary),
    kinds,
    models,
    objects: figures.objects(),
    reliability: figures.reliability(),
    beforeAfter: figures.beforeAfter(),
    listed: rows.length,
    pictures: pictures.size,
    embedded: made.filter((bytes) => bytes !== null).length,
    rowsPerBlock: ROWS_PER_BLOCK,
    picturesPerBlock: PICTURES_PER_BLOCK,
  };
  await write(parts.block("rows", await packed(rows)));
  await write(parts.block("facts", await packed(facts)));
  await write(parts.foot());
}

const deflate = promisify(deflateRaw);

async function packed(value: unknown): Promise<string> {
  return (await deflate(JSON.stringify(value), { level: 9 })).toString("base64");
}
