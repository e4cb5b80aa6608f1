/**
 * What the service costs beside its experts: detector runs a second through the pipeline against the bare session, time outside the
 * experts, and memory over many responses.
 */
import { readFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { CLAIM_KINDS } from "../src/domain/claim.js";
import type { Detector } from "../src/domain/ports.js";
import { createColorMeter } from "../src/experts/color/meter.js";
import { loadNetwork } from "../src/experts/detector/load.js";
import { OnnxDetector } from "../src/experts/detector/onnx-detector.js";
import { readPicture } from "../src/image/read.js";
import { DEFAULT_LIMITS } from "../src/pipeline/limits.js";
import { type CorrectionRequest, createYaffle, type Yaffle } from "../src/pipeline/yaffle.js";
import { ensureModel } from "../src/registry/models.js";
import { type OnnxSession, openSession } from "../src/runtime/onnx/session.js";
import { photographsOf } from "./photographs.js";
import { quantile, row, secondsFor } from "./statistics.js";

const CONCURRENCY = 4;
const RESPONSES = 96;
const MODEL = "centernet-coco";
const INPUT_SHAPE = [1, 3, 512, 512];
const INPUT_SIZE = 3 * 512 * 512;
const OPTIONS = { policy: "balanced", boxes: false, kinds: CLAIM_KINDS, pipeline: "rules", timeoutMs: null } as const;

/** True and false parts, so that some verdicts hang on a second look, as in real responses. */
const RESPONSE = "The image shows a person in front of a building. There is a dog on the left side of the image.";

/** A hundred words of the kind that a model writes. */
const HUNDRED_WORDS =
  "The image shows a man standing on a wide street next to two red cars and a white truck. He is wearing a dark coat and holding " +
  "an umbrella in his left hand. A small brown dog sits beside him, looking at the people across the road. There are three bicycles " +
  "leaning against the wall of a tall building, and a bench stands to the right of the entrance. In the background, several people " +
  "are walking under the trees, while a bus waits at the traffic light. The scene is calm and pleasant, and there is no elephant.";

export async function serviceBench(folder: string | null): Promise<void> {
  const photographs = photographsOf(folder).map((path) => readFileSync(path));
  const modelsFolder = join(tmpdir(), "yaffle-bench-models");
  const { bytes } = await ensureModel(MODEL, modelsFolder);
  const network = await loadNetwork(MODEL, { modelsFolder, device: "cpu", threads: null });
  const counting = countRuns(network.session);
  const detector = new OnnxDetector({ ...network, session: counting });
  const color = createColorMeter();
  const yaffle = createYaffle({
    detector,
    color,
    textReader: null,
    answerer: null,
    clock: { nowMs: () => performance.now() },
    limits: DEFAULT_LIMITS,
  });
  await yaffle.warmUp();
  console.log(`${photographs.length} photographs, ${CONCURRENCY} at a time, ${MODEL} on the CPU\n`);
  await throughput(yaffle, counting, photographs, bytes);
  await outsideExperts(detector, photographs);
  await memory(yaffle, photographs);
  await yaffle.close();
}

async function throughput(yaffle: Yaffle, counting: CountingSession, photographs: readonly Uint8Array[], model: Uint8Array): Promise<void> {
  const pictures = await Promise.all(photographs.map((bytes) => readPicture({ type: "bytes", bytes }, DEFAULT_LIMITS)));
  const encoded = each(photographs, (bytes, index) => yaffle.correct(request({ type: "bytes", bytes }, RESPONSE, index)));
  const decoded = each(pictures, (picture, index) =>
    yaffle.correct(request({ type: "picture", picture: { ...picture } }, RESPONSE, index)),
  );
  row("", "runs/s", "ratio", "of best bare", "runs each");
  const base = await bareSession(model);
  const best = await bareSessions(model);
  row("bare onnxruntime session, its own defaults", base.toFixed(1), "1.00", (base / best).toFixed(2), "1.0");
  row("bare sessions of one thread, one a core", best.toFixed(1), (best / base).toFixed(2), "1.00", "1.0");
  for (const [name, tasks, least] of [
    ["pipeline, decoding JPEG (at least 0.75)", encoded, 0.75],
    ["pipeline, decoded pictures (at least 0.90)", decoded, 0.9],
  ] as const) {
    const before = counting.runs;
    const seconds = await secondsFor(tasks, CONCURRENCY);
    const runs = counting.runs - before;
    const ratio = runs / seconds / base;
    const figures = [
      `${ratio.toFixed(2)}${ratio < least ? " !" : ""}`,
      (runs / seconds / best).toFixed(2),
      (runs / tasks.length).toFixed(1),
    ];
    row(name, (runs / seconds).toFixed(1), ...figures);
  }
}

/** Runs a second of one session as onnxruntime-node opens it, called as a program calls it that does nothing else. */
async function bareSession(model: Uint8Array): Promise<number> {
  const session = await InferenceSession.create(model, { executionProviders: ["cpu"], logSeverityLevel: 3 });
  const [name = ""] = session.inputNames;
  const input = new Tensor("float32", new Float32Array(INPUT_SIZE).fill(127), INPUT_SHAPE);
  const run = () => session.run({ [name]: input });
  await run();
  const seconds = await secondsFor(
    Array.from({ length: RESPONSES }, () => run),
    CONCURRENCY,
  );
  await session.release();
  return RESPONSES / seconds;
}

/** The most that this machine gives: nothing but the model, in as many threads as there are cores, none waiting for another. */
async function bareSessions(model: Uint8Array): Promise<number> {
  const cores = availableParallelism();
  const pool = await openSession(model, { threads: 1, workers: cores, device: "cpu" });
  const [{ name } = { name: "" }] = pool.inputs;
  const run = async () => {
    const values = pool.memory.floats(INPUT_SIZE).fill(127);
    const outputs = await pool.run({ [name]: { shape: INPUT_SHAPE, values, isGivenAway: true } });
    for (const output of outputs.values()) pool.memory.give(output.values.buffer);
  };
  await Promise.all(Array.from({ length: cores }, run));
  const seconds = await secondsFor(
    Array.from({ length: RESPONSES }, () => run),
    Math.max(CONCURRENCY, cores),
  );
  await pool.close();
  return RESPONSES / seconds;
}

interface CountingSession extends OnnxSession {
  readonly runs: number;
}

function countRuns(session: OnnxSession): CountingSession {
  let runs = 0;
  return {
    inputs: session.inputs,
    outputs: session.outputs,
    device: session.device,
    parallelism: session.parallelism,
    memory: session.memory,
    get runs() {
      return runs;
    },
    run: (inputs, signal) => {
      runs += 1;
      return session.run(inputs, signal);
    },
    close: () => session.close(),
  };
}

async function outsideExperts(detector: Detector, photographs: readonly Uint8Array[]): Promise<void> {
  const instant: Detector = {
    facts: detector.facts,
    vocabulary: detector.vocabulary,
    detect: async (_picture, { targets }) =>
      targets.map(({ category }, index) => ({
        category,
        presence: index % 2 === 0 ? 0.97 : 0.01,
        boxes: index % 2 === 0 ? [{ x1: 0.1, y1: 0.2, x2: 0.4, y2: 0.8, probability: 0.96 }] : [],
      })),
    close: async () => undefined,
  };
  const yaffle = createYaffle({
    detector: instant,
    color: null,
    textReader: null,
    answerer: null,
    clock: { nowMs: () => performance.now() },
    limits: DEFAULT_LIMITS,
  });
  const [bytes = new Uint8Array()] = photographs;
  const picture = await readPicture({ type: "bytes", bytes }, DEFAULT_LIMITS);
  const times: number[] = [];
  for (let turn = 0; turn < 330; turn += 1) {
    const { timingsMs } = await yaffle.correct(request({ type: "picture", picture }, HUNDRED_WORDS, turn));
    if (turn >= 30) times.push(timingsMs.total);
  }
  console.log();
  row("", "median", "95th");
  row(
    `ms outside experts and decoding, ${HUNDRED_WORDS.split(" ").length} words (median at most 5)`,
    quantile(times, 0.5).toFixed(2),
    quantile(times, 0.95).toFixed(2),
  );
}

async function memory(yaffle: Yaffle, photographs: readonly Uint8Array[]): Promise<void> {
  const respond = (index: number) =>
    yaffle.correct(
      request(
        { type: "bytes", bytes: photographs[index % photographs.length] ?? new Uint8Array() },
        "A building stands near a person.",
        index,
      ),
    );
  const peakMiB = () => process.resourceUsage().maxRSS / 1024;
  const tasks = Array.from({ length: 1000 }, (_, index) => () => respond(index));
  await secondsFor(tasks.slice(0, 100), CONCURRENCY);
  const early = peakMiB();
  await secondsFor(tasks.slice(100), CONCURRENCY);
  const late = peakMiB();
  console.log();
  row("", "after 100", "after 1,000");
  row("peak memory, MiB", early.toFixed(0), late.toFixed(0));
}

function each<Item>(items: readonly Item[], task: (item: Item, index: number) => Promise<unknown>): readonly (() => Promise<unknown>)[] {
  return Array.from({ length: RESPONSES }, (_, index) => {
    const item = items[index % items.length];
    if (item === undefined) throw new RangeError("there are no photographs");
    return () => task(item, index);
  });
}

function request(image: CorrectionRequest["images"][number], response: string, index: number): CorrectionRequest {
  return { id: `bench-${index}`, images: [image], response, prompt: null, options: OPTIONS };
}
