/** The score judge over both doors, asking a server that speaks OpenAI's protocol. */
import { Client, credentials, Metadata } from "@grpc/grpc-js";
import request from "supertest";
import { afterEach, describe, expect, it } from "vitest";
import { readSettings } from "../../../src/config/read.js";
import { openJudge } from "../../../src/language-models.js";
import { loadProtos, SCORING_SERVICE, serviceOf } from "../../../src/serving/grpc/protos.js";
import { listenGrpc } from "../../../src/serving/grpc/server.js";
import { createHttpApp } from "../../../src/serving/http/app.js";
import { PICTURE } from "../../support/batches.js";
import { type OpenaiServer, openOpenaiServer, type Script, say, sayJson } from "../../support/openai-server.js";
import { beachDetector, deskFor, type TestDesk, yaffleSeeing } from "../../support/serving.js";

const toClose: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0)) await close();
});

/** A text that names a cat is worth 3, another one 6; the first of the two gets two marks more, whatever it says. */
const marking: Script = ({ text }) => {
  const { first, second }: { first: string; second: string } = JSON.parse(text);
  const marks = (words: string, favor: number) => ({ accuracy: (words.includes("cat") ? 3 : 6) + favor, detailedness: 5 + favor });
  return sayJson({ reasons: "So it looks.", first: marks(first, 2), second: marks(second, 0) });
};
const referring: Script = ({ text }) => sayJson({ reasons: "By the captions.", hallucinated: JSON.parse(text).text.includes("cat") });

const TEXTS = { original: "A dog and a cat.", corrected: "A dog." };

async function judgedDesk(script: Script): Promise<{ readonly desk: TestDesk; readonly server: OpenaiServer }> {
  const server = await openOpenaiServer(script);
  toClose.push(server.close);
  const flags = { judge: "openai:critic-1", openai_url: server.url, openai_retries: "0" };
  const judge = await openJudge(readSettings({ flags, environment: {} }), () => {});
  return { desk: { ...deskFor(yaffleSeeing(beachDetector())), judge }, server };
}

async function grpcJudge(desk: TestDesk, message: object): Promise<unknown> {
  const door = await listenGrpc(desk, "127.0.0.1", 0);
  const client = new Client(door.address, credentials.createInsecure());
  toClose.push(() => client.close(), door.cut);
  const method = serviceOf(loadProtos(), SCORING_SERVICE)["Judge"];
  if (method === undefined) throw new Error("there is no method Judge");
  const { path, requestSerialize, responseDeserialize } = method;
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(path, requestSerialize, responseDeserialize, message, new Metadata(), (error, answer) =>
      error === null ? resolve(answer) : reject(error),
    );
  });
}

describe("POST /v1/scores/judge", () => {
  it("gives the mean of both orders, and every reply with it", async () => {
    const { desk, server } = await judgedDesk(marking);
    const pairs = [{ id: "a", image: { base64: PICTURE }, ...TEXTS }];
    const { status, body } = await request(createHttpApp(desk)).post("/v1/scores/judge").send({ pairs, resamples: 20 });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ score: "judge", variant: "vision:critic-1", judged: 1, failed: 0 },
      ...{ accuracy_original: 4, accuracy_corrected: 7, accuracy_gain: 3, detailedness_gain: 0 },
      items: [{ id: "a", replies: [{ order: ["original", "corrected"] }, { order: ["corrected", "original"] }] }],
    });
    expect(server.requests.map(({ pictures }) => pictures.length)).toEqual([1, 1]);
  });

  it("judges by references", async () => {
    const { desk } = await judgedDesk(referring);
    const pairs = [{ id: "a", references: ["A dog on a lawn."], ...TEXTS }];
    const { body } = await request(createHttpApp(desk)).post("/v1/scores/judge").send({ pairs, by: "references" });
    expect(body).toMatchObject({ variant: "references:critic-1", hallucination_rate_original: 1, hallucination_rate_corrected: 0 });
  });

  it.each([
    ["a field that is missing", [{ id: "a", original: "A dog." }], 400, "pairs.0.corrected"],
    ["a picture that is missing", [{ id: "a", ...TEXTS }], 400, "image"],
    ["a picture by its address", [{ id: "a", image: { url: "http://127.0.0.1/1.jpg" }, ...TEXTS }], 422, "does not fetch"],
    ["an id that stands twice", [1, 2].map(() => ({ id: "a", image: { base64: PICTURE }, ...TEXTS })), 400, "id"],
  ])("says what is wrong: %s", async (_name, pairs, status, detail) => {
    const { desk, server } = await judgedDesk(marking);
    const reply = await request(createHttpApp(desk)).post("/v1/scores/judge").send({ pairs });
    expect(reply.status).toBe(status);
    expect(reply.body.detail).toContain(detail);
    expect(server.requests).toEqual([]);
  });

  it("says so where there is no judge, and where it fails on every pair", async () => {
    const pairs = [{ id: "a", image: { base64: PICTURE }, ...TEXTS }];
    const without = await request(createHttpApp(deskFor(yaffleSeeing(beachDetector()))))
      .post("/v1/scores/judge")
      .send({ pairs });
    expect(without.body).toMatchObject({ status: 503, code: "expert_unavailable", detail: expect.stringContaining("--judge") });
    const { desk } = await judgedDesk(() => say("No marks from me."));
    const failing = await request(createHttpApp(desk)).post("/v1/scores/judge").send({ pairs });
    expect(failing.body).toMatchObject({ status: 502, code: "upstream_failed", detail: expect.stringContaining("failed on every row") });
  });

  it("ends with its time, and leaves its seat", async () => {
    const { desk } = await judgedDesk(() => ({ type: "hang" }));
    const pairs = [{ id: "a", image: { base64: PICTURE }, ...TEXTS }];
    const reply = await request(createHttpApp({ ...desk, timeoutMs: 50 }))
      .post("/v1/scores/judge")
      .send({ pairs });
    expect(reply.body).toMatchObject({ status: 504, code: "deadline_exceeded" });
    expect(desk.admission.present).toBe(0);
  });
});

describe("ScoringService/Judge", () => {
  it("gives marks and replies", async () => {
    const { desk } = await judgedDesk(marking);
    const pairs = [{ id: "a", image: { data: Buffer.from(PICTURE, "base64") }, ...TEXTS }];
    expect(await grpcJudge(desk, { pairs, resampling: { resamples: 20 } })).toMatchObject({
      variant: "vision:critic-1",
      figures: { accuracy_gain: 3, judged: 1 },
      judged: [
        {
          id: "a",
          original_marks: { accuracy: 4, detailedness: 6 },
          corrected_marks: { accuracy: 7, detailedness: 6 },
          replies: [{ order: ["original", "corrected"] }, { order: ["corrected", "original"] }],
        },
      ],
    });
  });

  it("gives verdicts by references", async () => {
    const { desk } = await judgedDesk(referring);
    const pairs = [{ id: "a", references: ["A dog on a lawn."], ...TEXTS }];
    expect(await grpcJudge(desk, { pairs, by: "references" })).toMatchObject({
      figures: { hallucination_rate_gain: 1 },
      judged: [{ id: "a", original_hallucinated: true, corrected_hallucinated: false }],
    });
    const { text } = await desk.metrics.page({ isReady: true, present: 0, working: 0, batches: null });
    expect(text).toContain('yaffle_requests_total{transport="grpc",method="yaffle.v1.ScoringService/Judge",code="ok"} 1');
  });

  it("names what is wrong, and says so where there is no judge", async () => {
    const { desk } = await judgedDesk(marking);
    await expect(grpcJudge(desk, { pairs: [{ id: "a", ...TEXTS }] })).rejects.toThrow('field "image"');
    const pairs = [{ id: "a", references: ["A dog."], ...TEXTS }];
    await expect(grpcJudge({ ...desk, judge: null }, { pairs, by: "references" })).rejects.toThrow("UNAVAILABLE");
  });
});
