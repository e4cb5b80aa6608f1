/** A detector on an ONNX model of one of the known architectures. */
import type { OnnxSession } from "../../runtime/onnx/session.js";
import type { NetworkReader } from "./architecture.js";
import { ClassDetector, type Known } from "./class-detector.js";
import { eyesOf } from "./look.js";

/** A loaded network and what is known of it. */
export interface Network extends Known {
  readonly session: OnnxSession;
  readonly reader: NetworkReader;
}

export class OnnxDetector extends ClassDetector {
  /** @param maxBatch views that one run may take, where the network takes more than one */
  constructor(network: Network, maxBatch = 1) {
    super(eyesOf(network.session, network.reader), network, maxBatch);
  }
}
