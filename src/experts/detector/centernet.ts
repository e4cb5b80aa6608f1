/** CenterNet as the registry's converter writes it: [batch, 3, 512, 512] in, a heat map and box sides out. */
import type { OnnxSession } from "../../runtime/onnx/session.js";
import { floats, type NetworkReader, takesBatches } from "./architecture.js";
import type { FrameForm } from "./frame.js";
import { readPeaks } from "./heat-map.js";
import { LEAST_SCORE } from "./sighting.js";

const FORM: FrameForm = { side: 512, fit: "centered", padding: 0, channels: "rgb", scale: 1 };

export function recognizeCenternet(session: OnnxSession): NetworkReader | null {
  const names = session.outputs.map((output) => output.name);
  return names.includes("heat_map") && names.includes("sides") ? readerOf(takesBatches(session)) : null;
}

function readerOf(batches: boolean): NetworkReader {
  return {
    form: FORM,
    batches,
    inputs: (planes, pictures) => ({ images: { values: planes, isGivenAway: true, shape: [pictures, 3, FORM.side, FORM.side] } }),
    read: (outputs, picture) => {
      const { values: scores, shape } = floats(outputs, "heat_map", picture);
      const [, classes = 0, rows = 0, columns = 0] = shape;
      return readPeaks({ scores, sides: floats(outputs, "sides", picture).values, classes, rows, columns }, LEAST_SCORE);
    },
  };
}
