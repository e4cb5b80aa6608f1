/** JSON documents and JSON-lines files, checked against a schema; what is wrong is said with file, line and field. */
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import type { z } from "zod";
import { YaffleError } from "../../domain/error.js";
import { type Located, wrongDocument, wrongRow } from "./located.js";

/**
 * The rows of a JSON-lines file, one a line, in order. Blank lines are passed over.
 * @throws YaffleError `invalid_request`: unreadable, no row at all, a line that is no JSON, or a row that does not fit the schema
 */
export async function readJsonLines<Row>(file: string, schema: z.ZodType<Row>): Promise<readonly Located<Row>[]> {
  const rows: Located<Row>[] = [];
  let line = 0;
  const input = createReadStream(file, "utf8");
  try {
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      line++;
      if (text.trim() === "") continue;
      const place = { file, line };
      rows.push({ ...place, value: checked(parsed(text, place), schema, (field, message) => wrongRow(place, field, message)) });
    }
  } catch (thrown) {
    throw readable(thrown, file);
  }
  if (rows.length === 0) throw wrongDocument(file, null, "holds no row; one JSON object a line is expected.");
  return rows;
}

/**
 * A whole JSON document.
 * @throws YaffleError `invalid_request`: unreadable, no JSON, or it does not fit the schema
 */
export async function readJsonDocument<Value>(file: string, schema: z.ZodType<Value>): Promise<Value> {
  return parsedDocument(file, await readText(file), schema);
}

/** @throws YaffleError `invalid_request`: no JSON, or it does not fit the schema */
export function parsedDocument<Value>(file: string, text: string, schema: z.ZodType<Value>): Value {
  let document: unknown;
  try {
    document = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (thrown) {
    throw wrongDocument(file, null, `is no JSON (${messageOf(thrown)}).`);
  }
  return checked(document, schema, (field, message) => wrongDocument(file, field, message));
}

/** @throws YaffleError `invalid_request` where the file cannot be read */
export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (thrown) {
    throw readable(thrown, file);
  }
}

/** @throws what `complain` makes of the first thing that does not fit the schema */
export function checked<Value>(value: unknown, schema: z.ZodType<Value>, complain: (field: string, message: string) => YaffleError): Value {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const message = issue === undefined ? "does not fit." : issue.input === undefined ? "is missing." : `${issue.message}.`;
  throw complain(issue?.path.join(".") ?? "", message);
}

/** What the file system threw, as a complaint about the file. */
export function readable(thrown: unknown, file: string): YaffleError {
  if (thrown instanceof YaffleError) return thrown;
  return new YaffleError("invalid_request", `${file}: cannot be read (${messageOf(thrown)}).`, {
    faults: [{ path: file, message: "cannot be read" }],
    cause: thrown,
  });
}

function parsed(text: string, place: Omit<Located<unknown>, "value">): unknown {
  try {
    return JSON.parse(place.line === 1 ? text.replace(/^\uFEFF/, "") : text);
  } catch (thrown) {
    throw wrongRow(place, null, `is no JSON (${messageOf(thrown)}).`);
  }
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
