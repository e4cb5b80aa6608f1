/** A server of the Open Inference Protocol inside the test: real sessions behind it, and faults when it is told to have them. */
import { Server, ServerCredentials, type ServerUnaryCall, type sendUnaryData, status } from "@grpc/grpc-js";
import { z } from "zod";
import type { InputTensor, OnnxSession, OutputTensor } from "../../src/runtime/onnx/session.js";
import { loadInferenceService } from "../../src/runtime/open-inference/protocol.js";

export interface ServedModel {
  readonly session: OnnxSession;
  /** Takes its pictures as bytes and makes floats of them. */
  readonly takesBytes?: boolean;
  readonly isReady?: () => boolean;
  /** Awaited before each inference. */
  readonly hold?: () => Promise<unknown>;
  /** Changes what the session gave, so that a server can lie. */
  readonly alter?: (outputs: ReadonlyMap<string, OutputTensor>) => ReadonlyMap<string, OutputTensor>;
}

/** A model that is a piece of code, with tensors of any type. */
export interface ServedProgram {
  readonly inputs: readonly Declared[];
  readonly outputs: readonly Declared[];
  readonly isReady?: () => boolean;
  /** By name. Left out of what it gives: an output that is declared and does not come. */
  readonly run: (inputs: ReadonlyMap<string, Given>) => Promise<Readonly<Record<string, Given>>>;
}

export interface Declared {
  readonly name: string;
  readonly datatype: string;
  readonly shape: readonly number[];
}

/** A tensor as it travels. */
export interface Given {
  readonly datatype: string;
  readonly shape: readonly number[];
  readonly bytes: Buffer;
}

export interface InferenceServer {
  readonly address: string;
  readonly port: number;
  /** Inferences begun, with their deadline (milliseconds since 1970) and the datatypes of their inputs. */
  readonly inferences: readonly { readonly deadlineMs: number; readonly datatypes: readonly string[] }[];
  /** Inferences whose caller left. */
  readonly cancelled: () => number;
  close(): Promise<void>;
}

type Call = ServerUnaryCall<object, object>;

const requestSchema = z.object({
  model_name: z.string(),
  inputs: z.array(z.object({ name: z.string(), datatype: z.string(), shape: z.array(z.number()) })),
  raw_input_contents: z.array(z.instanceof(Buffer)),
});

/** @param port 0 picks a free one */
export async function serveModels(models: Readonly<Record<string, ServedModel | ServedProgram>>, port = 0): Promise<InferenceServer> {
  const inferences: { deadlineMs: number; datatypes: readonly string[] }[] = [];
  let cancelled = 0;
  const modelOf = (call: Call): ServedModel | ServedProgram | null => {
    const { name, model_name } = z.object({ name: z.string().optional(), model_name: z.string().optional() }).parse(call.request);
    return models[name ?? model_name ?? ""] ?? null;
  };
  const answering =
    (answer: (model: ServedModel | ServedProgram, call: Call) => object | Promise<object>) =>
    async (call: Call, send: sendUnaryData<object>) => {
      const model = modelOf(call);
      if (model === null) return send({ code: status.NOT_FOUND, details: "unknown model" });
      try {
        send(null, await answer(model, call));
      } catch (error) {
        send({ code: status.INVALID_ARGUMENT, details: String(error) });
      }
    };
  const server = new Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
  server.addService(loadInferenceService(), {
    ServerLive: (_call: Call, send: sendUnaryData<object>) => send(null, { live: true }),
    ServerReady: (_call: Call, send: sendUnaryData<object>) => send(null, { ready: true }),
    ModelReady: answering(({ isReady = () => true }) => ({ ready: isReady() })),
    ModelMetadata: answering(metadataOf),
    ModelInfer: answering(async (model, call) => {
      const { inputs } = requestSchema.parse(call.request);
      inferences.push({ deadlineMs: Number(call.getDeadline()), datatypes: inputs.map(({ datatype }) => datatype) });
      call.on("cancelled", () => {
        cancelled += 1;
      });
      if ("run" in model) return runProgram(model, call);
      await model.hold?.();
      return infer(model, call);
    }),
  });
  const bound = await new Promise<number>((resolve, reject) => {
    server.bindAsync(`127.0.0.1:${port}`, ServerCredentials.createInsecure(), (error, found) => (error ? reject(error) : resolve(found)));
  });
  return {
    address: `127.0.0.1:${bound}`,
    port: bound,
    inferences,
    cancelled: () => cancelled,
    close: async () => server.forceShutdown(),
  };
}

const DATATYPES: Readonly<Record<string, string>> = { float32: "FP32", int64: "INT64", int32: "INT32" };

function metadataOf(model: ServedModel | ServedProgram): object {
  if ("run" in model) return { name: "model", versions: ["1"], platform: "python", inputs: model.inputs, outputs: model.outputs };
  const { session, takesBytes = false } = model;
  const facts = (ports: OnnxSession["inputs"], isInput: boolean) =>
    ports.map(({ name, type, shape }) => ({
      name,
      datatype: isInput && takesBytes && type === "float32" ? "UINT8" : DATATYPES[type],
      shape: shape.map((size) => (typeof size === "number" ? size : -1)),
    }));
  return {
    name: "model",
    versions: ["1"],
    platform: "onnxruntime_onnx",
    inputs: facts(session.inputs, true),
    outputs: facts(session.outputs, false),
  };
}

async function runProgram({ run }: ServedProgram, call: Call): Promise<object> {
  const { inputs, raw_input_contents: raw } = requestSchema.parse(call.request);
  const given = inputs.map(
    ({ name, datatype, shape }, index) => [name, { datatype, shape, bytes: raw[index] ?? Buffer.alloc(0) }] as const,
  );
  const outputs = Object.entries(await run(new Map(given)));
  return {
    model_name: "model",
    model_version: "1",
    outputs: outputs.map(([name, { datatype, shape }]) => ({ name, datatype, shape })),
    raw_output_contents: outputs.map(([, { bytes }]) => bytes),
  };
}

async function infer({ session, alter = (outputs) => outputs }: ServedModel, call: Call): Promise<object> {
  const { inputs, raw_input_contents: raw } = requestSchema.parse(call.request);
  const feeds = inputs.map(({ name, datatype, shape }, index) => [name, tensorOf(datatype, shape, raw[index] ?? Buffer.alloc(0))] as const);
  const outputs = [...alter(await session.run(Object.fromEntries(feeds)))];
  return {
    model_name: "model",
    model_version: "1",
    outputs: outputs.map(([name, { shape, values }]) => ({ name, shape, datatype: datatypeOf(values) })),
    raw_output_contents: outputs.map(([, { values }]) => Buffer.from(values.buffer, values.byteOffset, values.byteLength)),
  };
}

function tensorOf(datatype: string, shape: readonly number[], bytes: Buffer): InputTensor {
  const { buffer } = Uint8Array.from(bytes);
  if (datatype === "INT64") return { shape, values: new BigInt64Array(buffer) };
  return { shape, values: datatype === "UINT8" ? Float32Array.from(bytes) : new Float32Array(buffer) };
}

function datatypeOf(values: OutputTensor["values"]): string {
  if (values instanceof Float32Array) return "FP32";
  return values instanceof BigInt64Array ? "INT64" : "INT32";
}
