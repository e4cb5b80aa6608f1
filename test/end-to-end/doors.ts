/** The doors, each as a function from a request to what came back. All stand on one Yaffle. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { Express } from "express";
import request from "supertest";
import { z } from "zod";
import { runProgram } from "../../src/cli/program.js";
import { PROCESS_WORLD } from "../../src/cli/world.js";
import { asYaffleError } from "../../src/domain/error.js";
import { withPlainInput } from "../../src/index.js";
import type { Yaffle } from "../../src/pipeline/yaffle.js";
import { problemSchema } from "../../src/wire/problem.js";
import { reportToWire } from "../../src/wire/report.js";
import { reportSchema } from "../../src/wire/report-schema.js";
import type { CorrectionClient } from "../support/grpc-client.js";
import type { Given, Outcome } from "./promises.js";

export type Call = (given: Given) => Promise<Outcome>;

export function libraryDoor(yaffle: Yaffle): Call {
  const library = withPlainInput(yaffle);
  return async ({ task, images, url, response, prompt, options }) => {
    const { timeout_ms: timeoutMs, ...named } = options ?? {};
    const input: object = {
      image: url ?? images,
      response,
      prompt,
      options: { ...named, ...(timeoutMs !== undefined && { timeoutMs }) },
    };
    try {
      return { report: reportToWire(await library[task](input as Parameters<typeof library.correct>[0])) };
    } catch (thrown) {
      const { code, message, faults, isRetryable } = asYaffleError(thrown);
      return { code, detail: message, paths: faults.map(({ path }) => path), retryable: isRetryable };
    }
  };
}

export function commandLineDoor(yaffle: Yaffle): Call {
  return async ({ task, images, url, response, prompt, options = {} }) => {
    const folder = await mkdtemp(join(tmpdir(), "yaffle-doors-"));
    try {
      const words: string[] = [task, "--json"];
      for (const [index, image] of images.entries()) {
        const file = join(folder, `image-${index}`);
        await writeFile(file, image);
        words.push("--image", file);
      }
      if (url !== undefined) words.push("--image", url);
      if (response !== undefined) words.push("--response", "-");
      if (prompt !== undefined) words.push("--prompt", prompt);
      for (const [name, value] of Object.entries(options)) {
        words.push(`--${name.replaceAll("_", "-")}`, ...(value === true ? [] : [Array.isArray(value) ? value.join(",") : String(value)]));
      }
      return await runInProcess(words, yaffle, response ?? "");
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
}

async function runInProcess(words: readonly string[], yaffle: Yaffle, input: string | Buffer): Promise<Outcome> {
  const written = { out: "", error: "" };
  const exitCode = await runProgram(words, {
    ...PROCESS_WORLD,
    stdin: Readable.from([Buffer.from(input)]),
    stdout: { write: (text) => (written.out += text) },
    stderr: { write: (text) => (written.error += text) },
    openYaffle: async () => ({ ...yaffle, close: async () => undefined }),
  });
  if (exitCode === 0) return { report: reportSchema.parse(JSON.parse(written.out)) };
  if (written.out !== "") throw new Error(`a failed command wrote to standard output: ${written.out}`);
  return outcomeOfProblem(JSON.parse(written.error));
}

export function jsonDoor(app: Express): Call {
  return async ({ task, images, url, response, prompt, options }) => {
    const sources = url === undefined ? images.map((image) => ({ base64: image.toString("base64") })) : [{ url }];
    const [only] = sources;
    const pictures = sources.length === 1 && only !== undefined ? { image: only } : { images: sources };
    const text = Buffer.isBuffer(response) ? "\u{F8FF}" : response;
    const body = Buffer.from(JSON.stringify({ ...pictures, response: text, prompt, options }));
    const sent = Buffer.isBuffer(response) ? replaced(body, Buffer.from("\u{F8FF}"), response) : body;
    const reply = await request(app)
      .post(`/v1/${task}`)
      .set("content-type", "application/json")
      .serialize((value) => value)
      .send(sent.length > 0 ? sent : undefined);
    return outcomeOfReply(reply);
  };
}

function replaced(bytes: Buffer, what: Buffer, by: Buffer): Buffer {
  const at = bytes.indexOf(what);
  return Buffer.concat([bytes.subarray(0, at), by, bytes.subarray(at + what.length)]);
}

const BOUNDARY = "yaffle-test-boundary";

/** Written by hand, so that parts can hold any bytes. */
export function multipartDoor(app: Express): Call {
  return async ({ task, images, response, prompt, options }) => {
    const part = (head: string, body: string | Buffer): readonly Buffer[] => [
      Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(body),
      Buffer.from("\r\n"),
    ];
    const form = Buffer.concat([
      ...images.flatMap((image) => part('name="image"; filename="picture"', image)),
      ...(response === undefined ? [] : part('name="response"', response)),
      ...(prompt === undefined ? [] : part('name="prompt"', prompt)),
      ...(options === undefined ? [] : part('name="options"', JSON.stringify(options))),
      Buffer.from(`--${BOUNDARY}--\r\n`),
    ]);
    const type = `multipart/form-data; boundary=${BOUNDARY}`;
    return outcomeOfReply(
      await request(app)
        .post(`/v1/${task}`)
        .set("content-type", type)
        .serialize((value) => value)
        .send(form),
    );
  };
}

export function grpcDoor(client: CorrectionClient): Call {
  return async ({ task, images, url, response = "", prompt, options = {} }) => {
    const message = {
      images: url === undefined ? images.map((data) => ({ data })) : [{ url }],
      response: Buffer.isBuffer(response) ? "" : response,
      ...(prompt !== undefined && { prompt }),
      options,
    };
    return client.call(task === "correct" ? "Correct" : "Verify", message, Buffer.isBuffer(response) ? response : null);
  };
}

const replySchema = z.object({ status: z.int(), headers: z.record(z.string(), z.unknown()), body: z.unknown() });

function outcomeOfReply(reply: unknown): Outcome {
  const { status, headers, body } = replySchema.parse(reply);
  if (status === 200) return { report: reportSchema.parse(body) };
  const problem = problemSchema.parse(body);
  if (problem.status !== status || headers["x-request-id"] !== problem.request_id) throw new Error("the problem contradicts its reply");
  if (!String(headers["content-type"]).startsWith("application/problem+json")) throw new Error("the problem does not say what it is");
  return outcomeOfProblem(problem);
}

function outcomeOfProblem(value: unknown): Outcome {
  const { code, detail, errors = [], retryable } = problemSchema.parse(value);
  return { code, detail, paths: errors.map(({ path }) => path), retryable };
}
