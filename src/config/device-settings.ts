/** The settings of how experts run: on what, how many at a time, and what is remembered of it. */
import { choice, wholeNumber } from "./fields.js";
import type { Setting } from "./settings.js";

const MEBIBYTE = 1024 * 1024;
const DEVICES = ["auto", "cpu", "cuda", "tensorrt", "webgpu", "coreml", "directml"] as const;
const OPTIMIZATIONS = ["disabled", "basic", "extended", "all"] as const;

interface DeviceSettings {
  readonly device: Setting<(typeof DEVICES)[number]>;
  readonly text_reader_device: Setting<(typeof DEVICES)[number]>;
  readonly answerer_device: Setting<(typeof DEVICES)[number]>;
  readonly scorer_device: Setting<(typeof DEVICES)[number]>;
  readonly workers: Setting<number>;
  readonly memory_arena: Setting<"on" | "off">;
  readonly graph_optimization: Setting<(typeof OPTIMIZATIONS)[number]>;
  readonly batch_max_pictures: Setting<number>;
  readonly batch_max_pixels: Setting<number>;
  readonly batch_max_delay_ms: Setting<number>;
  readonly cache_max_bytes: Setting<number>;
}

export const DEVICE_SETTINGS: DeviceSettings = {
  device: {
    schema: choice(DEVICES),
    fallback: "cpu",
    argument: "DEVICE",
    description:
      "What the detector runs on: cpu, cuda, tensorrt, webgpu, coreml or directml; auto takes the best of cuda, coreml, directml and cpu that works, and logs which.",
  },
  text_reader_device: {
    schema: choice(DEVICES),
    fallback: "cpu",
    argument: "DEVICE",
    description: "What the text reader runs on, as with device.",
  },
  answerer_device: {
    schema: choice(DEVICES),
    fallback: "cpu",
    argument: "DEVICE",
    description: "What the answerer runs on where it runs here, as with device.",
  },
  scorer_device: {
    schema: choice(DEVICES),
    fallback: "cpu",
    argument: "DEVICE",
    description: "What the scorer runs on, as with device.",
  },
  workers: {
    schema: wholeNumber(0, 64),
    fallback: null,
    defaultIs: "a core each on the CPU, 4 at most; 1 on another device; 0 for correct and verify, which have nothing else to answer",
    argument: "NUMBER",
    description:
      "Runs of one model at the same time, each in a thread with its own copy of it; 0 runs models in the main thread, which then answers nothing else meanwhile.",
  },
  memory_arena: {
    schema: choice(["on", "off"]),
    fallback: "on",
    argument: "ON|OFF",
    description: "Whether the runtime keeps the memory of a run for the next one: faster, and never smaller than the largest run.",
  },
  graph_optimization: {
    schema: choice(OPTIMIZATIONS),
    fallback: "all",
    argument: "LEVEL",
    description: "How far the runtime rewrites a model on loading it.",
  },
  batch_max_pictures: {
    schema: wholeNumber(1, 256),
    fallback: null,
    defaultIs: "1 on the CPU, where more gain nothing, else 16",
    argument: "NUMBER",
    description: "Pictures of several requests that a busy detector takes together in its next run.",
  },
  batch_max_pixels: {
    schema: wholeNumber(1, 10_000_000_000),
    fallback: 200_000_000,
    argument: "PIXELS",
    description: "Pixels of the pictures of one batch, as decoded; a larger picture goes alone.",
  },
  batch_max_delay_ms: {
    schema: wholeNumber(0, 10_000),
    fallback: 5,
    argument: "MILLISECONDS",
    description: "Longest that a picture waits for company while one of several workers is free; with none busy it never waits.",
  },
  cache_max_bytes: {
    schema: wholeNumber(0, 1024 * 1024 * MEBIBYTE),
    fallback: 16 * MEBIBYTE,
    argument: "BYTES",
    description:
      "What the answers of the detector, the answerer and the scorer may each take in memory, so that the same question about the same picture is not asked twice.",
  },
};
