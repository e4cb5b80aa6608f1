/** A gRPC client as a user would write it: from the .proto file alone, with the error's details decoded. */
import { Client, credentials, type ServiceError } from "@grpc/grpc-js";
import protobuf from "protobufjs";
import { z } from "zod";
import { ERROR_CODES } from "../../src/domain/error.js";
import { loadProtos, serviceOf } from "../../src/serving/grpc/protos.js";
import { reportSchema } from "../../src/wire/report-schema.js";
import type { Outcome } from "../end-to-end/promises.js";

export interface CorrectionClient {
  /** @param rawResponse bytes to stand in the place of the response, where they are no text */
  call(
    method: "Correct" | "Verify",
    message: object,
    rawResponse: Buffer | null,
    options?: { readonly deadline?: number },
  ): Promise<Outcome>;
  close(): void;
}

const RESPONSE_TAG = (3 << 3) | 2;

/** @param channel options of grpc-js for the connection */
export function correctionClient(address: string, service = "yaffle.v1.CorrectionService", channel: object = {}): CorrectionClient {
  const methods = serviceOf(loadProtos(), service);
  const client = new Client(address, credentials.createInsecure(), { "grpc.max_receive_message_length": -1, ...channel });
  return {
    close: () => client.close(),
    call: (name, message, rawResponse, options = {}) => {
      const method = methods[name];
      if (method === undefined) throw new Error(`no method ${name}`);
      const encoded = method.requestSerialize(message);
      const bytes = rawResponse === null ? encoded : Buffer.concat([encoded, Buffer.from([RESPONSE_TAG, rawResponse.length]), rawResponse]);
      return new Promise((resolve, reject) => {
        client.makeUnaryRequest(
          method.path,
          (raw: Buffer) => raw,
          method.responseDeserialize,
          bytes,
          options,
          (error, reply) => {
            try {
              resolve(error === null ? { report: reportOf(reply) } : outcomeOf(error));
            } catch (thrown) {
              reject(thrown);
            }
          },
        );
      });
    },
  };
}

/** The message in the form of the JSON report: absent optionals are null where the report has null. */
function reportOf(reply: unknown): z.infer<typeof reportSchema> {
  const claim = z.looseObject({ evidence: z.array(z.looseObject({ type: z.string(), expert: z.string(), image: z.int() })) });
  const summary = z.looseObject({});
  const report = z
    .looseObject({ claims: z.array(claim), summary, corrected_summary: summary.optional(), experts: z.array(z.looseObject({})) })
    .parse(plain(reply));
  return reportSchema.parse({
    corrected_with_boxes: null,
    ...report,
    summary: { hallucination_rate: null, ...report.summary },
    corrected_summary: report.corrected_summary === undefined ? null : { hallucination_rate: null, ...report.corrected_summary },
    experts: report.experts.map((expert) => ({ sha256: null, ...expert })),
    claims: report.claims.map((one) => ({
      object: null,
      probability: null,
      because: null,
      ...withSpans(one),
      evidence: one.evidence.map((evidence) => ({ type: evidence.type, expert: evidence.expert, image: evidence.image, ...own(evidence) })),
    })),
  });
}

function own(evidence: { readonly type: string; readonly [field: string]: unknown }): object {
  return z.looseObject({}).parse(evidence[evidence.type]);
}

function withSpans(claim: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const text = JSON.stringify(claim, (_key, value: unknown) =>
    typeof value === "object" && value !== null && "phrase" in value ? { span: null, ...value } : value,
  );
  return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
}

/** Without the names of the synthetic oneofs that proto-loader gives to optionals. */
function plain(reply: unknown): unknown {
  return JSON.parse(JSON.stringify(reply, (key, value: unknown) => (key.startsWith("_") ? undefined : value)));
}

const details = protobuf.parse(
  `
  syntax = "proto3"; package google.rpc;
  message Any { string type_url = 1; bytes value = 2; }
  message Status { int32 code = 1; string message = 2; repeated Any details = 3; }
  message ErrorInfo { string reason = 1; string domain = 2; map<string, string> metadata = 3; }
  message FieldViolation { string field = 1; string description = 2; }
  message BadRequest { repeated FieldViolation field_violations = 1; }
`,
  { keepCase: true },
).root;

function outcomeOf(error: ServiceError): Outcome {
  const [bytes] = error.metadata.get("grpc-status-details-bin");
  if (!Buffer.isBuffer(bytes)) throw new Error(`the error has no details: ${error.message}`);
  const found = detailsOf(bytes);
  const info = infoSchema.parse(found.get("ErrorInfo"));
  const request = z.object({ field_violations: z.array(z.object({ field: z.string() })) }).safeParse(found.get("BadRequest"));
  return {
    code: info.reason,
    detail: error.details,
    paths: request.success ? request.data.field_violations.map(({ field }) => field) : [],
    retryable: info.metadata.retryable === "true",
  };
}

const infoSchema = z.object({
  reason: z.enum(ERROR_CODES),
  domain: z.literal("yaffle"),
  metadata: z.looseObject({ retryable: z.string() }),
});

/** The code in a status's details, as a trailer carries them. */
export function reasonIn(details: Buffer): string {
  return infoSchema.parse(detailsOf(details).get("ErrorInfo")).reason;
}

function detailsOf(bytes: Buffer): ReadonlyMap<string, unknown> {
  const status = z
    .object({ details: z.array(z.object({ type_url: z.string(), value: z.instanceof(Uint8Array) })) })
    .parse(details.lookupType("google.rpc.Status").decode(bytes));
  return new Map(
    status.details.map(({ type_url, value }) => {
      const name = type_url.replace("type.googleapis.com/google.rpc.", "");
      return [name, name === "RetryInfo" ? null : details.lookupType(`google.rpc.${name}`).decode(value).toJSON()];
    }),
  );
}
