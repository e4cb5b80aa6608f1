/** A detector on a published model: of the kinds of thing that it was taught, or of whatever is named. */
import { YaffleError } from "../../domain/error.js";
import { calibrationFor } from "../../registry/read-registry.js";
import type { OpenArchitecture } from "../../registry/schema.js";
import type { BatchDetector } from "../batch-detector.js";
import { type OpenedVisionModel, openVisionModel, type VisionModelOptions } from "../vision-model.js";
import { ClassDetector, type TaughtEyes } from "./class-detector.js";
import { leadOf } from "./lead.js";
import { OpenDetector } from "./open-detector.js";
import { eyesOfModel } from "./vision-eyes.js";

const OPEN: readonly OpenArchitecture[] = ["grounding-dino", "owlv2", "owlvit"];

/** @throws YaffleError as `openVisionModel` does */
export async function loadVisionDetector(spec: string, options: VisionModelOptions): Promise<BatchDetector> {
  const opened = await openVisionModel(spec, "detector", options);
  const open = openArchitectureOf(opened);
  if (open === undefined) {
    const taught = await taughtEyesOf(opened);
    return new ClassDetector(taught.eyes, taught);
  }
  const { model, entry, facts } = opened;
  return new OpenDetector(model, { facts, calibration: await calibrationFor(entry, open, []) });
}

/** The same without the detector around it. @throws YaffleError as `openVisionModel` does; invalid_request for one that is asked in words */
export async function loadVisionEyes(spec: string, options: VisionModelOptions): Promise<TaughtEyes> {
  const opened = await openVisionModel(spec, "detector", options);
  const open = openArchitectureOf(opened);
  if (open === undefined) return taughtEyesOf(opened);
  await opened.model.close();
  const message = `it is asked in words (${open}) and was taught no classes, so there are no curves of classes to fit. Without --cross-validate it can be measured.`;
  throw new YaffleError("invalid_request", message);
}

function openArchitectureOf({ model }: OpenedVisionModel): OpenArchitecture | undefined {
  return OPEN.find((name) => name === model.facts.architecture);
}

async function taughtEyesOf({ model, entry, facts }: OpenedVisionModel): Promise<TaughtEyes> {
  const vocabulary = model.facts.labels.map((label) => label.toLowerCase());
  // All of them score as DETR's kin do, which is what the registry has curves for.
  const calibration = await calibrationFor(entry, "detr", vocabulary);
  return { eyes: eyesOfModel(model), facts, vocabulary, calibration, lead: await leadOf(facts.id) };
}
