/** A session of onnxruntime-node in the thread that opened it; a run holds that thread's event loop until it ends. */
import { env, InferenceSession, Tensor } from "onnxruntime-node";
import { YaffleError } from "../../domain/error.js";
import { Runs } from "../runs.js";
import { SpareMemory } from "../spare-memory.js";
import { candidatesFor, type Device } from "./device.js";
import { faultIn, faultOfDevice, withoutDevice } from "./device-fault.js";
import { foreseenShape } from "./foreseen.js";
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

/** A block of so many bytes for an output, where there is one. */
export type TakeBlock = (bytes: number) => ArrayBuffer | null;

export class NativeSession implements OnnxSession {
  readonly inputs: readonly TensorFacts[];
  readonly outputs: readonly TensorFacts[];
  readonly device: Device;
  readonly passedOver: readonly PassedOver[];
  readonly #session: InferenceSession;
  readonly parallelism = 1;
  readonly memory = new SpareMemory();
  readonly #runs = new Runs();
  /** Until a model proves to give other sizes than it declares. */
  #isAsDeclared = true;

  private constructor(session: InferenceSession, device: Device, passedOver: readonly PassedOver[]) {
    this.#session = session;
    this.device = device;
    this.passedOver = passedOver;
    this.inputs = session.inputMetadata.flatMap(factsOf);
    this.outputs = session.outputMetadata.flatMap(factsOf);
  }

  /**
   * On the first device of the choice that works.
   * @throws YaffleError invalid_request, with what is missing, for a named device that cannot be had; expert_unavailable for a model that cannot
   * be loaded
   */
  static async open(bytes: Uint8Array, options: RuntimeOptions): Promise<NativeSession> {
    const passedOver: PassedOver[] = [];
    for (const device of candidatesFor(options.device ?? "cpu", process.platform)) {
      const fault = await faultOfDevice(device);
      if (fault !== null) {
        if (options.device === device) throw withoutDevice(device, fault);
        passedOver.push({ device, reason: fault });
        continue;
      }
      try {
        return new NativeSession(await InferenceSession.create(bytes, settingsOf(device, options)), device, passedOver);
      } catch (error) {
        passedOver.push({ device, reason: faultIn(error) });
      }
    }
    throw refusalOf(passedOver);
  }

  run(inputs: Inputs, signal?: AbortSignal): Promise<Outputs> {
    return this.#runs.run(signal, async () => {
      const outputs = await this.#run(inputs, (bytes) => this.memory.take(bytes));
      for (const block of givenAway(inputs)) this.memory.give(block);
      return outputs;
    });
  }

  /** As `run`, but with the caller's memory for outputs; what was given away to the run stays the caller's to hand on. */
  runInto(inputs: Inputs, take: TakeBlock): Promise<Outputs> {
    return this.#runs.run(undefined, () => this.#run(inputs, take));
  }

  close(): Promise<void> {
    return this.#runs.close(() => this.#session.release());
  }

  async #run(inputs: Inputs, take: TakeBlock): Promise<Outputs> {
    const feeds = Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, toTensor(input)]));
    const room = this.#isAsDeclared ? this.#roomFor(inputs, take) : {};
    try {
      const results = await this.#runWithRoom(feeds, room);
      return new Map(Object.entries(results).map(([name, tensor]) => [name, fromTensor(name, tensor)]));
    } catch (error) {
      throw new YaffleError("expert_unavailable", `The model failed: ${messageOf(error)}`, { cause: error });
    }
  }

  /** A run that fails with room made for its outputs is tried without: a model may declare sizes that it does not keep to. */
  async #runWithRoom(feeds: Tensors, room: Tensors): Promise<Tensors> {
    if (Object.keys(room).length === 0) return this.#session.run(feeds);
    const fetches = { ...Object.fromEntries(this.outputs.map(({ name }) => [name, null])), ...room };
    try {
      // What it returns are copies of what it wrote into the room.
      return { ...(await this.#session.run(feeds, fetches)), ...room };
    } catch {
      const results = await this.#session.run(feeds);
      this.#isAsDeclared = false;
      return results;
    }
  }

  /** Where the runtime shall write. Left to itself it makes each output anew in memory of its own, from where it has to be copied. */
  #roomFor(inputs: Inputs, take: TakeBlock): Tensors {
    return Object.fromEntries(
      this.outputs.flatMap((output) => {
        const shape = output.type === "float32" ? foreseenShape(output, this.inputs, inputs) : null;
        if (shape === null) return [];
        const bytes = shape.reduce((product, size) => product * size, Float32Array.BYTES_PER_ELEMENT);
        return [[output.name, new Tensor("float32", new Float32Array(take(bytes) ?? new ArrayBuffer(bytes)), shape)]];
      }),
    );
  }
}

type Tensors = Readonly<Record<string, Tensor>>;

function settingsOf(device: Device, options: RuntimeOptions): InferenceSession.SessionOptions {
  const { executionProviders, ...settings } = sessionSettings(device, options);
  return { ...settings, executionProviders: [...executionProviders], extra: { session: NO_SPINNING } };
}

function refusalOf(failures: readonly PassedOver[]): YaffleError {
  const last = failures.at(-1);
  const where = last === undefined || last.device === "cpu" ? "" : ` on ${last.device}`;
  return new YaffleError("expert_unavailable", `The model cannot be loaded${where}: ${last?.reason ?? "no device is left"}.`);
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
