/**
 * The descriptors that reflection hands out, with map entries under the names that the protobuf specification asks for.
 *
 * protobufjs 7 names the hidden message of `map<…> by_kind` "By_kind", where protoc writes "ByKindEntry" (descriptor.proto, MessageOptions.map_entry).
 * Strict readers such as grpcurl refuse the whole file for it.
 */
import type { PackageDefinition } from "@grpc/proto-loader";
import type { Message } from "protobufjs";
import type { IDescriptorProto, IFileDescriptorProto } from "protobufjs/ext/descriptor/index.js";
import descriptor from "protobufjs/ext/descriptor/index.js";

const { FileDescriptorProto } = descriptor;

/** The same package with file descriptors that strict readers take. */
export function withSpecifiedMapEntries(protos: PackageDefinition): PackageDefinition {
  return Object.fromEntries(
    Object.entries(protos).map(([name, definition]) => [
      name,
      "fileDescriptorProtos" in definition && Array.isArray(definition.fileDescriptorProtos)
        ? { ...definition, fileDescriptorProtos: definition.fileDescriptorProtos.map(mended) }
        : definition,
    ]),
  ) as PackageDefinition;
}

const known = new WeakMap<Buffer, Buffer>();

/** Every definition of a package carries the same buffers: each is mended once. */
function mended(bytes: Buffer): Buffer {
  const before = known.get(bytes);
  if (before !== undefined) return before;
  const file = FileDescriptorProto.decode(bytes) as Message & IFileDescriptorProto;
  for (const message of file.messageType ?? []) mendMessage(message, file.package ? `.${file.package}` : "");
  const after = Buffer.from(FileDescriptorProto.encode(file).finish());
  known.set(bytes, after);
  return after;
}

function mendMessage(message: IDescriptorProto, scope: string): void {
  const path = `${scope}.${message.name}`;
  for (const nested of message.nestedType ?? []) {
    if (nested.options?.mapEntry !== true) {
      mendMessage(nested, path);
      continue;
    }
    const field = message.field?.find(({ typeName }) => typeName === nested.name);
    if (field === undefined) continue;
    nested.name = `${camelCase(field.name ?? "")}Entry`;
    field.typeName = `${path}.${nested.name}`;
  }
}

/** by_kind → ByKind */
function camelCase(name: string): string {
  return name.replace(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
