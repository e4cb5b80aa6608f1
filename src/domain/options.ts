/** What a caller may choose for one response. */
import type { ClaimKind } from "./claim.js";
import type { PolicyName } from "./judgement.js";

export const PIPELINES = ["rules", "woodpecker"] as const;
export type PipelineName = (typeof PIPELINES)[number];

export interface Options {
  readonly policy: PolicyName;
  /** Adds boxes behind the objects of the corrected text. */
  readonly boxes: boolean;
  /** Claims of other kinds are not extracted. */
  readonly kinds: readonly ClaimKind[];
  readonly pipeline: PipelineName;
  /** Null: the service's own limit. */
  readonly timeoutMs: number | null;
}
