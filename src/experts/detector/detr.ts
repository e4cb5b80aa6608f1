/**
 * The DETR family (RT-DETR, D-FINE) as the transformers exporters write it: the picture stretched to a square, and for each query a score of
 * every class before its sigmoid and a box as center and sides in fractions of the square.
 */
import type { OnnxSession } from "../../runtime/onnx/session.js";
import { Candidates, floats, type NetworkReader, takesBatches } from "./architecture.js";
import type { FrameForm } from "./frame.js";
import { LEAST_SCORE } from "./sighting.js";

/** What these networks were trained on, where the file leaves the size free. */
const USUAL_SIDE = 640;
/** Below it, no class of a query is worth a sigmoid; far under what any class's best is. */
const LEAST_LOGIT = Math.log(LEAST_SCORE / (1 - LEAST_SCORE)) - 4;

export function recognizeDetr(session: OnnxSession): NetworkReader | null {
  const [input, ...others] = session.inputs;
  const outputs = session.outputs.map((output) => output.name);
  if (input?.name !== "pixel_values" || others.length > 0 || input.shape.length !== 4) return null;
  if (!outputs.includes("logits") || !outputs.includes("pred_boxes")) return null;
  const [, , height, width] = input.shape;
  if (typeof height === "number" && height !== width) return null;
  return readerOf(typeof width === "number" ? width : USUAL_SIDE, input.type === "uint8" ? 1 : 1 / 255, takesBatches(session));
}

/** @param scale 1 for a model that takes bytes and scales them itself */
function readerOf(side: number, scale: number, batches: boolean): NetworkReader {
  const form: FrameForm = { side, fit: "stretched", padding: 0, channels: "rgb", scale };
  return {
    form,
    batches,
    inputs: (planes, pictures) => ({ pixel_values: { values: planes, isGivenAway: true, shape: [pictures, 3, side, side] } }),
    read: (outputs, picture) => {
      const { values: logits, shape } = floats(outputs, "logits", picture);
      const boxes = floats(outputs, "pred_boxes", picture).values;
      const classes = shape[2] ?? 0;
      const candidates = new Candidates();
      for (const [index, logit] of logits.entries()) {
        if (logit < LEAST_LOGIT) continue;
        const query = Math.floor(index / classes);
        candidates.offer(index % classes, 1 / (1 + Math.exp(-logit)), () => {
          const [x = 0, y = 0, width = 0, height = 0] = boxes.subarray(query * 4, query * 4 + 4);
          return { x1: (x - width / 2) * side, y1: (y - height / 2) * side, x2: (x + width / 2) * side, y2: (y + height / 2) * side };
        });
      }
      return candidates.sightings();
    },
  };
}
