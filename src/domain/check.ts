/** What an expert must establish for a claim. Equal checks of different claims are run once. */
import type { SpatialPredicate } from "./claim.js";

/** Something a detector can be asked to find. */
export interface Target {
  /** The claim's word for it: "dog", "animal", "fountain". An open-vocabulary detector is asked for this. */
  readonly category: string;
  /** The closed-vocabulary classes that stand for it: ["dog"]; for "animal" all of them; empty where none does. */
  readonly classes: readonly string[];
}

/** What a closed detector may know the target by: its classes; its own word where it has none, which more than the usual classes may hold. */
export function namesFor({ category, classes }: Target): readonly string[] {
  return classes.length > 0 ? classes : [category];
}

/** Where and how often is it? Answered by `DetectionEvidence`. */
export interface DetectCheck {
  readonly type: "detect";
  readonly target: Target;
}

/** What colors has it? Answered by a `ColorEvidence` for each instance likely enough to be there. */
export interface ColorCheck {
  readonly type: "color";
  readonly target: Target;
}

/** How do instances lie to each other? Answered by a `GeometryEvidence` for each combination likely enough to be there. */
export interface GeometryCheck {
  readonly type: "geometry";
  readonly predicate: SpatialPredicate;
  readonly subject: Target;
  /** None for positions in the picture, two for `between`, else one. */
  readonly targets: readonly Target[];
}

/** What is written in the picture? Answered by `TextEvidence`. */
export interface ReadCheck {
  readonly type: "read";
}

/** A yes/no or short question. Answered by `AnswerEvidence`, on the best instance of `about` where given, else on the whole picture. */
export interface AskCheck {
  readonly type: "ask";
  readonly question: string;
  readonly about: Target | null;
}

/** Which fits it better, what is stated or one of its contraries? Answered by a `ComparisonEvidence` for each instance likely enough to be there. */
export interface CompareCheck {
  readonly type: "compare";
  /** As a caption: "a photo of a red car". */
  readonly statement: string;
  /** What excludes the statement, one or more: "a photo of a blue car". */
  readonly contraries: readonly string[];
  readonly about: Target;
}

export type Check = DetectCheck | ColorCheck | GeometryCheck | ReadCheck | AskCheck | CompareCheck;

/** Equal for checks that ask the same; order of fields does not matter to callers. */
export function checkKey(check: Check): string {
  switch (check.type) {
    case "detect":
    case "color":
      return `${check.type}:${check.target.category}`;
    case "geometry":
      return `geometry:${check.predicate}:${[check.subject, ...check.targets].map((target) => target.category).join(">")}`;
    case "read":
      return "read";
    case "ask":
      return `ask:${check.about?.category ?? ""}:${check.question}`;
    case "compare":
      return `compare:${check.about.category}:${check.statement}`;
    default:
      return check satisfies never;
  }
}
