/**
 * DEIM and its kin (D-FINE, RT-DETR) as their own exporters write them: the picture stretched to a square, its size beside it, and labels,
 * boxes and scores of a fixed number of queries out, the boxes in pixels of the given size.
 */
import type { OnnxSession } from "../../runtime/onnx/session.js";
import { Candidates, floats, type NetworkReader } from "./architecture.js";
import type { FrameForm } from "./frame.js";

export function recognizeDeim(session: OnnxSession): NetworkReader | null {
  const images = session.inputs.find((input) => input.name === "images");
  const outputs = session.outputs.map((output) => output.name);
  const side = images?.shape[3];
  if (typeof side !== "number" || images?.shape[2] !== side) return null;
  if (!session.inputs.some((input) => input.name === "orig_target_sizes")) return null;
  return ["labels", "boxes", "scores"].every((name) => outputs.includes(name)) ? readerOf(side) : null;
}

function readerOf(side: number): NetworkReader {
  const form: FrameForm = { side, fit: "stretched", padding: 0, channels: "rgb", scale: 1 / 255 };
  const size = BigInt64Array.of(BigInt(side), BigInt(side));
  return {
    form,
    inputs: (planes) => ({
      images: { values: planes, isGivenAway: true, shape: [1, 3, side, side] },
      orig_target_sizes: { values: size, shape: [1, 2] },
    }),
    read: (outputs) => {
      const scores = floats(outputs, "scores").values;
      const boxes = floats(outputs, "boxes").values;
      const labels = outputs.get("labels")?.values ?? [];
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
