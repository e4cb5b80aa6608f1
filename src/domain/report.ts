/** The report: what a caller gets back for one response. On the wire by wire/report.ts. */
import type { ClaimKind } from "./claim.js";
import type { Edit } from "./correction.js";
import type { JudgedClaim, Verdict } from "./judgement.js";

export type VerdictCounts = Readonly<Record<Verdict, number>>;

export interface Summary extends VerdictCounts {
  readonly claims: number;
  /** refuted / (supported + refuted); null when both are 0. */
  readonly hallucinationRate: number | null;
  readonly byKind: Readonly<Partial<Record<ClaimKind, VerdictCounts>>>;
}

export interface ImageFacts {
  readonly sha256: string;
  /** Upright, in pixels. */
  readonly width: number;
  readonly height: number;
}

export type ExpertRole = "detector" | "answerer" | "scorer" | "text_reader" | "color" | "geometry" | "extractor" | "corrector";

export interface ExpertFacts {
  readonly id: string;
  readonly role: ExpertRole;
  /** Of the weights; null for a remote expert and for one that has none. */
  readonly sha256: string | null;
  readonly device: string;
}

export interface TimingsMs {
  readonly total: number;
  readonly decode: number;
  readonly extract: number;
  readonly verify: number;
  readonly correct: number;
}

export interface Report {
  readonly version: { readonly yaffle: string; readonly report: 1 };
  readonly id: string;
  readonly original: string;
  readonly corrected: string;
  /** The corrected text with boxes behind its objects; null unless asked for. */
  readonly correctedWithBoxes: string | null;
  readonly changed: boolean;
  /** In order of their first character. */
  readonly claims: readonly JudgedClaim[];
  readonly edits: readonly Edit[];
  readonly images: readonly ImageFacts[];
  readonly summary: Summary;
  /** Of the claims of `corrected`, judged again on the same looks; null where nothing was to be corrected (verify). */
  readonly correctedSummary: Summary | null;
  readonly experts: readonly ExpertFacts[];
  readonly timingsMs: TimingsMs;
  /** What could not run or was cut, in words. */
  readonly degraded: readonly string[];
}
