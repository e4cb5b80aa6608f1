/** Tensors of strings (datatype BYTES): as raw bytes each element is its length, four bytes little-endian, and then itself. */
import { YaffleError } from "../../domain/error.js";
import type { Inference } from "./protocol.js";

const LENGTH_BYTES = 4;

/** One element, for the wire. */
export function encodeElement(bytes: Uint8Array): Uint8Array {
  const encoded = Buffer.alloc(LENGTH_BYTES + bytes.byteLength);
  encoded.writeUInt32LE(bytes.byteLength);
  encoded.set(bytes, LENGTH_BYTES);
  return encoded;
}

/**
 * The elements of an output.
 * @throws YaffleError expert_unavailable where there is no such output, it is of another type, or its lengths do not add up
 */
export function decodeElements({ outputs, raw_output_contents: raw }: Inference, name: string): readonly Uint8Array[] {
  const index = outputs.findIndex((output) => output.name === name);
  const output = outputs[index];
  if (output === undefined) return refuse(`it has no output ${name}`);
  if (output.datatype !== "BYTES") return refuse(`the output ${name} is of type ${output.datatype}, not BYTES`);
  const bytes = raw[index];
  return bytes === undefined ? (output.contents?.bytes_contents ?? []) : parted(bytes, name);
}

function parted(bytes: Uint8Array, name: string): readonly Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const elements: Uint8Array[] = [];
  for (let at = 0; at < bytes.byteLength; ) {
    const begin = at + LENGTH_BYTES;
    const end = begin <= bytes.byteLength ? begin + view.getUint32(at, true) : Number.POSITIVE_INFINITY;
    if (end > bytes.byteLength) return refuse(`the lengths within the output ${name} do not add up`);
    elements.push(bytes.subarray(begin, end));
    at = end;
  }
  return elements;
}

function refuse(what: string): never {
  throw new YaffleError("expert_unavailable", `The model server's answer cannot be read: ${what}.`);
}
