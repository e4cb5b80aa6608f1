/** A model on one or several servers of the Open Inference Protocol, as the session that a reader of networks knows. */
import { z } from "zod";
import { YaffleError } from "../../domain/error.js";
import type { Inputs, OnnxSession, Outputs, TensorFacts } from "../onnx/session.js";
import { Runs } from "../runs.js";
import type { RemoteModel } from "./address.js";
import { Balance } from "./balance.js";
import { inferenceSchema, type ModelMetadata, metadataSchema } from "./protocol.js";
import { decodeOutputs, encodeTensor, factsOf } from "./tensors.js";

export interface RemoteSessionOptions {
  /** For one run, waiting in the server's queue included; also sent as the deadline. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Asks whether the model is ready, and what it takes and gives.
 * @throws YaffleError expert_unavailable where no server has it ready or tells what it is; the signal's reason where it aborts
 */
export async function openRemoteSession({ endpoints, model }: RemoteModel, options: RemoteSessionOptions): Promise<OnnxSession> {
  const balance = new Balance(endpoints, model);
  try {
    await balance.findReady(options.signal);
    const metadata = read(metadataSchema, await balance.call("ModelMetadata", { name: model, version: "" }, options), "metadata");
    return new RemoteSession(balance, model, metadata, options.timeoutMs);
  } catch (error) {
    balance.close();
    throw error;
  }
}

/** Of one picture: the views of a thorough look go out together, and the server makes a batch of them. */
const RUNS_AT_ONCE = 8;

class RemoteSession implements OnnxSession {
  readonly device = "remote";
  readonly inputs: readonly TensorFacts[];
  readonly outputs: readonly TensorFacts[];
  readonly #balance: Balance;
  readonly #model: string;
  readonly #timeoutMs: number;
  readonly parallelism = RUNS_AT_ONCE;
  readonly #runs = new Runs();

  constructor(balance: Balance, model: string, { inputs, outputs }: ModelMetadata, timeoutMs: number) {
    this.#balance = balance;
    this.#model = model;
    this.#timeoutMs = timeoutMs;
    this.inputs = inputs.map(factsOf);
    this.outputs = outputs.map(factsOf);
  }

  run(inputs: Inputs, signal?: AbortSignal): Promise<Outputs> {
    return this.#runs.run(signal, () => this.#run(inputs, signal));
  }

  close(): Promise<void> {
    return this.#runs.close(() => this.#balance.close());
  }

  async #run(inputs: Inputs, signal: AbortSignal | undefined): Promise<Outputs> {
    const encoded = Object.entries(inputs).map(([name, tensor]) => {
      const facts = this.inputs.find((input) => input.name === name);
      if (facts === undefined) throw new YaffleError("expert_unavailable", `The model ${this.#model} has no input ${name}.`);
      return { name, shape: tensor.shape, ...encodeTensor(facts, tensor) };
    });
    const request = {
      model_name: this.#model,
      inputs: encoded.map(({ name, shape, datatype }) => ({ name, shape, datatype })),
      outputs: this.outputs.map(({ name }) => ({ name })),
      raw_input_contents: encoded.map(({ bytes }) => bytes),
    };
    const reply = await this.#balance.call("ModelInfer", request, { timeoutMs: this.#timeoutMs, signal });
    return decodeOutputs(read(inferenceSchema, reply, "answer"));
  }
}

function read<Schema extends z.ZodType>(schema: Schema, reply: unknown, what: string): z.infer<Schema> {
  const result = schema.safeParse(reply);
  if (result.success) return result.data;
  throw new YaffleError("expert_unavailable", `The model server's ${what} cannot be read: ${z.prettifyError(result.error)}`);
}
