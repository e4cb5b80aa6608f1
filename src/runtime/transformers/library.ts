/**
 * The optional package that knows how published language and vision models are prepared, run and read. It is loaded when the first model
 * is opened, reads files and nothing else: a model that is not in its folder is missing, never fetched.
 */
import "../../config/native-environment.js";
import { YaffleError } from "../../domain/error.js";

export type Library = typeof import("@huggingface/transformers");

/** For whoever lacks it. */
const MISSING =
  "This model needs the package @huggingface/transformers, which is not installed or does not load: ONNXRUNTIME_NODE_INSTALL=skip npm install @huggingface/transformers@4";

/** @throws YaffleError expert_unavailable where the package is not there */
export async function loadLibrary(): Promise<Library> {
  const library = await import("@huggingface/transformers").catch((cause: unknown) => {
    throw new YaffleError("expert_unavailable", MISSING, { cause });
  });
  const { env, LogLevel } = library;
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.useFSCache = false;
  env.useBrowserCache = false;
  env.useWasmCache = false;
  // Its failures come back as errors; what else it has to say is no business of standard error.
  env.logLevel = LogLevel.NONE;
  return library;
}
