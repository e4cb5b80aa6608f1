/**
 * YOLOX as its own exporter writes it, grid not decoded: [1, 3, side, side] in, [1, cells, 5 + classes] out, the cells of strides 8, 16 and
 * 32 one after the other. A row is center x, center y, width, height (in cells, the last two as logarithms), objectness and the classes.
 */
import type { Box } from "../../domain/box.js";
import type { OnnxSession } from "../../runtime/onnx/session.js";
import { Candidates, floats, type NetworkReader, type RawSighting, takesBatches } from "./architecture.js";
import type { FrameForm } from "./frame.js";

const STRIDES = [8, 16, 32] as const;
/** Center, size and objectness stand before the classes. */
const BEFORE_CLASSES = 5;
/** Cells with less hold nothing of any class; they are nearly all. */
const LEAST_OBJECTNESS = 0.002;

export function recognizeYolox(session: OnnxSession): NetworkReader | null {
  const [input, ...otherInputs] = session.inputs;
  const [output, ...otherOutputs] = session.outputs;
  const side = input?.shape[3];
  if (input === undefined || output === undefined || otherInputs.length + otherOutputs.length > 0) return null;
  if (typeof side !== "number" || input.shape[2] !== side || output.shape.length !== 3) return null;
  const cells = STRIDES.reduce((sum, stride) => sum + (side / stride) ** 2, 0);
  return output.shape[1] === cells ? readerOf(input.name, output.name, side, takesBatches(session)) : null;
}

function readerOf(inputName: string, outputName: string, side: number, batches: boolean): NetworkReader {
  const form: FrameForm = { side, fit: "top_left", padding: 114, channels: "bgr", scale: 1 };
  return {
    form,
    batches,
    inputs: (planes, pictures) => ({ [inputName]: { values: planes, isGivenAway: true, shape: [pictures, 3, side, side] } }),
    read: (outputs, picture) => {
      const { values, shape } = floats(outputs, outputName, picture);
      return readGrid(values, shape[2] ?? 0, side);
    },
  };
}

/** @param width numbers a row */
function readGrid(values: Float32Array, width: number, side: number): readonly RawSighting[] {
  const candidates = new Candidates();
  let row = 0;
  for (const stride of STRIDES) {
    const columns = side / stride;
    for (let cell = 0; cell < columns * columns; cell += 1, row += 1) {
      const numbers = values.subarray(row * width, (row + 1) * width);
      const objectness = numbers[BEFORE_CLASSES - 1] ?? 0;
      if (objectness < LEAST_OBJECTNESS) continue;
      const box = (): Box => boxOf(numbers, cell % columns, Math.floor(cell / columns), stride);
      for (let classIndex = 0; classIndex < width - BEFORE_CLASSES; classIndex += 1) {
        candidates.offer(classIndex, objectness * (numbers[BEFORE_CLASSES + classIndex] ?? 0), box);
      }
    }
  }
  return candidates.sightings();
}

function boxOf(numbers: Float32Array, column: number, row: number, stride: number): Box {
  const [x = 0, y = 0, logWidth = 0, logHeight = 0] = numbers;
  const centerX = (column + x) * stride;
  const centerY = (row + y) * stride;
  const halfWidth = (Math.exp(logWidth) * stride) / 2;
  const halfHeight = (Math.exp(logHeight) * stride) / 2;
  return { x1: centerX - halfWidth, y1: centerY - halfHeight, x2: centerX + halfWidth, y2: centerY + halfHeight };
}
