/** The thread that a model runs in: opens it, runs it, one thing after the other, and ends when told to close. */
import { parentPort } from "node:worker_threads";
import { YaffleError } from "../../domain/error.js";
import { givenAway } from "./given-away.js";
import { NativeSession } from "./native-session.js";
import type { Inputs, OutputTensor } from "./session.js";
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
        return await run(request.inputs, request.spare);
      case "close":
        await session?.close();
        return port.close();
      default:
        return request satisfies never;
    }
  } catch (error) {
    reply({ type: "failed", ...failureOf(error) });
  }
}

/** Outputs stand in memory that came with the request; what the runtime makes stays in this thread, whose heap is quickly searched. */
async function run(inputs: Inputs, spare: readonly ArrayBuffer[]): Promise<void> {
  if (session === null) throw new Error("no model is open");
  const unused = new Set(spare);
  const taken = new Set<ArrayBufferLike>();
  const take = (bytes: number): ArrayBuffer => {
    const block = spare.find((one) => one.byteLength === bytes && unused.has(one)) ?? new ArrayBuffer(bytes);
    unused.delete(block);
    taken.add(block);
    return block;
  };
  const outputs = [...(await session.runInto(inputs, take))].map(([name, { shape, values }]) => {
    return [name, { shape, values: taken.has(values.buffer) ? values : copied(values, take(values.byteLength)) }] as const;
  });
  const left = [...givenAway(inputs), ...unused];
  reply({ type: "ran", outputs, left }, [...left, ...outputs.map(([, { values }]) => values.buffer)]);
}

function copied(values: OutputTensor["values"], block: ArrayBuffer): OutputTensor["values"] {
  if (values instanceof Float32Array) return filled(new Float32Array(block), values);
  return values instanceof Int32Array ? filled(new Int32Array(block), values) : filled(new BigInt64Array(block), values);
}

function filled<Values extends { set(values: Values): void }>(target: Values, values: Values): Values {
  target.set(values);
  return target;
}

function failureOf(error: unknown): Pick<YaffleError, "code" | "message"> {
  if (error instanceof YaffleError) return { code: error.code, message: error.message };
  return { code: "expert_unavailable", message: error instanceof Error ? error.message : String(error) };
}

function reply(message: WorkerReply, moved: readonly ArrayBufferLike[] = []): void {
  port.postMessage(
    message,
    moved.filter((buffer) => buffer instanceof ArrayBuffer),
  );
}
