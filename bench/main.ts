/**
 * `npm run bench [-- NAME] [--photos DIR]`: how fast, beside what it is compared against, in one run. NAME is service, second-look, score, audit, memory or experts;
 * `--rows` is of memory; * `--device DEVICE` and `--expert MODEL` mean experts (with `--workers`, `--threads` and `--pictures`, of each measurement).
 * Figures of one run compare with each other; across machines and days they do not.
 */
import { parseArgs } from "node:util";
import { DEVICES, type DeviceChoice } from "../src/runtime/onnx/device.js";
import { auditBench } from "./audit.js";
import { expertsBench } from "./experts.js";
import { memoryBench } from "./memory.js";
import { scoreBench } from "./score.js";
import { secondLookBench } from "./second-look.js";
import { serviceBench } from "./service.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    photos: { type: "string" },
    device: { type: "string" },
    expert: { type: "string" },
    workers: { type: "string" },
    threads: { type: "string" },
    pictures: { type: "string" },
    rows: { type: "string" },
  },
});
const photos = values.photos ?? null;
const benches: Readonly<Record<string, () => Promise<void> | void>> = {
  service: () => serviceBench(photos),
  "second-look": () => secondLookBench(photos),
  score: () => scoreBench(),
  audit: () => auditBench(),
  memory: () => memoryBench(Number(values.rows ?? 100_000)),
  experts: () =>
    expertsBench({
      expert: values.expert ?? "centernet-coco",
      device: deviceNamed(values.device ?? "cpu"),
      workers: values.workers === undefined ? null : Number(values.workers),
      threads: values.threads === undefined ? null : Number(values.threads),
      count: Number(values.pictures ?? 48),
      photos,
    }),
};
const name = positionals[0] ?? (values.device !== undefined || values.expert !== undefined ? "experts" : "service");
const bench = benches[name];
if (bench === undefined) {
  console.error(`There is no bench "${name}"; there are: ${Object.keys(benches).join(", ")}.`);
  process.exitCode = 2;
} else {
  await bench();
}

function deviceNamed(name: string): DeviceChoice {
  const device = name === "auto" ? name : DEVICES.find((one) => one === name);
  if (device === undefined) throw new RangeError(`There is no device "${name}"; there are: auto, ${DEVICES.join(", ")}.`);
  return device;
}
