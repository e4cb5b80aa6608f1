import { Client, credentials, Metadata } from "@grpc/grpc-js";
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { AUDIT_SERVICE, loadProtos, SCORING_SERVICE, serviceOf } from "../../../src/serving/grpc/protos.js";
import { listenGrpc } from "../../../src/serving/grpc/server.js";
import { openedBatches, PICTURE } from "../../support/batches.js";
import { beachDetector, deskFor, yaffleSeeing } from "../../support/serving.js";

const toClose: (() => void)[] = [];
afterEach(() => {
  for (const close of toClose.splice(0)) close();
});

const reply = z.looseObject({ id: z.string().optional(), line: z.number().optional() });
type Reply = z.infer<typeof reply>;

interface Calls {
  unary(service: string, method: string, message: object): Promise<Reply>;
  stream(service: string, method: string, message: object): Promise<readonly Reply[]>;
}

async function opened(): Promise<Calls> {
  const { batches } = await openedBatches();
  const door = await listenGrpc({ ...deskFor(yaffleSeeing(beachDetector())), batches }, "127.0.0.1", 0);
  const client = new Client(door.address, credentials.createInsecure());
  toClose.push(
    () => client.close(),
    door.cut,
    () => void batches.close(),
  );
  const found = (service: string, name: string) => {
    const method = serviceOf(loadProtos(), service)[name];
    if (method === undefined) throw new Error(`no method ${name}`);
    return method;
  };
  return {
    unary: (service, name, message) => {
      const { path, requestSerialize, responseDeserialize } = found(service, name);
      return new Promise((resolve, reject) => {
        client.makeUnaryRequest(path, requestSerialize, responseDeserialize, message, new Metadata(), (error, answer) => {
          if (error === null) resolve(reply.parse(answer));
          else reject(error);
        });
      });
    },
    stream: async (service, name, message) => {
      const { path, requestSerialize, responseDeserialize } = found(service, name);
      const all: Reply[] = [];
      for await (const one of client.makeServerStreamRequest(path, requestSerialize, responseDeserialize, message))
        all.push(reply.parse(one));
      return all;
    },
  };
}

const images = [{ data: Buffer.from(PICTURE, "base64") }];

describe("AuditService", () => {
  it("takes requests, streams their results and says how it ended", async () => {
    const { unary, stream } = await opened();
    const requests = [
      { id: "a", images, response: "There is a dog." },
      { id: "b", images: [{ data: Buffer.from("no picture") }], response: "There is a dog." },
    ];
    const batch = await unary(AUDIT_SERVICE, "CreateBatch", { requests, metadata: { for: "a test" } });
    expect(batch).toMatchObject({ status: "validating", metadata: { for: "a test" } });
    const results = await stream(AUDIT_SERVICE, "StreamResults", { id: batch.id });
    expect(results.toSorted((one, other) => Number(one.line) - Number(other.line))).toMatchObject([
      { id: "a", line: 1, report: { id: "a", changed: true } },
      { id: "b", line: 2, error: { code: "image_undecodable" } },
    ]);
    const done = await unary(AUDIT_SERVICE, "GetBatch", { id: batch.id });
    expect(done).toMatchObject({ status: "completed", request_counts: { total: 2, completed: 1, failed: 1 } });
    expect(await unary(AUDIT_SERVICE, "ListBatches", {})).toMatchObject({ batches: [{ id: batch.id }], has_more: false });
    await expect(unary(AUDIT_SERVICE, "CancelBatch", { id: batch.id })).rejects.toThrow("is completed already");
  });

  it("says what it does not know and what it cannot take", async () => {
    const { unary, stream } = await opened();
    await expect(unary(AUDIT_SERVICE, "GetBatch", { id: "batch_none" })).rejects.toThrow("There is no batch");
    await expect(stream(AUDIT_SERVICE, "StreamResults", { id: "batch_none" })).rejects.toThrow("There is no batch");
    await expect(unary(AUDIT_SERVICE, "CreateBatch", {})).rejects.toThrow("exactly one of the two");
  });
});

describe("ScoringService", () => {
  const span = { start: 0, end: 5 };
  it.each([
    [
      "Chair",
      { captions: [{ image_id: "1", caption: "A dog and a cat." }], ground_truth: { "1": { categories: ["dog"] } } },
      { variant: "original", figures: { chair_i: 0.5, captions: 1 } },
    ],
    [
      "Pope",
      { questions: [{ question_id: "1", image: "1.jpg", text: "Is there a dog?", label: "yes" }], answers: [{ text: "Yes" }] },
      { figures: { accuracy: 1, missing: 0 } },
    ],
    [
      "Mme",
      {
        results: {
          existence: {
            rows: [
              { image: "1.jpg", question: "Is there a dog?", truth: "yes", answer: "Yes" },
              { image: "1.jpg", question: "Is there a cat?", truth: "no", answer: "Yes" },
            ],
          },
        },
      },
      { figures: { existence: 50 } },
    ],
    [
      "Amber",
      {
        annotations: [{ id: 1, type: "discriminative-relation", truth: "no" }],
        associations: { dog: {} },
        answers: [{ id: 1, response: "No" }],
      },
      { figures: { accuracy: 99.9, relation_recall: 99.9 } },
    ],
    [
      "Claims",
      {
        results: [{ id: "a", claims: [{ text: "there is a dog", span, verdict: "supported", probability: 0.9 }] }],
        labels: [{ id: "a", claims: [{ text: "There is a dog", label: "supported" }] }],
      },
      { figures: { accuracy: 1, unmatched: 0 } },
    ],
  ])("%s", async (method, message, expected) => {
    const { unary } = await opened();
    expect(await unary(SCORING_SERVICE, method, { ...message, resampling: { resamples: 20 } })).toMatchObject(expected);
  });

  it("names the field that is wrong", async () => {
    const { unary } = await opened();
    await expect(unary(SCORING_SERVICE, "Chair", {})).rejects.toThrow('field "captions"');
  });
});
