/**
 * What the second look costs: a glance and a thorough look at each photograph, timed apart, and how often a response makes Yaffle spend the
 * second. Responses name what is there, what may be, and what is not, so that some verdicts hang on it and others do not.
 */
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CLAIM_KINDS } from "../src/domain/claim.js";
import type { Picture } from "../src/domain/picture.js";
import { createColorMeter } from "../src/experts/color/meter.js";
import { loadNetwork } from "../src/experts/detector/load.js";
import { OnnxDetector } from "../src/experts/detector/onnx-detector.js";
import { readPicture } from "../src/image/read.js";
import { COCO_CATEGORIES } from "../src/language/vocabulary/coco.js";
import { DEFAULT_LIMITS } from "../src/pipeline/limits.js";
import { createYaffle } from "../src/pipeline/yaffle.js";
import { photographsOf } from "./photographs.js";
import { quantile, row } from "./statistics.js";

const MODEL = "centernet-coco";
const TARGETS = COCO_CATEGORIES.map((name) => ({ category: name, classes: [name] }));
const OPTIONS = { policy: "balanced", boxes: false, kinds: CLAIM_KINDS, pipeline: "rules", timeoutMs: null } as const;

/** A pair of things, a scene, a number, a side: what one sentence of a description holds. */
const RESPONSES = [
  "A person stands on the street.",
  "There is a person beside a car.",
  "Two people sit at a dining table with a cup and a bottle.",
  "The image shows a kitchen with an oven, a sink and a refrigerator.",
  "A dog lies to the left of a chair, and a cat sleeps on the couch.",
  "Three birds fly over the boats. There is no umbrella.",
];

export async function secondLookBench(folder: string | null): Promise<void> {
  const paths = photographsOf(folder);
  const network = await loadNetwork(MODEL, { modelsFolder: join(tmpdir(), "yaffle-bench-models"), device: "cpu", threads: null });
  await timeLooks(network, paths);
  await countSecondLooks(network, paths);
  await network.session.close();
}

type Network = Awaited<ReturnType<typeof loadNetwork>>;

const decode = (path: string): Promise<Picture> => readPicture({ type: "file", path }, DEFAULT_LIMITS);

/** The thorough look follows the glance, and so pays only for what the glance did not do. */
async function timeLooks(network: Network, paths: readonly string[]): Promise<void> {
  const [glances, rest]: [number[], number[]] = [[], []];
  const detector = new OnnxDetector(network);
  for (const path of [...paths.slice(0, 1), ...paths]) {
    const picture = await decode(path);
    glances.push(await millisecondsOf(() => detector.detect(picture, { targets: TARGETS, effort: "glance" })));
    rest.push(await millisecondsOf(() => detector.detect(picture, { targets: TARGETS, effort: "thorough" })));
  }
  console.log(`${paths.length} photographs, ${MODEL} on the CPU\n`);
  row("", "median ms", "90th");
  // The first photograph warms the network up.
  for (const [name, times] of [["a glance", glances.slice(1)] as const, ["what a thorough look adds", rest.slice(1)] as const]) {
    row(name, quantile(times, 0.5).toFixed(0), quantile(times, 0.9).toFixed(0));
  }
}

async function countSecondLooks(network: Network, paths: readonly string[]): Promise<void> {
  let runs = 0;
  const { session } = network;
  const counting: Network["session"] = {
    parallelism: session.parallelism,
    memory: session.memory,
    inputs: session.inputs,
    outputs: session.outputs,
    device: session.device,
    run: (inputs, signal) => {
      runs += 1;
      return session.run(inputs, signal);
    },
    close: async () => {},
  };
  const yaffle = createYaffle({
    detector: new OnnxDetector({ ...network, session: counting }),
    color: createColorMeter(),
    textReader: null,
    answerer: null,
    clock: { nowMs: () => performance.now() },
    limits: DEFAULT_LIMITS,
  });
  const spent: { readonly runs: number; readonly ms: number }[] = [];
  for (const path of paths) {
    for (const response of RESPONSES) {
      const picture = await decode(path);
      const before = runs;
      const request = { id: path, images: [{ type: "picture", picture }], response, prompt: null, options: OPTIONS } as const;
      const ms = await millisecondsOf(() => yaffle.correct(request));
      spent.push({ runs: runs - before, ms });
    }
  }
  await yaffle.close();
  const again = spent.filter((one) => one.runs > 1);
  const once = spent.filter((one) => one.runs <= 1);
  console.log();
  row("", "responses", "runs", "median ms");
  for (const [name, some] of [["judged at a glance", once] as const, ["looked at again", again] as const]) {
    const mean = some.reduce((sum, one) => sum + one.runs, 0) / some.length;
    const ms = quantile(
      some.map((one) => one.ms),
      0.5,
    );
    row(name, some.length.toString(), some.length === 0 ? "–" : mean.toFixed(1), some.length === 0 ? "–" : ms.toFixed(0));
  }
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}
