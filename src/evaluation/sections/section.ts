/** What one part of the evaluation hands back. */
import type { Figure } from "../figure.js";
import type { ReliabilityBin } from "../metrics/calibration-error.js";

export const SECTIONS = [
  "existence",
  "verdicts",
  "policies",
  "count",
  "color",
  "position",
  "caption_pairs",
  "responses",
  "extraction",
] as const;
export type SectionName = (typeof SECTIONS)[number];

export interface CurvePoint {
  /** A policy's name, or the line at or below which a claim was refuted. */
  readonly line: string;
  /** Shares, 0 to 1; null where there were no such claims. */
  readonly catch: number | null;
  readonly harm: number | null;
  readonly coverage: number | null;
}

export interface Section {
  readonly name: SectionName;
  readonly figures: readonly Figure[];
  readonly reliability: readonly ReliabilityBin[];
  readonly curve: readonly CurvePoint[];
  /** What a reader must know to read the figures, in sentences. */
  readonly notes: readonly string[];
  /** Every item with what was said of it, for reading failures. */
  readonly items: readonly object[];
}

/** A section with what it has; the rest is empty. */
export function section(name: SectionName, parts: Partial<Omit<Section, "name">>): Section {
  return { name, figures: [], reliability: [], curve: [], notes: [], items: [], ...parts };
}
