/** The thread that a model runs in: opens it, runs it, one thing after the other, and ends when told to close. */
import { parentPort } from "node:worker_threads";
import { NativeSession } from "./native-session.js";
import type { Inputs } from "./session.js";
import type { WorkerReply, WorkerRequest } from "./worker-messages.js";

if (parentPort === null) throw new Error("this file is the entry of a worker thread");
const port = parentPort;
let session: NativeSession | null = null;
let last: Promise<void> = Promise.resolve();

port.on("message", (request: WorkerRequest) => {
  last = last.then(() => answer(request));
});

async function answer(request: WorkerRequest): Promise<void> {
  try {
    switch (request.type) {
      case "open": {
        session = await NativeSession.open(request.bytes, request.options);
        const { inputs, outputs, device, passedOver } = session;
        return reply({ type: "opened", model: { inputs, outputs, device, passedOver } });
      }
      case "run":
        return await run(request.inputs);
      case "close":
        await session?.close();
        return port.close();
      default:
        return request satisfies never;
    }
  } catch (error) {
    reply({ type: "failed", message: error instanceof Error ? error.message : String(error) });
  }
}

async function run(inputs: Inputs): Promise<void> {
  if (session === null) throw new Error("no model is open");
  const outputs = [...(await session.run(inputs))];
  reply({ type: "ran", outputs }, [...new Set(outputs.map(([, { values }]) => values.buffer))]);
}

function reply(message: WorkerReply, moved: readonly ArrayBufferLike[] = []): void {
  port.postMessage(
    message,
    moved.filter((buffer) => buffer instanceof ArrayBuffer),
  );
}
