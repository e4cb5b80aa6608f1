/**
 * The part of ONNX's protobuf schema that a converted model needs, and its encoding.
 *
 * Field numbers and enum values are those of the public ONNX intermediate representation (onnx.proto, IR version 8). Fields are written
 * in the order of their numbers and maps are not used, so equal models give equal bytes.
 */
import protobuf from "protobufjs/light.js";

/** Element types of `TensorProto.DataType` that are used here. */
export const ELEMENT_TYPE = { float32: 1, uint8: 2, int64: 7 } as const;

/** `AttributeProto.AttributeType` values that are used here. */
export const ATTRIBUTE_TYPE = { float: 1, int: 2, string: 3, ints: 7 } as const;

const schema = protobuf.Root.fromJSON({
  nested: {
    OperatorSetId: message({ domain: ["string", 1], version: ["int64", 2] }),
    Attribute: message({
      name: ["string", 1],
      f: ["float", 2],
      i: ["int64", 3],
      s: ["bytes", 4],
      ints: ["int64", 8, "repeated"],
      type: ["int32", 20],
    }),
    Node: message({
      input: ["string", 1, "repeated"],
      output: ["string", 2, "repeated"],
      name: ["string", 3],
      opType: ["string", 4],
      attribute: ["Attribute", 5, "repeated"],
    }),
    Tensor: message({ dims: ["int64", 1, "repeated"], dataType: ["int32", 2], name: ["string", 8], rawData: ["bytes", 9] }),
    Dimension: message({ dimValue: ["int64", 1], dimParam: ["string", 2] }),
    Shape: message({ dim: ["Dimension", 1, "repeated"] }),
    TensorType: message({ elemType: ["int32", 1], shape: ["Shape", 2] }),
    Type: message({ tensorType: ["TensorType", 1] }),
    ValueInfo: message({ name: ["string", 1], type: ["Type", 2] }),
    Graph: message({
      node: ["Node", 1, "repeated"],
      name: ["string", 2],
      initializer: ["Tensor", 5, "repeated"],
      input: ["ValueInfo", 11, "repeated"],
      output: ["ValueInfo", 12, "repeated"],
    }),
    Model: message({
      irVersion: ["int64", 1],
      producerName: ["string", 2],
      graph: ["Graph", 7],
      opsetImport: ["OperatorSetId", 8, "repeated"],
    }),
  },
});

type Field = readonly [type: string, id: number, rule?: "repeated"];

function message(fields: Readonly<Record<string, Field>>): protobuf.IType {
  return {
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, [type, id, rule]]) => [name, rule === undefined ? { type, id } : { type, id, rule }]),
    ),
  };
}

/**
 * Encodes a model given as a plain object of the schema's field names in camel case.
 * @throws Error where a field has the wrong type
 */
export function encodeModel(model: Readonly<Record<string, unknown>>): Uint8Array {
  const type = schema.lookupType("Model");
  const fault = type.verify(model);
  if (fault !== null) throw new Error(`the ONNX model is malformed: ${fault}`);
  return type.encode(type.create(model)).finish();
}
