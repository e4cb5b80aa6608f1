/** Detectors as the files of a Triton model repository: what `tritonserver --model-repository` serves as it is. */
import { makeModelOfBytes } from "../../registry/make-model.js";
import { openSession } from "../../runtime/onnx/session.js";
import { tritonConfig } from "../../runtime/open-inference/triton-config.js";
import { type LoadDetectorOptions, readDetector } from "./load.js";
import { recognizeNetwork } from "./recognize.js";

export interface RepositoryFile {
  /** Inside the repository, with slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface RepositoryModel {
  /** Under which `inference:HOST:PORT/NAME` asks for it. */
  readonly name: string;
  readonly files: readonly RepositoryFile[];
}

/**
 * One detector. A model that Yaffle converts itself is made to take its pictures as bytes, a quarter of the message.
 * @param spec an id of the registry, or file:PATH
 * @throws YaffleError as `loadDetector` does
 */
export async function repositoryModel(spec: string, options: LoadDetectorOptions): Promise<RepositoryModel> {
  const { name: called, entry, bytes: asRun } = await readDetector(spec, options.modelsFolder);
  const name = called.replaceAll(/[^\w.-]+/g, "-");
  const bytes = entry?.origin === "converted" ? await makeModelOfBytes(entry) : asRun;
  const session = await openSession(bytes, options);
  await recognizeNetwork(spec, session, entry?.architecture);
  const config = tritonConfig({ name, inputs: session.inputs, outputs: session.outputs });
  await session.close();
  return {
    name,
    files: [
      { path: `${name}/config.pbtxt`, bytes: Buffer.from(config, "utf8") },
      { path: `${name}/1/model.onnx`, bytes },
    ],
  };
}
