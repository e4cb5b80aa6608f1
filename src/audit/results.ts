/** results.jsonl read back, one report at a time: for the page, for comparing audits and for training pairs. */
import { z } from "zod";
import { YaffleError } from "../domain/error.js";
import { reportSchema } from "../wire/report-schema.js";
import { decodeJson } from "../wire/text.js";
import type { ResultLine } from "./outcome.js";
import { readLines } from "./rows/lines.js";

/** A report of a long response on many pictures has some hundred kilobytes. */
const MAX_LINE_BYTES = 64 * 1024 * 1024;

const rowFacts = z.object({
  line: z.int().min(1),
  images: z.array(z.string().nullable()),
  prompt: z.string().nullable(),
  model: z.string().nullable(),
});

/** Reports that do not come from an audit (`yaffle correct --json`) are read too: they name no row. */
const lineSchema = z.object({
  ...reportSchema.shape,
  corrected_summary: reportSchema.shape.corrected_summary.default(null),
  row: rowFacts.optional(),
});

/**
 * Blank lines are passed over.
 * @throws YaffleError invalid_request where the file cannot be read or a line is no report, with file, line and field
 */
export async function* readResults(path: string): AsyncGenerator<ResultLine, void> {
  try {
    for await (const { number, bytes } of readLines(path, MAX_LINE_BYTES)) {
      if (bytes === null) throw wrongLine(path, number, `has more than ${MAX_LINE_BYTES} bytes`);
      if (bytes.length < 1024 && bytes.toString("latin1").trim() === "") continue;
      yield resultOf(path, number, bytes);
    }
  } catch (thrown) {
    if (thrown instanceof YaffleError) throw thrown;
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw new YaffleError("invalid_request", `${path}: cannot be read (${why}).`, { cause: thrown });
  }
}

function resultOf(path: string, line: number, bytes: Buffer): ResultLine {
  const parsed = lineSchema.safeParse(decodeJson(bytes, `${path}, line ${line}`));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw wrongLine(path, line, `field "${issue?.path.join(".") ?? ""}": ${issue?.message ?? "does not fit"}`);
  }
  const { row, ...report } = parsed.data;
  return { ...report, row: row ?? { line, images: report.images.map(() => null), prompt: null, model: null } };
}

function wrongLine(path: string, line: number, message: string): YaffleError {
  return new YaffleError("invalid_request", `${path}, line ${line}: ${message}.`, { faults: [{ path: `${path}:${line}`, message }] });
}
