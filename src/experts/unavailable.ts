/**
 * Experts that could not be opened. What is said without them stands, so they fail nothing: each claim that would have needed one is left
 * open, and the report says why.
 */
import type { YaffleError } from "../domain/error.js";
import type { Answerer, Scorer } from "../domain/ports.js";

/** @param id the name that the settings have for it */
export function unavailableAnswerer(id: string, reason: YaffleError): Answerer {
  return { facts: factsOf(id, "answerer"), answer: () => Promise.reject(reason), close: async () => undefined };
}

/** @param id the name that the settings have for it */
export function unavailableScorer(id: string, reason: YaffleError): Scorer {
  return { facts: factsOf(id, "scorer"), compare: () => Promise.reject(reason), close: async () => undefined };
}

function factsOf<Role extends "answerer" | "scorer">(id: string, role: Role) {
  return { id, role, sha256: null, device: "unavailable" } as const;
}
