/**
 * Experts that could not be opened. What is said without them stands, so they fail nothing: each claim that would have needed one is left
 * open, and the report says why.
 */
import type { YaffleError } from "../domain/error.js";
import type { Answerer, ClaimReader, Detector, Scorer, Writer } from "../domain/ports.js";

/** An expert that the settings name and that cannot be had here. */
export interface Missing {
  readonly role: "detector" | "answerer" | "scorer" | "extractor" | "corrector" | "judge";
  /** As the settings name it. */
  readonly model: string;
  readonly reason: YaffleError;
}

/** What is to be done about one: a service tells it in its log and goes on, a measurement throws. */
export type OnMissing = (missing: Missing) => void;

/** One of several: what it would have known is not known, so it covers nothing. @param id the name that the settings have for it */
export function unavailableDetector(id: string, reason: YaffleError): Detector {
  return { facts: factsOf(id, "detector"), vocabulary: [], detect: () => Promise.reject(reason), close: async () => undefined };
}

/** @param id the name that the settings have for it */
export function unavailableAnswerer(id: string, reason: YaffleError): Answerer {
  return { facts: factsOf(id, "answerer"), answer: () => Promise.reject(reason), close: async () => undefined };
}

/** @param id the name that the settings have for it */
export function unavailableScorer(id: string, reason: YaffleError): Scorer {
  return { facts: factsOf(id, "scorer"), compare: () => Promise.reject(reason), close: async () => undefined };
}

/** @param id the name that the settings have for it */
export function unavailableReader(id: string, reason: YaffleError): ClaimReader {
  return { facts: factsOf(id, "extractor"), read: () => Promise.reject(reason), close: async () => undefined };
}

/** @param id the name that the settings have for it */
export function unavailableWriter(id: string, reason: YaffleError): Writer {
  const fail = (): Promise<never> => Promise.reject(reason);
  return { facts: factsOf(id, "corrector"), concepts: fail, questions: fail, rewrite: fail, close: async () => undefined };
}

function factsOf<Role extends Exclude<Missing["role"], "judge">>(id: string, role: Role) {
  return { id, role, sha256: null, device: "unavailable" } as const;
}
