/**
 * What a detector does on a device: pictures a second at several batch sizes, against the bare session with the same batch; how long a
 * picture takes while more and more come at once; and memory. A batch is looked at as Yaffle looks at it on the device, and where that is
 * picture by picture, also all in one run, as it does when told to. The network's input is made from decoded pictures on one side, and lies
 * ready on the other, so the ratio says what Yaffle's own work around a run costs. On a machine that others use too, the ratio of processor time
 * is the steadier one.
 */
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Picture } from "../src/domain/picture.js";
import type { Detector } from "../src/domain/ports.js";
import { loadNetwork, viewsOfRun } from "../src/experts/detector/load.js";
import { type Network, OnnxDetector } from "../src/experts/detector/onnx-detector.js";
import { openDetector } from "../src/experts/detector/open.js";
import { readPicture } from "../src/image/read.js";
import { COCO_CATEGORIES } from "../src/language/vocabulary/coco.js";
import { DEFAULT_LIMITS } from "../src/pipeline/limits.js";
import type { DeviceChoice } from "../src/runtime/onnx/device.js";
import type { Inputs } from "../src/runtime/onnx/session.js";
import { photographsOf } from "./photographs.js";
import { quantile, row, secondsFor } from "./statistics.js";

const BATCHES = [1, 4, 16] as const;
/** Callers at the same time; each asks again as soon as it has its answer. */
const LOADS = [1, 2, 4, 8, 16] as const;
const LEAST_RATIO = 0.9;
/** So that one is prepared while another runs, as with several requests. */
const BATCHES_UNDER_WAY = 3;
/** The first run of a turn has nobody beside it to prepare it: of few, it would be too large a share. */
const LEAST_RUNS = 4;
/** Turns in which the bare session and the detector are measured by turns, so that a machine's other work falls on both. */
const TURNS = 3;
/** As many kinds of thing as a response of some sentences names. */
const KINDS_NAMED = 8;
const REQUEST = {
  targets: COCO_CATEGORIES.slice(0, KINDS_NAMED).map((name) => ({ category: name, classes: [name] })),
  effort: "glance",
} as const;

export interface ExpertsBenchOptions {
  readonly expert: string;
  readonly device: DeviceChoice;
  /** Null: as many as a service has. */
  readonly workers: number | null;
  readonly threads: number | null;
  /** Pictures that one measurement looks at. */
  readonly count: number;
  readonly photos: string | null;
}

interface Measured {
  /** In the caller's thread, with nothing around it. */
  readonly bare: Network;
  /** As Yaffle runs it. */
  readonly network: Network;
  readonly count: number;
}

/** What one side did over all turns. */
interface Spent {
  /** Of each turn. */
  readonly seconds: number[];
  cpuMs: number;
}

export async function expertsBench({ expert, device, workers, threads, count, photos }: ExpertsBenchOptions): Promise<void> {
  const options = { modelsFolder: join(tmpdir(), "yaffle-bench-models"), device, threads };
  const pictures = await Promise.all(photographsOf(photos).map((path) => readPicture({ type: "file", path }, DEFAULT_LIMITS)));
  const detector = await openDetector(expert, {
    ...options,
    workers,
    batch: { maxPixels: 200_000_000, maxDelayMs: 5 },
    cacheMaxBytes: 0,
    clock: { nowMs: () => performance.now() },
    onCall: () => {},
    onMissing: ({ reason }) => {
      throw reason;
    },
  });
  console.log(
    `${expert} on ${detector.facts.device}, workers ${workers ?? "as by default"}, ${pictures.length} photographs, decoded beforehand\n`,
  );
  row("", "median ms", "90th", "99th", "per second");
  for (const load of LOADS.filter((one) => one === 1 || one <= count)) await latency(detector, pictures, load, count);
  await detector.close();
  memory("peak memory as a service asks, MiB");
  console.log();
  const bare = await loadNetwork(expert, { ...options, workers: 0 });
  const network = await loadNetwork(expert, { ...options, workers });
  row("", "bare/s", "Yaffle/s", "ratio", "bare CPU ms", "Yaffle CPU ms", "ratio");
  for (const batch of network.reader.batches ? BATCHES : BATCHES.slice(0, 1)) {
    await throughput({ bare, network, count }, pictures, batch);
    memory("peak memory with both sessions, MiB");
  }
  await bare.session.close();
  await network.session.close();
}

/** Of the process, the pictures included. It never falls, so the small is measured before the large. */
function memory(name: string): void {
  row(name, (process.resourceUsage().maxRSS / 1024).toFixed(0));
}

/** All by turns, and the median of each, so that what else the machine does falls on all. */
async function throughput({ bare, network, count }: Measured, pictures: readonly Picture[], batch: number): Promise<void> {
  const { side } = network.reader.form;
  const runs = Math.max(LEAST_RUNS, Math.ceil(count / batch));
  const ready = new Float32Array(batch * 3 * side * side).fill(0.5);
  const bareRun = () => bare.session.run(withoutGiving(bare.reader.inputs(ready, batch)));
  const usual = viewsOfRun(network.session.device);
  const ways = [
    { name: `pictures, batch ${batch}`, detector: new OnnxDetector(network, usual) },
    ...(usual < batch ? [{ name: "  told to look at them in one run", detector: new OnnxDetector(network, batch) }] : []),
  ].map(({ name, detector }) => ({ name, look: batchesOf(detector, pictures, batch), spent: nothingSpent() }));
  const spentBare = nothingSpent();
  await bareRun();
  for (const { look } of ways) await look(0);
  for (let turn = 0; turn < TURNS; turn += 1) {
    await spend(spentBare, runs, bareRun, 1);
    for (const { look, spent } of ways) await spend(spent, runs, look, BATCHES_UNDER_WAY);
  }
  for (const { name, spent } of ways) compare(name, spentBare, spent, runs * batch);
}

function batchesOf(detector: OnnxDetector, pictures: readonly Picture[], batch: number): (run: number) => Promise<unknown> {
  return (run) =>
    detector.detectTogether(
      Array.from({ length: batch }, (_, place) => ({ picture: fresh(pictures, run * batch + place), request: REQUEST })),
    );
}

function nothingSpent(): Spent {
  return { seconds: [], cpuMs: 0 };
}

/** One turn of one side. */
async function spend(spent: Spent, runs: number, run: (index: number) => Promise<unknown>, atOnce: number): Promise<void> {
  const before = process.cpuUsage();
  const tasks = Array.from({ length: runs }, (_, index) => () => run(index));
  spent.seconds.push(await secondsFor(tasks, atOnce));
  spent.cpuMs += cpuMsSince(before);
}

/** @param count pictures of a turn */
function compare(name: string, bare: Spent, yaffle: Spent, count: number): void {
  const [barePerSecond = 0, perSecond = 0] = [bare, yaffle].map(({ seconds }) => count / quantile(seconds, 0.5));
  const ratio = perSecond / barePerSecond;
  const marked = `${ratio.toFixed(2)}${ratio < LEAST_RATIO ? " !" : ""}`;
  const [bareMs = "", yaffleMs = ""] = [bare, yaffle].map(({ cpuMs }) => (cpuMs / (TURNS * count)).toFixed(1));
  row(name, barePerSecond.toFixed(1), perSecond.toFixed(1), marked, bareMs, yaffleMs, (bare.cpuMs / yaffle.cpuMs).toFixed(2));
}

/** What a picture costs in processor time does not hang on what else the machine does. */
function cpuMsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** As the service asks: each picture by itself, put together by the wrapper where the device gains from it. */
async function latency(detector: Detector, pictures: readonly Picture[], load: number, count: number): Promise<void> {
  const times: number[] = [];
  const tasks = Array.from({ length: Math.max(count, load * 2) }, (_, index) => async () => {
    const beginMs = performance.now();
    await detector.detect(fresh(pictures, index), REQUEST);
    times.push(performance.now() - beginMs);
  });
  const seconds = await secondsFor(tasks, load);
  row(`${load} at a time`, ...[0.5, 0.9, 0.99].map((share) => quantile(times, share).toFixed(0)), (tasks.length / seconds).toFixed(1));
}

let looks = 0;

/**
 * An equal picture that passes for another: what is seen of a picture is kept, and callers who ask about equal bytes at once share one run.
 */
function fresh(pictures: readonly Picture[], index: number): Picture {
  const picture = pictures[index % pictures.length];
  if (picture === undefined) throw new RangeError("there are no photographs");
  looks += 1;
  return { ...picture, sha256: looks.toString(16).padStart(64, "0") };
}

/** The same values serve run after run. */
function withoutGiving(inputs: Inputs): Inputs {
  return Object.fromEntries(Object.entries(inputs).map(([name, { shape, values }]) => [name, { shape, values }]));
}
