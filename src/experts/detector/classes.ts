/** The classes that a model of the registry was taught. */
import { YaffleError } from "../../domain/error.js";
import { COCO_CATEGORIES } from "../../language/vocabulary/coco.js";
import type { ModelEntry } from "../../registry/schema.js";

/**
 * In the order of the model's classes; those of COCO for a model that the registry does not know (null).
 * @throws YaffleError expert_unavailable where it is open: a closed network's reader gives numbers of classes
 */
export function classesOf(entry: ModelEntry | null): readonly string[] {
  if (entry === null || entry.classes === "coco") return COCO_CATEGORIES;
  if (entry.classes === "open")
    throw new YaffleError("expert_unavailable", `${entry.id} has an open vocabulary, which no reader here knows.`);
  return entry.classes;
}
