/** Files with a JSON object a line that people labelled: questions, caption pairs, responses, facts. */
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { YaffleError } from "../../domain/error.js";
import type { Statement } from "./statement.js";

const question = z.object({ image: z.string(), text: z.string(), label: z.enum(["yes", "no"]), category: z.string().optional() });

const captionPair = z.object({ image: z.string(), kind: z.string(), true: z.string(), false: z.string() });
export type CaptionPair = z.infer<typeof captionPair>;

/** Facts as sentences: 1 where it holds on the picture, 0 where not. */
const facts = z.record(z.string(), z.union([z.literal(0), z.literal(1)]));

const labelledResponse = z.object({
  id: z.string(),
  image: z.string(),
  prompt: z.union([z.string(), z.array(z.string())]).nullish(),
  response: z.string(),
  model: z.string().nullish(),
  facts: facts.optional(),
});
export type LabelledResponse = Omit<z.infer<typeof labelledResponse>, "prompt"> & { readonly prompt: string | null };

const labelledFacts = z.object({ image_id: z.string(), response: z.string(), facts });
export type LabelledFacts = z.infer<typeof labelledFacts>;

/** POPE questions as statements: each is answered yes, as a model would that sees what is not there. */
export async function readQuestions(path: string): Promise<readonly Statement[]> {
  const rows = await readLines(path, question);
  return rows.map(({ image, text, label, category }) => ({
    photograph: image,
    prompt: text,
    response: "Yes.",
    kind: "existence",
    truth: label === "yes",
    about: category ?? text,
  }));
}

export function readCaptionPairs(path: string): Promise<readonly CaptionPair[]> {
  return readLines(path, captionPair);
}

/** A prompt of several parts becomes one text. */
export async function readResponses(path: string): Promise<readonly LabelledResponse[]> {
  const rows = await readLines(path, labelledResponse);
  return rows.map((row) => ({ ...row, prompt: Array.isArray(row.prompt) ? row.prompt.join("\n") : (row.prompt ?? null) }));
}

export function readFacts(path: string): Promise<readonly LabelledFacts[]> {
  return readLines(path, labelledFacts);
}

async function readLines<Row>(path: string, shape: z.ZodType<Row>): Promise<readonly Row[]> {
  const lines = (await readFile(path, "utf8")).split("\n");
  return lines.flatMap((line, index) => {
    if (line.trim() === "") return [];
    const result = shape.safeParse(parsed(line));
    if (result.success) return [result.data];
    throw new YaffleError("invalid_request", `${path}, line ${index + 1}: ${z.prettifyError(result.error)}`);
  });
}

/** Undefined where the line is not JSON; no shape accepts that. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
