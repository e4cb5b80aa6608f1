/** One run of a network over one view of a picture. */
import { YaffleError } from "../../domain/error.js";
import type { Picture } from "../../domain/picture.js";
import type { OnnxSession } from "../../runtime/onnx/session.js";
import type { NetworkReader } from "./architecture.js";
import { frame, toView } from "./frame.js";
import type { Look } from "./sighting.js";
import { toPicture, type View } from "./view.js";

/** @throws YaffleError expert_unavailable where the network fails or gives a score that is no number */
export async function lookAt(session: OnnxSession, reader: NetworkReader, picture: Picture, view: View): Promise<Look> {
  const framed = await frame(picture, view, reader.form);
  const sightings = reader.read(await session.run(reader.inputs(framed.planes)));
  if (sightings.some(({ score }) => !Number.isFinite(score))) {
    throw new YaffleError("expert_unavailable", "The detector gave a score that is no number.");
  }
  return {
    view,
    sightings: sightings.map(({ classIndex, score, box }) => ({ classIndex, score, box: toPicture(view, toView(framed, box)) })),
  };
}
