/**
 * Where each policy draws its lines, claim kind by claim kind.
 *
 * Probabilities are calibrated, so a line is a rate of error that is accepted: of the claims refuted at 0.10 at most a tenth is true. What
 * matters to a user is harm (true text refuted), which is smaller, for most true claims lie far from the line. `cautious` refutes what is
 * almost surely wrong, `strict` whatever is more likely wrong than not by a good deal; `balanced` keeps harm of existence under 3%.
 */
import type { Claim, ClaimKind } from "../domain/claim.js";
import type { Policy, PolicyName } from "../domain/judgement.js";

/**
 * Chosen on 50 COCO photographs with the embedded detector; docs/accuracy.md has the curve of each policy. Counts are refuted later than the
 * rest: detectors see too few far oftener than too many, and a true number above what was seen looks just like a wrong one. Positions
 * are refuted sooner: where both things are there, boxes say their sides well, and their probabilities err to the careful side.
 */
const LINES: Readonly<Record<PolicyName, Readonly<Record<ClaimKind, Policy>>>> = {
  cautious: {
    existence: { support: 0.85, refute: 0.05 },
    count: { support: 0.8, refute: 0.02 },
    attribute: { support: 0.85, refute: 0.05 },
    relation: { support: 0.85, refute: 0.05 },
    text: { support: 0.85, refute: 0.05 },
    other: { support: 0.9, refute: 0 },
  },
  balanced: {
    existence: { support: 0.75, refute: 0.15 },
    count: { support: 0.55, refute: 0.09 },
    attribute: { support: 0.75, refute: 0.1 },
    relation: { support: 0.75, refute: 0.15 },
    text: { support: 0.75, refute: 0.12 },
    other: { support: 0.85, refute: 0 },
  },
  strict: {
    existence: { support: 0.65, refute: 0.25 },
    count: { support: 0.5, refute: 0.12 },
    attribute: { support: 0.65, refute: 0.2 },
    relation: { support: 0.68, refute: 0.2 },
    text: { support: 0.65, refute: 0.25 },
    other: { support: 0.75, refute: 0 },
  },
};

/** A hedged claim ("possibly a dog") is half withdrawn already: it is refuted only where a plain one would be at half the line. */
const HEDGED_SHARE = 0.5;

/** The lines for a kind of claim. */
export function linesFor(policy: PolicyName, kind: ClaimKind, { hedged }: Pick<Claim, "hedged">): Policy {
  const { support, refute } = LINES[policy][kind];
  return { support, refute: hedged ? refute * HEDGED_SHARE : refute };
}
