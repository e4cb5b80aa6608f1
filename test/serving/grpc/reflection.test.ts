import type { IDescriptorProto, IFileDescriptorProto } from "protobufjs/ext/descriptor/index.js";
import descriptor from "protobufjs/ext/descriptor/index.js";
import { describe, expect, it } from "vitest";
import { loadProtos } from "../../../src/serving/grpc/protos.js";
import { withSpecifiedMapEntries } from "../../../src/serving/grpc/reflection.js";

/** Every message of every file, with its path. */
function messages(): readonly (readonly [string, IDescriptorProto])[] {
  const within = (scope: string, message: IDescriptorProto): readonly (readonly [string, IDescriptorProto])[] => {
    const path = `${scope}.${message.name}`;
    return [[path, message], ...(message.nestedType ?? []).flatMap((nested) => within(path, nested))];
  };
  return Object.values(withSpecifiedMapEntries(loadProtos()))
    .flatMap((definition) =>
      "fileDescriptorProtos" in definition && Array.isArray(definition.fileDescriptorProtos) ? definition.fileDescriptorProtos : [],
    )
    .flatMap((bytes) => [descriptor.FileDescriptorProto.decode(bytes) as IFileDescriptorProto])
    .flatMap((file) => (file.messageType ?? []).flatMap((message) => within(`.${file.package}`, message)));
}

describe("the descriptors of reflection", () => {
  it("name map entries as protoc does, so that strict readers take them", () => {
    const summary = new Map(messages()).get(".yaffle.v1.Summary");
    expect(summary?.nestedType?.map(({ name }) => name)).toEqual(["ByKindEntry"]);
    expect(summary?.field?.find(({ name }) => name === "by_kind")?.typeName).toBe(".yaffle.v1.Summary.ByKindEntry");
  });

  it("leave no map entry under another name", () => {
    const entries = messages().filter(([, { options }]) => options?.mapEntry === true);
    expect(entries.length).toBeGreaterThan(1);
    expect(entries.filter(([path]) => !/\.[A-Z][A-Za-z0-9]*Entry$/.test(path))).toEqual([]);
  });
});
