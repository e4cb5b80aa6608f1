/** A model on one or several servers of the Open Inference Protocol: asked whether it is ready and what it takes, then run. */
import { z } from "zod";
import { YaffleError } from "../../domain/error.js";
import { Runs } from "../runs.js";
import type { RemoteModel } from "./address.js";
import { Balance } from "./balance.js";
import { type Inference, inferenceSchema, type ModelMetadata, metadataSchema } from "./protocol.js";

export interface RemoteModelOptions {
  /** For one run, waiting in the server's queue included; also sent as the deadline. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** One input as it travels. */
export interface EncodedTensor {
  readonly name: string;
  readonly datatype: string;
  readonly shape: readonly number[];
  readonly bytes: Uint8Array;
}

/**
 * Asks whether the model is ready, and what it takes and gives.
 * @throws NoServerReady; YaffleError expert_unavailable where none tells what it is; the signal's reason where it aborts
 */
export async function openRemoteModel({ endpoints, model }: RemoteModel, options: RemoteModelOptions): Promise<OpenedModel> {
  const balance = new Balance(endpoints, model);
  try {
    await balance.findReady(options.signal);
    const metadata = read(metadataSchema, await balance.call("ModelMetadata", { name: model, version: "" }, options), "metadata");
    return new OpenedModel(balance, model, metadata, options.timeoutMs);
  } catch (error) {
    balance.close();
    throw error;
  }
}

export class OpenedModel {
  readonly name: string;
  readonly metadata: ModelMetadata;
  readonly #balance: Balance;
  readonly #timeoutMs: number;
  readonly #runs = new Runs();

  constructor(balance: Balance, name: string, metadata: ModelMetadata, timeoutMs: number) {
    this.name = name;
    this.metadata = metadata;
    this.#balance = balance;
    this.#timeoutMs = timeoutMs;
  }

  /**
   * @param outputs those that are wanted
   * @throws YaffleError expert_unavailable once closed or where the server fails; deadline_exceeded; the signal's reason where it aborts
   */
  run(inputs: readonly EncodedTensor[], outputs: readonly string[], signal?: AbortSignal): Promise<Inference> {
    return this.#runs.run(signal, () => this.#run(inputs, outputs, signal));
  }

  /** Waits for runs under way; idempotent. */
  close(): Promise<void> {
    return this.#runs.close(() => this.#balance.close());
  }

  async #run(inputs: readonly EncodedTensor[], outputs: readonly string[], signal: AbortSignal | undefined): Promise<Inference> {
    const request = {
      model_name: this.name,
      inputs: inputs.map(({ name, shape, datatype }) => ({ name, shape, datatype })),
      outputs: outputs.map((name) => ({ name })),
      raw_input_contents: inputs.map(({ bytes }) => bytes),
    };
    const reply = await this.#balance.call("ModelInfer", request, { timeoutMs: this.#timeoutMs, signal });
    return read(inferenceSchema, reply, "answer");
  }
}

function read<Schema extends z.ZodType>(schema: Schema, reply: unknown, what: string): z.infer<Schema> {
  const result = schema.safeParse(reply);
  if (result.success) return result.data;
  throw new YaffleError("expert_unavailable", `The model server's ${what} cannot be read: ${z.prettifyError(result.error)}`);
}
