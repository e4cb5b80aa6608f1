/** The Open Inference Protocol (KServe v2) as messages: what proto/inference holds, in types. It lies beside src/ and beside dist/ alike. */
import { fileURLToPath } from "node:url";
import { loadSync, type MethodDefinition } from "@grpc/proto-loader";
import { z } from "zod";

const PROTO = fileURLToPath(new URL("../../../proto/inference/grpc_service.proto", import.meta.url));
const SERVICE = "inference.GRPCInferenceService";

export type MethodName = "ServerLive" | "ServerReady" | "ModelReady" | "ModelMetadata" | "ModelInfer";

/** Names as the file writes them, absent fields with their defaults. */
export function loadInferenceService(): Readonly<Record<MethodName, MethodDefinition<object, object>>> {
  const found = loadSync(PROTO, { keepCase: true, longs: Number, defaults: true })[SERVICE];
  if (found === undefined || "format" in found) throw new Error(`${PROTO} has no service ${SERVICE}`);
  const method = (name: MethodName): MethodDefinition<object, object> => {
    const definition = found[name];
    if (definition === undefined) throw new Error(`${SERVICE} has no method ${name}`);
    return definition;
  };
  return {
    ServerLive: method("ServerLive"),
    ServerReady: method("ServerReady"),
    ModelReady: method("ModelReady"),
    ModelMetadata: method("ModelMetadata"),
    ModelInfer: method("ModelInfer"),
  };
}

export const readySchema = z.object({ ready: z.boolean() });

const tensorSchema = z.object({ name: z.string(), datatype: z.string(), shape: z.array(z.number()) });

export const metadataSchema = z.object({
  name: z.string(),
  versions: z.array(z.string()),
  platform: z.string(),
  inputs: z.array(tensorSchema),
  outputs: z.array(tensorSchema),
});

const contentsSchema = z.object({
  int_contents: z.array(z.number()),
  int64_contents: z.array(z.number()),
  fp32_contents: z.array(z.number()),
  bytes_contents: z.array(z.instanceof(Uint8Array)),
});

export const inferenceSchema = z.object({
  outputs: z.array(tensorSchema.extend({ contents: contentsSchema.nullish() })),
  raw_output_contents: z.array(z.instanceof(Uint8Array)),
});

export type ModelMetadata = z.infer<typeof metadataSchema>;
export type TensorMetadata = z.infer<typeof tensorSchema>;
export type Inference = z.infer<typeof inferenceSchema>;
