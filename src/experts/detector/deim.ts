/**
 * DEIM and its kin (D-FINE, RT-DETR) as their own exporters write them: the picture stretched to a square, its size beside it, and labels,
 * boxes and scores of a fixed number of queries out, the boxes in pixels of the given size.
 */
import type { OnnxSession } from "../../runtime/onnx/session.js";
import { Candidates, floats, type NetworkReader, takesBatches } from "./architecture.js";
import type { FrameForm } from "./frame.js";

export function recognizeDeim(session: OnnxSession): NetworkReader | null {
  const images = session.inputs.find((input) => input.name === "images");
  const outputs = session.outputs.map((output) => output.name);
  const side = images?.shape[3];
  if (typeof side !== "number" || images?.shape[2] !== side) return null;
  if (!session.inputs.some((input) => input.name === "orig_target_sizes")) return null;
  return ["labels", "boxes", "scores"].every((name) => outputs.includes(name))
    ? readerOf(side, images.type === "uint8" ? 1 : 1 / 255, takesBatches(session))
    : null;
}

/** @param scale 1 for a model that takes bytes and scales them itself */
function readerOf(side: number, scale: number, batches: boolean): NetworkReader {
  const form: FrameForm = { side, fit: "stretched", padding: 0, channels: "rgb", scale };
  return {
    form,
    batches,
    inputs: (planes, pictures) => ({
      images: { values: planes, isGivenAway: true, shape: [pictures, 3, side, side] },
      orig_target_sizes: { values: new BigInt64Array(pictures * 2).fill(BigInt(side)), shape: [pictures, 2] },
    }),
    read: (outputs, picture) => {
      const scores = floats(outputs, "scores", picture).values;
      const boxes = floats(outputs, "boxes", picture).values;
      const labels = outputs.get("labels")?.values.subarray(picture * scores.length, (picture + 1) * scores.length) ?? [];
      const candidates = new Candidates();
      for (const [query, score] of scores.entries()) {
        candidates.offer(Number(labels[query] ?? -1), score, () => {
          const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = boxes.subarray(query * 4, query * 4 + 4);
          return { x1, y1, x2, y2 };
        });
      }
      return candidates.sightings();
    },
  };
}
