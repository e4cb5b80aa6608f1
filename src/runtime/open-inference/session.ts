/** A model on one or several servers of the Open Inference Protocol, as the session that a reader of networks knows. */
import { YaffleError } from "../../domain/error.js";
import { givenAway } from "../onnx/given-away.js";
import type { Inputs, OnnxSession, Outputs, TensorFacts } from "../onnx/session.js";
import { SpareMemory } from "../spare-memory.js";
import type { RemoteModel } from "./address.js";
import { type OpenedModel, openRemoteModel, type RemoteModelOptions } from "./model.js";
import { decodeOutputs, encodeTensor, factsOf } from "./tensors.js";

/** @throws YaffleError as `openRemoteModel` does */
export async function openRemoteSession(remote: RemoteModel, options: RemoteModelOptions): Promise<OnnxSession> {
  return new RemoteSession(await openRemoteModel(remote, options));
}

/** Of one picture: the views of a thorough look go out together, and the server makes a batch of them. */
const RUNS_AT_ONCE = 8;

class RemoteSession implements OnnxSession {
  readonly device = "remote";
  readonly parallelism = RUNS_AT_ONCE;
  readonly memory = new SpareMemory();
  readonly inputs: readonly TensorFacts[];
  readonly outputs: readonly TensorFacts[];
  readonly #model: OpenedModel;

  constructor(model: OpenedModel) {
    this.#model = model;
    this.inputs = model.metadata.inputs.map(factsOf);
    this.outputs = model.metadata.outputs.map(factsOf);
  }

  async run(inputs: Inputs, signal?: AbortSignal): Promise<Outputs> {
    const encoded = Object.entries(inputs).map(([name, tensor]) => {
      const facts = this.inputs.find((input) => input.name === name);
      if (facts === undefined) throw new YaffleError("expert_unavailable", `The model ${this.#model.name} has no input ${name}.`);
      return { name, shape: tensor.shape, ...encodeTensor(facts, tensor) };
    });
    const wanted = this.outputs.map(({ name }) => name);
    const reply = await this.#model.run(encoded, wanted, signal);
    for (const block of givenAway(inputs)) this.memory.give(block);
    return decodeOutputs(reply);
  }

  close(): Promise<void> {
    return this.#model.close();
  }
}
