/**
 * The details of an error as gRPC's richer error model has them: a `google.rpc.Status` in the trailer `grpc-status-details-bin`, with
 * ErrorInfo (the code of Yaffle), BadRequest (faults one by one) and RetryInfo. Field numbers are those of google/rpc/status.proto and
 * google/rpc/error_details.proto.
 */
import { Metadata } from "@grpc/grpc-js";
import protobuf from "protobufjs";
import type { YaffleError } from "../../domain/error.js";
import { PROTOCOL_CODES } from "../../wire/error-codes.js";
import { RETRY_AFTER_SECONDS } from "../admission.js";

/** Trailer of a status that says why. */
export const DETAILS_TRAILER = "grpc-status-details-bin";
const DOMAIN = "yaffle";
const TYPE_PREFIX = "type.googleapis.com/google.rpc.";

/** Trailers share 8 KiB by default with most peers. */
const MAX_FAULTS = 10;
const MAX_MESSAGE_CHARACTERS = 800;

/** Entry: a map is a repeated message of key and value on the wire. */
const root = protobuf.Root.fromJSON({
  nested: {
    Any: { fields: { type_url: { id: 1, type: "string" }, value: { id: 2, type: "bytes" } } },
    Status: {
      fields: { code: { id: 1, type: "int32" }, message: { id: 2, type: "string" }, details: { id: 3, rule: "repeated", type: "Any" } },
    },
    Entry: { fields: { key: { id: 1, type: "string" }, value: { id: 2, type: "string" } } },
    ErrorInfo: {
      fields: {
        reason: { id: 1, type: "string" },
        domain: { id: 2, type: "string" },
        metadata: { id: 3, rule: "repeated", type: "Entry" },
      },
    },
    FieldViolation: { fields: { field: { id: 1, type: "string" }, description: { id: 2, type: "string" } } },
    BadRequest: { fields: { field_violations: { id: 1, rule: "repeated", type: "FieldViolation" } } },
    Duration: { fields: { seconds: { id: 1, type: "int32" } } },
    RetryInfo: { fields: { retry_delay: { id: 1, type: "Duration" } } },
  },
});

/** A status as grpc-js sends it. */
export interface ToldStatus {
  readonly code: number;
  readonly details: string;
  readonly metadata: Metadata;
}

export function errorStatus(error: YaffleError, requestId: string): ToldStatus {
  const code = PROTOCOL_CODES[error.code].grpc;
  const message = short(error.message);
  const metadata = new Metadata();
  metadata.set("x-request-id", requestId);
  metadata.set(DETAILS_TRAILER, Buffer.from(encode("Status", { code, message, details: detailsOf(error, requestId) })));
  return { code, details: message, metadata };
}

function detailsOf(error: YaffleError, requestId: string): readonly object[] {
  const facts = [
    { key: "request_id", value: requestId },
    { key: "retryable", value: String(error.isRetryable) },
  ];
  const info = { reason: error.code, domain: DOMAIN, metadata: facts };
  const violations = error.faults.slice(0, MAX_FAULTS).map(({ path, message }) => ({ field: short(path), description: short(message) }));
  return [
    any("ErrorInfo", info),
    ...(violations.length > 0 ? [any("BadRequest", { field_violations: violations })] : []),
    ...(error.code === "overloaded" ? [any("RetryInfo", { retry_delay: { seconds: RETRY_AFTER_SECONDS } })] : []),
  ];
}

function any(type: string, value: object): object {
  return { type_url: TYPE_PREFIX + type, value: encode(type, value) };
}

function encode(type: string, value: object): Uint8Array {
  const message = root.lookupType(type);
  return message.encode(message.fromObject(value)).finish();
}

function short(text: string): string {
  const cut = text.length > MAX_MESSAGE_CHARACTERS ? `${text.slice(0, MAX_MESSAGE_CHARACTERS)}…` : text;
  return cut.toWellFormed();
}
