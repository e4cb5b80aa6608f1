/** A folder with a model in the layout in which such models are published: configuration beside onnx/, where each part has its file. */
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";

/** Of a file's name, in the order of choice: the most exact that is there. */
const PRECISIONS: readonly (readonly [suffix: string, name: string])[] = [
  ["", "fp32"],
  ["_fp16", "fp16"],
  ["_quantized", "q8"],
  ["_int8", "int8"],
  ["_uint8", "uint8"],
  ["_q4f16", "q4f16"],
  ["_q4", "q4"],
  ["_bnb4", "bnb4"],
];

export interface ModelFolder {
  /** Absolute: the library takes other paths for names of models on a hub. */
  readonly path: string;
  /** The library's name of the architecture: "grounding-dino". */
  readonly architecture: string;
  /** By part: "decoder_model_merged" → "q4". */
  readonly precisions: Readonly<Record<string, string>>;
}

/** @throws Error, in words for whoever named the folder, where it holds no such model */
export async function readFolder(path: string): Promise<ModelFolder> {
  const config: unknown = JSON.parse(await readText(path, "config.json"));
  const architecture = typeof config === "object" && config !== null && "model_type" in config ? config.model_type : undefined;
  if (typeof architecture !== "string") throw new Error(`${join(path, "config.json")} names no model_type`);
  const files = await readdir(join(path, "onnx")).catch(() => []);
  const precisions = precisionsOf(files);
  if (Object.keys(precisions).length === 0) throw new Error(`${join(path, "onnx")} holds no ONNX file`);
  return { path: resolve(path), architecture, precisions };
}

function precisionsOf(files: readonly string[]): Readonly<Record<string, string>> {
  const stems = files.filter((file) => file.endsWith(".onnx")).map((file) => file.slice(0, -".onnx".length));
  const found = stems.flatMap((stem) => {
    // The longest suffix first: "_q4f16" ends in no other, but every name ends in "".
    const [suffix = "", name = "fp32"] = PRECISIONS.toReversed().find(([end]) => stem.endsWith(end)) ?? [];
    return [{ part: stem.slice(0, stem.length - suffix.length), name, rank: PRECISIONS.findIndex(([, one]) => one === name) }];
  });
  const best = new Map<string, (typeof found)[number]>();
  for (const one of found) if (one.rank < (best.get(one.part)?.rank ?? PRECISIONS.length)) best.set(one.part, one);
  return Object.fromEntries([...best].map(([part, { name }]) => [part, name]));
}

async function readText(folder: string, name: string): Promise<string> {
  return readFile(join(folder, name), "utf8").catch(() => {
    throw new Error(`${join(folder, name)} is missing`);
  });
}
