/** Which of the known architectures a network has, by the names and shapes of its inputs and outputs. */
import { YaffleError } from "../../domain/error.js";
import type { Architecture } from "../../registry/schema.js";
import type { OnnxSession } from "../../runtime/onnx/session.js";
import type { NetworkReader, RecognizeNetwork } from "./architecture.js";
import { recognizeCenternet } from "./centernet.js";
import { recognizeDeim } from "./deim.js";
import { recognizeDetr } from "./detr.js";
import { recognizeYolox } from "./yolox.js";

const ARCHITECTURES: Readonly<Record<Architecture, RecognizeNetwork>> = {
  centernet: recognizeCenternet,
  deim: recognizeDeim,
  detr: recognizeDetr,
  yolox: recognizeYolox,
};

const NAMES = ["centernet", "deim", "detr", "yolox"] as const satisfies readonly Architecture[];

export interface Recognized {
  readonly architecture: Architecture;
  readonly reader: NetworkReader;
}

/**
 * @param name the network's, for the error
 * @param expected the only architecture that will do; any where it is left out
 * @throws YaffleError invalid_request, naming what the network has, where it is none of them; the session is closed then
 */
export async function recognizeNetwork(name: string, session: OnnxSession, expected?: string): Promise<Recognized> {
  for (const architecture of NAMES) {
    if (expected !== undefined && expected !== architecture) continue;
    const reader = ARCHITECTURES[architecture](session);
    if (reader !== null) return { architecture, reader };
  }
  const ports = [...session.inputs, ...session.outputs].map((port) => `${port.name} [${port.shape.join(", ")}]`).join("; ");
  await session.close();
  const wanted = expected === undefined ? "a known architecture (CenterNet, DEIM, DETR, YOLOX)" : `the architecture ${expected}`;
  throw new YaffleError("invalid_request", `${name} is no detector of ${wanted}; it has ${ports}.`);
}
