/** The thread that a model runs in: opens it, performs one task after the other, and ends when told to close. */
import { parentPort } from "node:worker_threads";
import { YaffleError } from "../../domain/error.js";
import { LocalModel } from "./local-model.js";
import type { ThreadReply, ThreadRequest } from "./messages.js";

if (parentPort === null) throw new Error("this file is the entry of a worker thread");
const port = parentPort;
let model: LocalModel | null = null;
/** The number of the task that nobody waits for any more. */
let left: number | null = null;
let last: Promise<void> = Promise.resolve();

port.on("message", (request: ThreadRequest) => {
  if (request.type === "leave") {
    left = request.number;
    return;
  }
  last = last.then(() => answer(request));
});

async function answer(request: Exclude<ThreadRequest, { readonly type: "leave" }>): Promise<void> {
  try {
    switch (request.type) {
      case "open":
        model = await LocalModel.open(request.folder, request.options);
        return reply({ type: "opened", model: model.facts });
      case "perform": {
        if (model === null) throw new Error("no model is open");
        const result = await model.perform(request.task, () => left === request.number);
        return reply({ type: "performed", result });
      }
      case "close":
        await model?.close();
        return port.close();
      default:
        return request satisfies never;
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    reply({ type: "failed", code: error instanceof YaffleError ? error.code : "expert_unavailable", message });
  }
}

function reply(message: ThreadReply): void {
  port.postMessage(message);
}
