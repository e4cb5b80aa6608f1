import { readFileSync } from "node:fs";
import { createServer, request as openRequest, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import sharp from "sharp";
import request from "supertest";
import { afterEach, describe, expect, it } from "vitest";
import { YaffleError } from "../../src/domain/error.js";
import { createHttpApp } from "../../src/serving/http/app.js";
import { openApiDocument } from "../../src/serving/http/openapi.js";
import { fakeDetector } from "../support/fake-detector.js";
import { beachDetector, deskFor, MAX_BODY_BYTES, yaffleSeeing } from "../support/serving.js";

const jpeg = await sharp({ create: { width: 32, height: 24, channels: 3, background: "#886644" } })
  .jpeg()
  .toBuffer();
const body = { image: { base64: jpeg.toString("base64") }, response: "There are two chairs." };

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close().closeAllConnections();
});

/** A promise that the test settles. */
function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let openIt = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    openIt = resolve;
  });
  return { opened, open: openIt };
}

async function listening(app: ReturnType<typeof createHttpApp>): Promise<number> {
  const server = createServer(app);
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

describe("HTTP", () => {
  it("is alive at once, and ready after the warm-up until it leaves", async () => {
    const desk = deskFor(yaffleSeeing(beachDetector()));
    const app = createHttpApp(desk);
    expect((await request(app).get("/livez")).body).toEqual({ status: "live" });
    expect((await request(app).get("/readyz")).status).toBe(503);
    desk.readiness.enter("ready");
    expect((await request(app).get("/readyz")).status).toBe(200);
    desk.readiness.enter("leaving");
    expect((await request(app).get("/readyz")).body).toEqual({ status: "leaving" });
  });

  it("names its experts", async () => {
    const reply = await request(createHttpApp(deskFor(yaffleSeeing(beachDetector())))).get("/v1/experts");
    expect(reply.body.experts).toContainEqual({ id: "fake-detector", role: "detector", sha256: null, device: "cpu" });
  });

  it("names every component that it refers to, and none undefined", () => {
    const document = openApiDocument();
    const text = JSON.stringify(document);
    const named = new Set(Object.keys((document as { readonly components: { readonly schemas: object } }).components.schemas));
    const missing = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name = ""]) => name).filter((name) => !named.has(name));
    expect(missing).toEqual([]);
    expect(named.has("undefined")).toBe(false);
  });

  it("gives the document that is committed; npm run document brings it up to date", async () => {
    const committed: unknown = JSON.parse(readFileSync(new URL("../../docs/openapi.json", import.meta.url), "utf8"));
    expect(openApiDocument()).toEqual(committed);
    expect((await request(createHttpApp(deskFor(yaffleSeeing(beachDetector())))).get("/openapi.json")).body).toEqual(committed);
  });

  it("has a schema for every reference of its document", () => {
    const document = JSON.stringify(openApiDocument());
    const named = new Set([...document.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name));
    const { components } = JSON.parse(document);
    expect([...named].filter((name) => !(String(name) in components.schemas))).toEqual([]);
    expect(document).not.toContain("$defs");
    expect(named.size).toBeGreaterThan(10);
  });

  it.each([
    ["a path that leads nowhere", "get", "/v1/nothing", 404, "not_found"],
    ["a method that a path has not", "get", "/v1/correct", 405, "invalid_request"],
    ["a method that a page has not", "post", "/livez", 405, "invalid_request"],
    ["a path with a broken escape", "get", "/%E0%A4%A", 404, "not_found"],
  ] as const)("refuses %s", async (_name, method, path, status, code) => {
    const reply = await request(createHttpApp(deskFor(yaffleSeeing(beachDetector()))))[method](path);
    expect(reply.status).toBe(status);
    expect(reply.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
    expect(reply.body).toMatchObject({ status, code, retryable: false });
    if (status === 405) expect(reply.get("allow")).toBe(method === "post" ? "GET, HEAD" : "POST");
  });

  it.each([
    ["text/plain", undefined],
    ["application/x-www-form-urlencoded", undefined],
    ["application/json", "gzip"],
  ])("refuses a body of %s (%s)", async (type, encoding) => {
    const app = createHttpApp(deskFor(yaffleSeeing(beachDetector())));
    const sending = request(app).post("/v1/correct").set("content-type", type);
    const reply = await (encoding === undefined ? sending : sending.set("content-encoding", encoding)).send("response=a");
    expect(reply.body).toMatchObject({ status: 415, code: "invalid_request" });
  });

  it.each([
    ["no JSON", "application/json", "{", "body"],
    ["a form without a boundary", "multipart/form-data", "x", ""],
    [
      "a form that stops in the middle",
      "multipart/form-data; boundary=b",
      '--b\r\nContent-Disposition: form-data; name="response"\r\n\r\nA dog',
      "",
    ],
    [
      "a response twice",
      "multipart/form-data; boundary=b",
      `${["1", "2"].map((text) => `--b\r\nContent-Disposition: form-data; name="response"\r\n\r\n${text}\r\n`).join("")}--b--\r\n`,
      "response",
    ],
    [
      "options that are no JSON",
      "multipart/form-data; boundary=b",
      '--b\r\nContent-Disposition: form-data; name="options"\r\n\r\n{\r\n--b--\r\n',
      "options",
    ],
  ])("refuses %s", async (_name, type, text, path) => {
    const app = createHttpApp(deskFor(yaffleSeeing(beachDetector())));
    const reply = await request(app).post("/v1/correct").set("content-type", type).send(text);
    expect(reply.body).toMatchObject({ status: 400, code: "invalid_request", ...(path !== "" && { errors: [{ path }] }) });
  });

  it.each([
    ["base64", { image: { base64: "@@@@" } }, "image.base64", "The image is not valid base64."],
    ["a data: URI", { image: { data: "data:image/png;base64,@" } }, "image.data", "The image is not valid base64."],
    [
      "the second of two",
      { images: [{ base64: jpeg.toString("base64") }, { base64: "@@@@" }] },
      "images.1.base64",
      "images.1.base64: The image is not valid base64.",
    ],
    ["what is no picture", { image: { base64: "AAAA" } }, "image.base64", expect.stringContaining("The image is not a JPEG")],
  ])("names the field of an image that cannot be read: %s", async (_, images, path, detail) => {
    const app = createHttpApp(deskFor(yaffleSeeing(beachDetector())));
    const reply = await request(app)
      .post("/v1/correct")
      .send({ ...images, response: "A dog." });
    expect(reply.body).toMatchObject({ detail, errors: [{ path }] });
  });

  it.each([
    ["an empty image", [""], "image"],
    ["the second of two, empty", ["x", ""], "image.1"],
    ["no image", [], "image"],
    ["what is no picture", ["hello"], "image"],
  ])("names the field of a form as the form does: %s", async (_, images, path) => {
    const app = createHttpApp(deskFor(yaffleSeeing(beachDetector())));
    const sending = request(app).post("/v1/correct").field("response", "A dog.");
    for (const image of images) sending.attach("image", Buffer.from(image), "a.png");
    expect((await sending).body).toMatchObject({ code: expect.any(String), errors: [{ path }] });
  });

  it.each([
    ["/v1/chat/completions", "of OpenAI's paths there are /v1/models"],
    ["/v1/responses", "of OpenAI's paths"],
  ])("answers in OpenAI's shape where its clients call: %s", async (path, message) => {
    const reply = await request(createHttpApp(deskFor(yaffleSeeing(beachDetector()))))
      .post(path)
      .send({});
    expect(reply.status).toBe(404);
    expect(reply.body).toMatchObject({ error: { code: "not_found", message: expect.stringContaining(message) } });
  });

  it.each(["/v1/corect", "/v1/filesystem", "/models"])("answers with a problem elsewhere: %s", async (path) => {
    const reply = await request(createHttpApp(deskFor(yaffleSeeing(beachDetector())))).get(path);
    expect(reply.body).toMatchObject({ status: 404, code: "not_found", detail: expect.stringContaining(`nothing at ${path}`) });
  });

  it("refuses a body that says it is too large before anything of it is sent", async () => {
    const port = await listening(createHttpApp(deskFor(yaffleSeeing(beachDetector()))));
    const headers = { "content-type": "application/json", "content-length": String(MAX_BODY_BYTES + 1) };
    const status = await new Promise((resolve, reject) => {
      const sending = openRequest({ port, method: "POST", path: "/v1/correct", headers }, (reply) => {
        resolve(reply.statusCode);
        sending.destroy();
      });
      sending.on("error", reject);
      sending.flushHeaders();
    });
    expect(status).toBe(413);
  });

  it.each(["application/json", "multipart/form-data; boundary=b"])(
    "refuses a %s without length as soon as it is too large",
    async (type) => {
      const port = await listening(createHttpApp(deskFor(yaffleSeeing(beachDetector()))));
      let sent = 0;
      const reply = await new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
        const sending = openRequest({ port, method: "POST", path: "/v1/correct", headers: { "content-type": type } }, async (incoming) => {
          const pieces = await incoming.toArray();
          resolve({ status: incoming.statusCode, text: Buffer.concat(pieces).toString() });
          sending.destroy();
        });
        sending.on("error", reject);
        if (type.startsWith("multipart")) sending.write('--b\r\nContent-Disposition: form-data; name="image"; filename="a"\r\n\r\n');
        const piece = Buffer.alloc(100_000, "a");
        const pour = (): void => {
          if (sending.destroyed || sent > 20 * MAX_BODY_BYTES) return;
          sent += piece.length;
          sending.write(piece, pour);
        };
        pour();
      });
      expect(reply.status).toBe(413);
      expect(JSON.parse(reply.text)).toMatchObject({ code: "request_too_large", status: 413 });
    },
  );

  it("echoes a plain request id, and makes one for what is not plain", async () => {
    const app = createHttpApp(deskFor(yaffleSeeing(beachDetector())));
    expect((await request(app).get("/livez").set("x-request-id", "abc-1")).headers["x-request-id"]).toBe("abc-1");
    const made = (await request(app).get("/livez").set("x-request-id", "a b{c}")).headers["x-request-id"];
    expect(made).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("refuses the request too many, and says when to come again", async () => {
    const { opened, open: release } = gate();
    const detector = beachDetector(opened);
    const desk = deskFor(yaffleSeeing(detector), { maxConcurrent: 1, maxQueued: 1 });
    const port = await listening(createHttpApp(desk));
    const accepted = [0, 1].map(() =>
      request(`http://127.0.0.1:${port}`)
        .post("/v1/correct")
        .send(body)
        .then(({ status }) => status),
    );
    await expect.poll(() => desk.admission.present).toBe(2);
    const refused = await request(`http://127.0.0.1:${port}`).post("/v1/correct").send(body);
    expect(refused.body).toMatchObject({ status: 429, code: "overloaded", retryable: true });
    expect(refused.headers["retry-after"]).toBe("1");
    expect(detector.calls.length).toBe(1);
    release();
    expect(await Promise.all(accepted)).toEqual([200, 200]);
    expect(desk.admission.present).toBe(0);
  });

  it("stops the work of a caller who leaves", async () => {
    const aborted = gate();
    const started = gate();
    const beach = beachDetector();
    const detector = {
      ...beach,
      detect: (_picture: unknown, _request: unknown, signal?: AbortSignal): Promise<never> => {
        started.open();
        return new Promise((_resolve, reject) => {
          signal?.addEventListener("abort", () => {
            aborted.open();
            reject(signal.reason);
          });
        });
      },
    };
    const desk = deskFor(yaffleSeeing(detector));
    const port = await listening(createHttpApp(desk));
    const text = JSON.stringify(body);
    const sending = openRequest({ port, method: "POST", path: "/v1/correct", headers: { "content-type": "application/json" } });
    sending.on("error", () => undefined);
    sending.end(text);
    await started.opened;
    sending.destroy();
    await aborted.opened;
    await expect.poll(() => desk.lines).toMatchObject([{ code: "cancelled", status: 499 }]);
    await expect.poll(() => desk.admission.present).toBe(0);
  });

  it("says nothing of what went wrong inside, and logs it once", async () => {
    const desk = deskFor({ ...yaffleSeeing(beachDetector()), correct: () => Promise.reject(new Error("secret /etc/path")) });
    const reply = await request(createHttpApp(desk)).post("/v1/correct").send(body);
    expect(reply.status).toBe(500);
    expect(reply.text).not.toContain("secret");
    expect(desk.lines).toMatchObject([
      { level: "error", code: "internal", request_id: reply.body.request_id, err: { message: "secret /etc/path" } },
    ]);
  });

  it("logs one line a request, with neither picture nor text", async () => {
    const desk = deskFor(yaffleSeeing(beachDetector()));
    await request(createHttpApp(desk)).post("/v1/correct").set("x-request-id", "r-1").send(body);
    expect(desk.lines).toEqual([
      {
        level: "info",
        time: expect.any(String),
        msg: "request",
        transport: "http",
        method: "POST /v1/correct",
        code: "ok",
        status: 200,
        duration_ms: expect.any(Number),
        request_id: "r-1",
      },
    ]);
  });

  it("keeps an expert's failure out of the verdicts", async () => {
    const detector = fakeDetector({}, { failure: new YaffleError("expert_unavailable", "The detector is away.") });
    const reply = await request(createHttpApp(deskFor(yaffleSeeing(detector))))
      .post("/v1/correct")
      .send(body);
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({ changed: false, summary: { refuted: 0 } });
    expect(reply.body.degraded.join()).toContain("The detector is away.");
  });
});
