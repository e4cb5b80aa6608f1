import type { ClassFacts } from "../../registry/schema.js";

/** What a fit must know of a detector's classes. */
export interface Vocabulary {
  /** In the order of the network's classes. */
  readonly classes: readonly string[];
  readonly classFacts: readonly ClassFacts[];
}
