/** A published model that says what it is told to say, and remembers what it was asked. */
import { YaffleError } from "../../src/domain/error.js";
import type { Ability, Results, Task } from "../../src/runtime/transformers/messages.js";
import type { VisionModel } from "../../src/runtime/transformers/model.js";
import type { Model } from "../contract/answerer.js";

export interface FakeVisionModel extends VisionModel {
  readonly asked: readonly Task[];
}

/** @param say its result; what it throws is what the model throws */
export function fakeVisionModel(ability: Ability, architecture: string, say: (task: never) => Results[Ability]): FakeVisionModel {
  const asked: Task[] = [];
  let isClosed = false;
  return {
    facts: { ability, architecture, labels: [], device: "cpu", passedOver: [] },
    asked,
    perform: async <One extends Task>(task: One, signal?: AbortSignal) => {
      signal?.throwIfAborted();
      if (isClosed) throw new YaffleError("expert_unavailable", "The model is closed.");
      asked.push(task);
      return say(task as never) as Results[One["type"]];
    },
    close: async () => {
      isClosed = true;
    },
  };
}

const HOW_TO_ANSWER = / Answer with .*$/;

/** One that answers what the model of the answerers' contract says. */
export function modelThatSays(model: Model): VisionModel {
  return {
    facts: { ability: "ask", architecture: "smolvlm", labels: [], device: "cpu", passedOver: [] },
    perform: async (task: Task, signal?: AbortSignal) => {
      signal?.throwIfAborted();
      if (task.type !== "ask") throw new Error("it only answers");
      const { width, height } = task.picture;
      const left = new Promise<never>((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
      const text = await Promise.race([model({ question: task.question.replace(HOW_TO_ANSWER, ""), width, height }), left]);
      return { text, tokens: [] } as never;
    },
    close: async () => undefined,
  };
}
