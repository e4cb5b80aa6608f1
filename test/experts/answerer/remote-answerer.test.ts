/** An answerer on a model server, against a server of the protocol in this process. */
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { composeYaffle } from "../../../src/compose.js";
import { loadRemoteAnswerer } from "../../../src/experts/answerer/load.js";
import { openRemoteAnswerer } from "../../../src/experts/answerer/remote-answerer.js";
import { readRemoteModel } from "../../../src/runtime/open-inference/address.js";
import { encodeElement } from "../../../src/runtime/open-inference/strings.js";
import { reportSchema } from "../../../src/wire/report-schema.js";
import { describeAnswerer, type Model, QUESTION } from "../../contract/answerer.js";
import { runCommand } from "../../support/command-line.js";
import { type Declared, type Given, type InferenceServer, type ServedProgram, serveModels } from "../../support/inference-server.js";
import { TEST_MODELS_FOLDER } from "../../support/models-folder.js";
import { madePicture, pictureUri } from "../../support/pictures.js";

const picture = madePicture(64, 48);
const servers: InferenceServer[] = [];
afterAll(() => Promise.all(servers.map((server) => server.close())));

const IMAGE: Declared = { name: "image", datatype: "UINT8", shape: [-1, -1, 3] };
const QUESTION_IN: Declared = { name: "question", datatype: "BYTES", shape: [1] };
const ANSWER: Declared = { name: "answer", datatype: "BYTES", shape: [1] };
const YES_NO: Declared = { name: "yes_no", datatype: "FP32", shape: [2] };
const PROBABILITY: Declared = { name: "probability", datatype: "FP32", shape: [1] };

function elements(...texts: readonly (string | Buffer)[]): Given {
  return { datatype: "BYTES", shape: [texts.length], bytes: Buffer.concat(texts.map((text) => encodeElement(Buffer.from(text)))) };
}

function floats(...values: readonly number[]): Given {
  return { datatype: "FP32", shape: [values.length], bytes: Buffer.from(Float32Array.from(values).buffer) };
}

async function seen({ datatype, shape, bytes }: Given): Promise<{ readonly width: number; readonly height: number }> {
  if (datatype === "BYTES") {
    const { width, height } = await sharp(bytes.subarray(4)).metadata();
    return { width, height };
  }
  const [height = 0, width = 0, channels = 0] = shape.slice(-3);
  if (bytes.length !== height * width * channels) throw new Error("the pixels do not fill their shape");
  return { width, height };
}

function program(
  model: Model,
  { image = IMAGE, question = QUESTION_IN }: { readonly image?: Declared; readonly question?: Declared } = {},
): ServedProgram {
  return {
    inputs: [image, question],
    outputs: [ANSWER],
    run: async (inputs) => {
      const [pixels, text] = [inputs.get("image"), inputs.get("question")];
      if (pixels === undefined || text === undefined) throw new Error("an input is missing");
      expect(pixels.shape).toHaveLength(image.shape.length);
      expect(text.shape).toEqual(question.shape.map(() => 1));
      return { answer: elements(await model({ question: text.bytes.toString("utf8", 4), ...(await seen(pixels)) })) };
    },
  };
}

async function opened(served: ServedProgram, model = "eyes") {
  const server = await serveModels({ [model]: served });
  servers.push(server);
  return {
    server,
    spec: `inference:${server.address}/${model}`,
    open: () => openRemoteAnswerer(readRemoteModel(`inference:${server.address}/${model}`), { timeoutMs: 20_000 }),
  };
}

describeAnswerer("a model server's program of pixels", async (model) => (await opened(program(model))).open());
describeAnswerer("a model server's program in batches", async (model) =>
  (await opened(program(model, { image: { ...IMAGE, shape: [-1, -1, -1, 3] }, question: { ...QUESTION_IN, shape: [-1, 1] } }))).open(),
);
describeAnswerer("a model server's program of JPEG", async (model) =>
  (await opened(program(model, { image: { name: "image", datatype: "BYTES", shape: [1] } }))).open(),
);

/** A model that gives the same tensors to every question. */
function giving(outputs: Readonly<Record<string, Given>>): ServedProgram {
  return { inputs: [IMAGE, QUESTION_IN], outputs: [ANSWER, YES_NO, PROBABILITY], run: async () => outputs };
}

async function answerOf(outputs: Readonly<Record<string, Given>>, question = QUESTION) {
  const { server, open } = await opened(giving(outputs));
  const answerer = await open();
  return { server, answer: answerer.answer(picture, question, null).finally(() => answerer.close()) };
}

describe("an answerer on a model server", () => {
  it("is as sure as its first token leans, and is asked once", async () => {
    const { server, answer } = await answerOf({ answer: elements("Yes"), yes_no: floats(Math.log(0.2), Math.log(0.6)) });
    expect(await answer).toEqual({ answer: "No", probability: expect.closeTo(0.75, 6) });
    expect(server.inferences.map(({ datatypes }) => datatypes)).toEqual([["UINT8", "BYTES"]]);
  });

  it("is asked again the other way round where its first token was about something else", async () => {
    const { server, answer } = await answerOf({ answer: elements("Yes"), yes_no: floats(Math.log(0.2), Number.NEGATIVE_INFINITY) });
    expect(await answer).toEqual({ answer: "Yes", probability: 0.5 });
    expect(server.inferences).toHaveLength(2);
  });

  it("is as sure as it says it is, where it gives a probability", async () => {
    const { answer } = await answerOf({ answer: elements("no, it is not"), probability: floats(0.8) });
    expect(await answer).toEqual({ answer: "No", probability: expect.closeTo(0.8, 6) });
    const unsure = await answerOf({ answer: elements("Yes"), probability: floats(0.25) });
    expect(await unsure.answer).toEqual({ answer: "No", probability: expect.closeTo(0.75, 6) });
    const short = await answerOf({ answer: elements("lying"), probability: floats(0.5) }, "What is the dog doing?");
    expect(await short.answer).toEqual({ answer: "lying", probability: 0.5 });
  });

  it.each([
    ["a probability beyond one", { answer: elements("Yes"), probability: floats(1.5) }, "upstream_failed"],
    ["a probability that is no number", { answer: elements("Yes"), probability: floats(Number.NaN) }, "upstream_failed"],
    ["logits in the place of logarithms of chances", { answer: elements("Yes"), yes_no: floats(7, 2) }, "upstream_failed"],
    ["chances that are no numbers", { answer: elements("Yes"), yes_no: floats(Number.NaN, 1) }, "upstream_failed"],
    ["no answer", { yes_no: floats(1, 0) }, "expert_unavailable"],
    ["an answer of no elements", { answer: elements() }, "upstream_failed"],
    ["an answer of numbers", { answer: floats(1) }, "expert_unavailable"],
    [
      "an answer whose length is a lie",
      { answer: { datatype: "BYTES", shape: [1], bytes: Buffer.from([9, 0, 0, 0, 65]) } },
      "expert_unavailable",
    ],
  ])("makes no answer out of %s", async (_name, outputs: Readonly<Record<string, Given>>, code) => {
    await expect((await answerOf(outputs)).answer).rejects.toMatchObject({ code });
  });

  it.each([
    ["is no answerer", { inputs: [IMAGE], outputs: [PROBABILITY] }, "it has no input question, it has no output answer"],
    ["wants floats", { inputs: [{ ...IMAGE, datatype: "FP32" }, QUESTION_IN], outputs: [ANSWER] }, "its input image is FP32 [-1, -1, 3]"],
    [
      "wants more",
      { inputs: [IMAGE, QUESTION_IN, { ...QUESTION_IN, name: "system" }], outputs: [ANSWER] },
      "its input system is not known",
    ],
    ["says too much", { inputs: [IMAGE, QUESTION_IN], outputs: [{ ...ANSWER, shape: [5] }] }, "its output answer is BYTES [5]"],
  ])("is refused where the model %s", async (_name, tensors, message) => {
    const { open } = await opened({ ...giving({}), ...tensors });
    await expect(open()).rejects.toMatchObject({ code: "invalid_request", message: expect.stringContaining(message) });
  });

  it("is refused where it is not ready", async () => {
    const { open } = await opened({ ...giving({}), isReady: () => false });
    await expect(open()).rejects.toMatchObject({ code: "expert_unavailable", message: expect.stringContaining("is not ready") });
  });

  it("passes its deadline on, and ends with it", async () => {
    const { server } = await opened({ ...giving({}), run: () => new Promise(() => undefined) });
    const answerer = await openRemoteAnswerer(readRemoteModel(`inference:${server.address}/eyes`), { timeoutMs: 300 });
    await expect(answerer.answer(picture, QUESTION, null)).rejects.toMatchObject({ code: "deadline_exceeded" });
    await expect.poll(() => server.cancelled()).toBe(1);
    await answerer.close();
  });

  it("whose server is down at the start is found when it has come", async () => {
    const { server, spec } = await opened(giving({ answer: elements("No"), yes_no: floats(Math.log(0.1), Math.log(0.9)) }));
    const { port } = server;
    await server.close();
    const told: string[] = [];
    let nowMs = 0;
    const answerer = await loadRemoteAnswerer(spec, {
      timeoutMs: 5_000,
      clock: { nowMs: () => nowMs },
      onMissing: ({ model }) => told.push(`missing ${model}`),
      onFound: () => told.push("found"),
    });
    expect(answerer.facts).toEqual({ id: "eyes", role: "answerer", sha256: null, device: "remote" });
    await expect(answerer.answer(picture, QUESTION, null)).rejects.toMatchObject({ code: "expert_unavailable" });
    servers.push(await serveModels({ eyes: giving({ answer: elements("No"), yes_no: floats(Math.log(0.1), Math.log(0.9)) }) }, port));
    nowMs = 1_000;
    expect(await answerer.answer(picture, QUESTION, null)).toMatchObject({ answer: "No" });
    expect(told).toEqual([`missing ${spec}`, "found"]);
    await answerer.close();
  });

  it("answers on the command line, and its answers stand in the report", async () => {
    const { spec } = await opened(program(({ question }) => (/^Is "No"/.test(question) ? "Yes" : "No")));
    const options = ["--models-dir", TEST_MODELS_FOLDER, "--text-reader", "none", "--answerer", spec];
    const words = ["verify", "--json", "--image", await pictureUri(320, 240), "--response", "A river flows through a village.", ...options];
    const { exitCode, out, error } = await runCommand(words, { openYaffle: composeYaffle });
    expect({ exitCode, error }).toEqual({ exitCode: 0, error: "" });
    const { experts, claims, degraded } = JSON.parse(out);
    expect(experts).toContainEqual({ id: "eyes", role: "answerer", sha256: null, device: "remote" });
    const answers = claims.flatMap(({ evidence }: { evidence: readonly { type: string }[] }) =>
      evidence.filter(({ type }) => type === "answer"),
    );
    expect(answers.length).toBeGreaterThan(0);
    expect(answers[0]).toMatchObject({ expert: "eyes", answer: "No", probability: 0.92 });
    expect(degraded).toEqual([]);
  });

  it("is told in the report where nobody answers, and refused in one line where its name is wrong", async () => {
    const words = [
      "correct",
      "--image",
      await pictureUri(),
      "--response",
      "A dog sleeps beside a fountain.",
      "--models-dir",
      TEST_MODELS_FOLDER,
      "--text-reader",
      "none",
    ];
    const lost = await runCommand([...words, "--json", "--answerer", "inference:127.0.0.1:1/eyes"], { openYaffle: composeYaffle });
    expect({ exitCode: lost.exitCode, error: lost.error }).toEqual({ exitCode: 0, error: "" });
    const told = /^eyes: The model server 127\.0\.0\.1:1 failed: .*ECONNREFUSED 127\.0\.0\.1:1\.$/;
    expect(reportSchema.parse(JSON.parse(lost.out)).degraded).toContainEqual(expect.stringMatching(told));
    const wrong = await runCommand([...words, "--answerer", "inference:eyes"], { openYaffle: composeYaffle });
    expect({ exitCode: wrong.exitCode, error: wrong.error }).toEqual({
      exitCode: 2,
      error: expect.stringContaining("--answerer: must be"),
    });
    const detector = await runCommand([...words, "--answerer", "inference:127.0.0.1:1/centernet-coco"], { openYaffle: composeYaffle });
    expect({ exitCode: detector.exitCode, error: detector.error }).toEqual({
      exitCode: 2,
      error: expect.stringContaining("for the role detector, not answerer"),
    });
  });
});

const { YAFFLE_TRITON_ANSWERER } = process.env;
if (YAFFLE_TRITON_ANSWERER === undefined)
  console.warn("skipped: an answerer on a real model server (set YAFFLE_TRITON_ANSWERER to HOST:PORT/MODEL of one)");
describe.skipIf(YAFFLE_TRITON_ANSWERER === undefined)("an answerer on a real model server", () => {
  it("answers yes or no", async () => {
    const answerer = await openRemoteAnswerer(readRemoteModel(`inference:${YAFFLE_TRITON_ANSWERER}`), { timeoutMs: 30_000 });
    const { answer, probability } = await answerer.answer(picture, "Is there an elephant in the picture?", null);
    expect(answer).toMatch(/^(?:Yes|No)$/);
    expect(probability).toBeGreaterThanOrEqual(0.5);
    await answerer.close();
  });
});
