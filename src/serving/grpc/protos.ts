/** The .proto files of the package, and the services in them. They lie beside src/ and beside dist/ alike. */
import { fileURLToPath } from "node:url";
import { loadSync, type Options, type PackageDefinition, type ServiceDefinition } from "@grpc/proto-loader";
import { protoPath as healthProto } from "grpc-health-check";

const PROTO_FOLDER = fileURLToPath(new URL("../../../proto/", import.meta.url));

export const CORRECTION_SERVICE = "yaffle.v1.CorrectionService";
export const AUDIT_SERVICE = "yaffle.v1.AuditService";
export const SCORING_SERVICE = "yaffle.v1.ScoringService";

/** Names as the files write them; an absent optional stays absent. */
const LOADING: Options = { keepCase: true, longs: Number, enums: String, defaults: true, oneofs: true, includeDirs: [PROTO_FOLDER] };

const FILES = ["yaffle/v1/correction.proto", "yaffle/v1/audit.proto", "yaffle/v1/scoring.proto", "google/rpc/error_details.proto"];

/** Everything that the server offers, for serving and for reflection. */
export function loadProtos(): PackageDefinition {
  return loadSync([...FILES, healthProto], LOADING);
}

/** @throws Error where the file has no such service: a fault of the package, not of its user */
export function serviceOf(protos: PackageDefinition, name: string): ServiceDefinition {
  const found = protos[name];
  if (found === undefined || "format" in found) throw new Error(`the .proto files have no service ${name}`);
  return found;
}
