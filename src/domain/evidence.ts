/** What an expert saw, for one check on one picture. `expert` is its id; `image` the picture's index in the request. */
import type { Box, DetectedBox } from "./box.js";
import type { SpatialPredicate } from "./claim.js";

interface EvidenceBase {
  readonly expert: string;
  readonly image: number;
}

export interface DetectionEvidence extends EvidenceBase {
  readonly type: "detection";
  readonly category: string;
  /** Calibrated chance that the picture holds at least one, faint boxes and a look that found none included. */
  readonly presence: number;
  /** By falling probability. */
  readonly boxes: readonly DetectedBox[];
  /** As `Detection.unheard`: what is said here stands, and was said without them. */
  readonly unheard?: readonly Unheard[];
}

export interface ColorShare {
  /** One of the eleven basic color terms. */
  readonly name: string;
  /** Of the object's pixels, 0 to 1. */
  readonly share: number;
}

export interface ColorEvidence extends EvidenceBase {
  readonly type: "color";
  readonly category: string;
  readonly region: DetectedBox;
  /** By falling share. Empty where the picture's colors mean nothing (grey or toned). */
  readonly colors: readonly ColorShare[];
}

export interface GeometryEvidence extends EvidenceBase {
  readonly type: "geometry";
  readonly predicate: SpatialPredicate;
  readonly subject: DetectedBox;
  readonly targets: readonly DetectedBox[];
  readonly holds: boolean;
  /** How far from the line between holding and not, 0 to 1: near 0 either way could be said. */
  readonly margin: number;
}

export interface AnswerEvidence extends EvidenceBase {
  readonly type: "answer";
  readonly question: string;
  readonly answer: string;
  /** That the answer is right, 0 to 1. */
  readonly probability: number;
  readonly region: Box | null;
}

export interface TextLine {
  readonly text: string;
  /** Calibrated chance that the line was read right, 0 to 1. */
  readonly score: number;
  readonly box: Box;
}

export interface TextEvidence extends EvidenceBase {
  readonly type: "text";
  readonly lines: readonly TextLine[];
}

export interface ComparisonEvidence extends EvidenceBase {
  readonly type: "comparison";
  readonly statement: string;
  /** Of the statement's contraries the one that fits best. */
  readonly contrary: string;
  /** Share of the statement against that contrary, 0 to 1, as the model gives it: not calibrated. */
  readonly share: number;
  readonly region: DetectedBox;
}

/** Why a check has no answer. Never a reason to refute. */
export type FailureCode = "outside_vocabulary" | "expert_unavailable" | "deadline_exceeded" | "expert_failed" | "picture_unsuitable";

/** An expert that others spoke without, and why. */
export interface Unheard {
  readonly expert: string;
  readonly code: FailureCode;
  readonly message: string;
}

export interface FailureEvidence extends EvidenceBase {
  readonly type: "failure";
  readonly code: FailureCode;
  readonly message: string;
}

export type Evidence =
  | DetectionEvidence
  | ColorEvidence
  | GeometryEvidence
  | AnswerEvidence
  | TextEvidence
  | ComparisonEvidence
  | FailureEvidence;
