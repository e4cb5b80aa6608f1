/** One worker thread with a model in it, seen from the thread that uses it. */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { YaffleError } from "../../domain/error.js";
import { givenAway } from "./given-away.js";
import type { Inputs, RuntimeOptions } from "./session.js";
import type { OpenedModel, Ran, WorkerReply, WorkerRequest } from "./worker-messages.js";

/** Built, this file and the worker's are JavaScript; run from the source, as tests and benches do, both are TypeScript. */
const IS_SOURCE = import.meta.url.endsWith(".ts");

interface Pending {
  readonly resolve: (reply: WorkerReply) => void;
  readonly reject: (error: YaffleError) => void;
}

export class ModelWorker {
  readonly #worker: Worker;
  readonly #exit: Promise<unknown>;
  /** In the order asked, which is the order of the replies. */
  readonly #pending: Pending[] = [];
  #death: YaffleError | null = null;

  constructor() {
    this.#worker = new Worker(entry(), { execArgv: [] });
    this.#exit = once(this.#worker, "exit").catch(() => undefined);
    this.#worker.on("message", (reply: WorkerReply) => this.#next()?.resolve(reply));
    this.#worker.on("error", (error) => this.#die(`The thread of the model failed: ${error.message}`, error));
    this.#worker.on("exit", () => this.#die("The model is closed."));
    // A process that forgot to close a model still ends; while something is asked it waits.
    this.#worker.unref();
  }

  /** @throws YaffleError as `NativeSession.open` does */
  async open(bytes: Uint8Array, options: RuntimeOptions): Promise<OpenedModel> {
    const reply = await this.#ask({ type: "open", bytes, options }, []);
    if (reply.type === "opened") return reply.model;
    throw refused(reply);
  }

  /**
   * @param spare memory for outputs, which goes to the thread
   * @throws YaffleError expert_unavailable where the model fails or its thread has ended
   */
  async run(inputs: Inputs, spare: readonly ArrayBuffer[]): Promise<Ran> {
    const reply = await this.#ask({ type: "run", inputs, spare }, [...givenAway(inputs), ...spare]);
    if (reply.type === "ran") return reply;
    throw refused(reply);
  }

  /** Once nothing is under way. */
  async close(): Promise<void> {
    if (this.#death !== null) return;
    this.#worker.ref();
    this.#worker.postMessage({ type: "close" } satisfies WorkerRequest);
    await this.#exit;
  }

  #ask(request: WorkerRequest, moved: readonly ArrayBuffer[]): Promise<WorkerReply> {
    if (this.#death !== null) return Promise.reject(this.#death);
    return new Promise((resolve, reject) => {
      this.#worker.postMessage(request, moved);
      this.#pending.push({ resolve, reject });
      this.#worker.ref();
    });
  }

  #next(): Pending | undefined {
    const pending = this.#pending.shift();
    if (this.#pending.length === 0) this.#worker.unref();
    return pending;
  }

  #die(message: string, cause?: Error): void {
    this.#death ??= new YaffleError("expert_unavailable", message, { cause });
    for (const { reject } of this.#pending.splice(0)) reject(this.#death);
  }
}

/** Node reads no TypeScript by itself, and a worker does not inherit what reads it here: from the source, tsx opens the worker's file. */
function entry(): URL {
  if (!IS_SOURCE) return new URL("./worker.js", import.meta.url);
  const file = JSON.stringify(new URL("./worker.ts", import.meta.url).href);
  const tsx = JSON.stringify(import.meta.resolve("tsx/esm/api"));
  return new URL(`data:text/javascript,import { tsImport } from ${tsx}; await tsImport(${file}, ${file});`);
}

function refused(reply: WorkerReply): YaffleError {
  if (reply.type === "failed") return new YaffleError(reply.code, reply.message);
  return new YaffleError("expert_unavailable", "The thread of the model gave another answer.");
}
