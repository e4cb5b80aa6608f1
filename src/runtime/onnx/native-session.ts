/** A session of onnxruntime-node in the thread that opened it; a run holds that thread's event loop until it ends. */
import { env, InferenceSession, Tensor } from "onnxruntime-node";
import { YaffleError } from "../../domain/error.js";
import { Runs } from "../runs.js";
import { SpareMemory } from "../spare-memory.js";
import { candidatesFor, type Device, needsOf } from "./device.js";
import { givenAway } from "./given-away.js";
import type { Inputs, InputTensor, OnnxSession, Outputs, OutputTensor, PassedOver, RuntimeOptions, TensorFacts } from "./session.js";
import { sessionSettings } from "./session-settings.js";

/** Only what ends the process is worth a line of the runtime's own; its errors come back as errors. */
env.logLevel = "fatal";

/**
 * Threads that wait for each other in a loop take the cores from decoding and from other models: a run of two threads costs 107 ms of
 * processor time with it and 77 without, at the same speed.
 */
const NO_SPINNING = { intra_op: { allow_spinning: "0" }, inter_op: { allow_spinning: "0" } };

export class NativeSession implements OnnxSession {
  readonly inputs: readonly TensorFacts[];
  readonly outputs: readonly TensorFacts[];
  readonly device: Device;
  readonly passedOver: readonly PassedOver[];
  readonly #session: InferenceSession;
  readonly parallelism = 1;
  readonly memory = new SpareMemory();
  readonly #runs = new Runs();

  private constructor(session: InferenceSession, device: Device, passedOver: readonly PassedOver[]) {
    this.#session = session;
    this.device = device;
    this.passedOver = passedOver;
    this.inputs = session.inputMetadata.flatMap(factsOf);
    this.outputs = session.outputMetadata.flatMap(factsOf);
  }

  /** On the first device of the choice that works. @throws YaffleError expert_unavailable, with what is missing */
  static async open(bytes: Uint8Array, options: RuntimeOptions): Promise<NativeSession> {
    const passedOver: PassedOver[] = [];
    for (const device of candidatesFor(options.device ?? "cpu", process.platform)) {
      try {
        return new NativeSession(await InferenceSession.create(bytes, settingsOf(device, options)), device, passedOver);
      } catch (error) {
        passedOver.push({ device, reason: firstLineOf(error) });
      }
    }
    throw refusalOf(passedOver);
  }

  run(inputs: Inputs, signal?: AbortSignal): Promise<Outputs> {
    return this.#runs.run(signal, () => this.#run(inputs));
  }

  close(): Promise<void> {
    return this.#runs.close(() => this.#session.release());
  }

  async #run(inputs: Inputs): Promise<Outputs> {
    try {
      const results = await this.#session.run(Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, toTensor(input)])));
      for (const block of givenAway(inputs)) this.memory.give(block);
      return new Map(Object.entries(results).map(([name, tensor]) => [name, fromTensor(name, tensor)]));
    } catch (error) {
      throw new YaffleError("expert_unavailable", `The model failed: ${messageOf(error)}`, { cause: error });
    }
  }
}

function settingsOf(device: Device, options: RuntimeOptions): InferenceSession.SessionOptions {
  const { executionProviders, ...settings } = sessionSettings(device, options);
  return { ...settings, executionProviders: [...executionProviders], extra: { session: NO_SPINNING } };
}

function refusalOf(failures: readonly PassedOver[]): YaffleError {
  const last = failures.at(-1);
  if (last === undefined || last.device === "cpu") {
    return new YaffleError("expert_unavailable", `The model cannot be loaded: ${last?.reason ?? "no device is left"}`);
  }
  const { device, reason } = last;
  return new YaffleError("expert_unavailable", `The model cannot run on ${device}: ${reason}. ${needsOf(device)}`);
}

function toTensor({ values, shape }: InputTensor): Tensor {
  return values instanceof Float32Array ? new Tensor("float32", values, shape) : new Tensor("int64", values, shape);
}

function fromTensor(name: string, tensor: Tensor): OutputTensor {
  const { data, dims } = tensor;
  if (data instanceof Float32Array || data instanceof BigInt64Array || data instanceof Int32Array) return { shape: dims, values: data };
  throw new Error(`the output ${name} is of type ${tensor.type}, which no reader here knows`);
}

function factsOf(metadata: InferenceSession.ValueMetadata): readonly TensorFacts[] {
  return metadata.isTensor ? [{ name: metadata.name, type: metadata.type, shape: metadata.shape }] : [];
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The runtime's messages go on with places in its own sources. */
function firstLineOf(error: unknown): string {
  return (messageOf(error).trim().split("\n")[0] ?? "").replace(/[.\s]+$/, "");
}
