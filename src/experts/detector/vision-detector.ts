/** A detector on a published model: of the kinds of thing that it was taught, or of whatever is named. */
import { calibrationFor } from "../../registry/read-registry.js";
import type { OpenArchitecture } from "../../registry/schema.js";
import type { BatchDetector } from "../batch-detector.js";
import { openVisionModel, type VisionModelOptions } from "../vision-model.js";
import { ClassDetector } from "./class-detector.js";
import { OpenDetector } from "./open-detector.js";
import { eyesOfModel } from "./vision-eyes.js";

const OPEN: readonly OpenArchitecture[] = ["grounding-dino", "owlv2", "owlvit"];

/** @throws YaffleError as `openVisionModel` does */
export async function loadVisionDetector(spec: string, options: VisionModelOptions): Promise<BatchDetector> {
  const { model, entry, facts } = await openVisionModel(spec, "detector", options);
  const { labels, architecture } = model.facts;
  const open = OPEN.find((name) => name === architecture);
  if (open !== undefined) return new OpenDetector(model, { facts, calibration: await calibrationFor(entry, open, []) });
  const vocabulary = labels.map((label) => label.toLowerCase());
  // All of them score as DETR's kin do, which is what the registry has curves for.
  return new ClassDetector(eyesOfModel(model), { facts, vocabulary, calibration: await calibrationFor(entry, "detr", vocabulary) });
}
