/** A model that performs one task at a time, in this thread or in one of its own. */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { YaffleError } from "../../domain/error.js";
import { LocalModel } from "./local-model.js";
import type { OpenedModel, OpenOptions, Results, Task, ThreadReply, ThreadRequest } from "./messages.js";

/** Whatever runs tasks, one at a time. */
export interface Engine {
  readonly facts: OpenedModel;
  perform(task: Task): Promise<Results[Task["type"]]>;
  /** Nobody waits for the task under way. */
  leave(): void;
  close(): Promise<void>;
}

/** In the caller's thread. @throws YaffleError expert_unavailable */
export async function openHere(folder: string, options: OpenOptions): Promise<Engine> {
  const model = await LocalModel.open(folder, options);
  let isLeft = false;
  return {
    facts: model.facts,
    perform: (task) => {
      isLeft = false;
      return model
        .perform(task, () => isLeft)
        .catch((cause: unknown) => {
          throw failed(cause instanceof Error ? cause.message : String(cause), cause);
        });
    },
    leave: () => {
      isLeft = true;
    },
    close: () => model.close(),
  };
}

/** Built, this file and the thread's are JavaScript; run from the source, as tests and benches do, both are TypeScript. */
const IS_SOURCE = import.meta.url.endsWith(".ts");

/** In a thread of its own. @throws YaffleError expert_unavailable; no thread is left then */
export async function openThread(folder: string, options: OpenOptions): Promise<Engine> {
  const worker = new Worker(entry(), { execArgv: [] });
  const exit = once(worker, "exit").catch(() => undefined);
  let waiting: { readonly resolve: (reply: ThreadReply) => void; readonly reject: (error: YaffleError) => void } | null = null;
  let death: YaffleError | null = null;
  const die = (error: YaffleError): void => {
    death ??= error;
    waiting?.reject(death);
  };
  worker.on("message", (reply: ThreadReply) => waiting?.resolve(reply));
  worker.on("error", (error) =>
    die(new YaffleError("expert_unavailable", `The thread of the model failed: ${error.message}`, { cause: error })),
  );
  worker.on("exit", () => die(new YaffleError("expert_unavailable", "The model is closed.")));
  // A process that forgot to close a model still ends; while something is asked it waits.
  worker.unref();
  const tell = (request: ThreadRequest): void => worker.postMessage(request);
  const ask = async (request: ThreadRequest): Promise<ThreadReply> => {
    if (death !== null) throw death;
    worker.ref();
    try {
      return await new Promise<ThreadReply>((resolve, reject) => {
        waiting = { resolve, reject };
        tell(request);
      });
    } finally {
      waiting = null;
      worker.unref();
    }
  };
  const opened = await ask({ type: "open", folder, options });
  if (opened.type !== "opened") {
    await worker.terminate();
    if (opened.type === "failed") throw new YaffleError(opened.code, opened.message);
    throw new YaffleError("expert_unavailable", "The thread of the model gave another answer.");
  }
  let number = 0;
  return {
    facts: opened.model,
    perform: async (task) => {
      number += 1;
      const reply = await ask({ type: "perform", number, task });
      if (reply.type === "performed") return reply.result;
      throw failed(reply.type === "failed" ? reply.message : "its thread gave another answer", undefined);
    },
    leave: () => tell({ type: "leave", number }),
    close: async () => {
      if (death !== null) return;
      worker.ref();
      tell({ type: "close" });
      await exit;
    },
  };
}

function failed(message: string, cause: unknown): YaffleError {
  return new YaffleError("expert_unavailable", `The model failed: ${message.split("\n")[0]}`, { cause });
}

/** Node reads no TypeScript by itself, and a worker does not inherit what reads it here: from the source, tsx opens the thread's file. */
function entry(): URL {
  if (!IS_SOURCE) return new URL("./thread.js", import.meta.url);
  const file = JSON.stringify(new URL("./thread.ts", import.meta.url).href);
  const tsx = JSON.stringify(import.meta.resolve("tsx/esm/api"));
  return new URL(`data:text/javascript,import { tsImport } from ${tsx}; await tsImport(${file}, ${file});`);
}
