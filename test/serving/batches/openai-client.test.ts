/** OpenAI's own client against the service: what it is told must be what it expects. */
import OpenAI, { toFile } from "openai";
import { afterEach, describe, expect, it } from "vitest";
import { reportSchema } from "../../../src/wire/report-schema.js";
import { DATA_URI, type OpenedHttp, openedHttp, requestLine } from "../../support/batches.js";

const open: OpenedHttp[] = [];
afterEach(async () => {
  for (const { server, batches } of open.splice(0)) {
    server.close().closeAllConnections();
    await batches.leave();
    await batches.close();
  }
});

async function opened(given: Parameters<typeof openedHttp>[0] = {}): Promise<{ readonly client: OpenAI; readonly service: OpenedHttp }> {
  const service = await openedHttp(given);
  open.push(service);
  return { client: new OpenAI({ baseURL: `${service.address}/v1`, apiKey: "none", maxRetries: 0 }), service };
}

/** The client's type names OpenAI's endpoints only. */
function newBatch(file: string): OpenAI.BatchCreateParams {
  const params: object = { input_file_id: file, endpoint: "/v1/correct", completion_window: "24h", metadata: { for: "a test" } };
  return params as OpenAI.BatchCreateParams;
}

async function sent(client: OpenAI, lines: readonly string[]): Promise<OpenAI.FileObject> {
  return client.files.create({ file: await toFile(Buffer.from(lines.join("\n")), "rows.jsonl"), purpose: "batch" });
}

async function finished(client: OpenAI, id: string): Promise<OpenAI.Batch> {
  const states = ["completed", "failed", "cancelled", "expired"];
  await expect.poll(async () => states.includes((await client.batches.retrieve(id)).status), { timeout: 10_000 }).toBe(true);
  return client.batches.retrieve(id);
}

async function linesOf(client: OpenAI, file: string | undefined | null): Promise<readonly Record<string, never>[]> {
  const text = await (await client.files.content(String(file))).text();
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

it("A file is refused that comes in another form than a form's", async () => {
  const { service } = await opened();
  const json = await fetch(`${service.address}/v1/files`, { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });
  expect(json.status).toBe(415);
  expect(await json.json()).toMatchObject({
    error: { message: "A body of application/json is not read here; send multipart/form-data.", code: "invalid_request", param: null },
  });
  const headers = { "content-type": "multipart/form-data" };
  const form = await fetch(`${service.address}/v1/files`, { method: "POST", headers, body: "x" });
  expect(await form.json()).toMatchObject({ error: { message: expect.stringMatching(/^The multipart form cannot be read: .*[^.]\.$/) } });
});

describe("OpenAI's client", () => {
  it("sends a file, has it worked on and fetches the reports", async () => {
    const { client, service } = await opened();
    const file = await sent(client, [requestLine("a"), requestLine("b", "There are two chairs."), '{"custom_id": "c"}']);
    expect(file).toMatchObject({ object: "file", filename: "rows.jsonl", purpose: "batch", created_at: 1_800_000_000 });
    expect(file.expires_at).toBe(1_800_000_000 + 30 * 24 * 3600);
    const batch = await client.batches.create(newBatch(file.id));
    expect(batch).toMatchObject({ object: "batch", status: "validating", input_file_id: file.id, metadata: { for: "a test" } });
    const done = await finished(client, batch.id);
    expect(done).toMatchObject({ status: "completed", request_counts: { total: 3, completed: 2, failed: 1 }, errors: null });
    const lines = await linesOf(client, done.output_file_id);
    expect(lines.map(({ custom_id }) => custom_id).sort()).toEqual(["a", "b"]);
    const [first] = lines.filter(({ custom_id }) => custom_id === "a");
    expect(first).toMatchObject({ error: null, response: { status_code: 200, body: { id: "a", corrected: "There are two chairs." } } });
    expect(reportSchema.safeParse((first as unknown as { response: { body: unknown } }).response.body).success).toBe(true);
    expect(await linesOf(client, done.error_file_id)).toMatchObject([
      { custom_id: "c", error: { code: "invalid_request" }, response: { status_code: 400, body: { error: { code: "invalid_request" } } } },
    ]);
    expect(service.batches.files.get(String(done.output_file_id), null).purpose).toBe("batch_output");
  });

  it("sends rows as an audit has them", async () => {
    const { client } = await opened();
    const file = await sent(client, [JSON.stringify({ id: "a", image: DATA_URI, response: "There is a dog." })]);
    const done = await finished(client, (await client.batches.create(newBatch(file.id))).id);
    expect(await linesOf(client, done.output_file_id)).toMatchObject([{ custom_id: "a", response: { body: { changed: true } } }]);
  });

  it("is told that a line may not name a file of the service", async () => {
    const { client } = await opened();
    const file = await sent(client, [JSON.stringify({ id: "a", image: "/etc/hostname", response: "There is a dog." })]);
    const done = await finished(client, (await client.batches.create(newBatch(file.id))).id);
    expect(done).toMatchObject({ status: "failed", errors: { object: "list", data: [{ line: 1, code: "invalid_request" }] } });
    expect(done.errors?.data?.[0]?.message).toContain("data: URI");
  });

  it("lists, page by page, the newest first", async () => {
    const { client } = await opened();
    const files = [await sent(client, ["1"]), await sent(client, ["2"]), await sent(client, ["3"])].map(({ id }) => id);
    const listed: string[] = [];
    for await (const { id } of client.files.list({ limit: 2 })) listed.push(id);
    expect(listed).toEqual(files.toReversed());
    expect((await client.files.list({ order: "asc", limit: 1 })).data.map(({ id }) => id)).toEqual(files.slice(0, 1));
    const ids: string[] = [];
    for (const file of files) ids.push((await client.batches.create(newBatch(file))).id);
    const seen: string[] = [];
    for await (const { id } of client.batches.list({ limit: 1 })) seen.push(id);
    expect(seen).toEqual(ids.toReversed());
  });

  it("deletes a file, and finds it no more", async () => {
    const { client } = await opened();
    const file = await sent(client, [requestLine("a")]);
    expect(await client.files.delete(file.id)).toEqual({ id: file.id, object: "file", deleted: true });
    await expect(client.files.retrieve(file.id)).rejects.toMatchObject({ status: 404, code: "not_found", type: "invalid_request_error" });
    await expect(client.files.content(file.id)).rejects.toBeInstanceOf(OpenAI.NotFoundError);
  });

  it("cancels, and gets what was done", async () => {
    let release = (): void => undefined;
    const hold = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { client } = await opened({
      execute: async ({ id, line }) => {
        if (line > 1) await hold;
        return { type: "error", error: { id, line, error: { code: "internal", message: "made for the test" } } };
      },
    });
    const file = await sent(
      client,
      Array.from({ length: 9 }, (_, index) => requestLine(`row-${index}`)),
    );
    const { id } = await client.batches.create(newBatch(file.id));
    await expect.poll(async () => (await client.batches.retrieve(id)).request_counts?.failed).toBe(1);
    expect(await client.batches.cancel(id)).toMatchObject({ status: "cancelling" });
    release();
    const done = await finished(client, id);
    expect(done).toMatchObject({ status: "cancelled", request_counts: { total: 9, completed: 0 } });
    expect((await linesOf(client, done.error_file_id)).length).toBeLessThan(9);
    await expect(client.batches.cancel(id)).rejects.toMatchObject({ status: 409, code: "conflict" });
  });

  it("is told that there are no models to chat with", async () => {
    const { client } = await opened();
    expect((await client.models.list()).data).toEqual([]);
    await expect(client.models.retrieve("gpt-4o")).rejects.toMatchObject({ status: 404, code: "not_found", type: "invalid_request_error" });
    const asked = client.chat.completions.create({ model: "gpt-4o", messages: [{ role: "user", content: "Hello" }] });
    await expect(asked).rejects.toMatchObject({
      status: 404,
      code: "not_found",
      message: expect.stringContaining("There is nothing at /v1/chat/completions; of OpenAI's paths there are"),
    });
    await expect(client.embeddings.create({ model: "any", input: "a" })).rejects.toMatchObject({ status: 404, code: "not_found" });
  });

  it("is told that an empty file is no batch", async () => {
    const { client, service } = await opened();
    await expect(sent(client, [])).rejects.toMatchObject({
      status: 400,
      param: "file",
      message: "400 file: is empty; send a line a request",
    });
    expect(service.batches.files.list(null, null, { after: null, limit: 10, order: "desc" }).things).toEqual([]);
  });

  it("is refused in its own words", async () => {
    const { client } = await opened();
    await expect(client.batches.retrieve("batch_none")).rejects.toMatchObject({ status: 404, code: "not_found" });
    await expect(client.batches.create(newBatch("file-none"))).rejects.toMatchObject({ status: 404 });
    const wrong: object = { ...newBatch("file-none"), endpoint: "/v1/embeddings" };
    await expect(client.batches.create(wrong as OpenAI.BatchCreateParams)).rejects.toMatchObject({ status: 400, param: "endpoint" });
    await expect(sent(client, ["x".repeat(300_000)])).rejects.toMatchObject({ status: 413, code: "request_too_large" });
  });
});
