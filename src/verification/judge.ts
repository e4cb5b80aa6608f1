/** What the evidence says of a claim, whatever its kind, on however many pictures. */
import type { Claim } from "../domain/claim.js";
import type { Evidence } from "../domain/evidence.js";
import type { Judgement, PolicyName } from "../domain/judgement.js";
import * as attribute from "./attribute.js";
import * as count from "./count.js";
import * as existence from "./existence.js";
import { overPictures } from "./images.js";
import * as other from "./other.js";
import * as relation from "./relation.js";
import * as text from "./text.js";

/**
 * Judges a claim. Evidence that is missing or a failure never refutes.
 * @param evidence that of all the claim's checks on all pictures; each picture has some, if only a failure
 */
export function judge(claim: Claim, evidence: readonly Evidence[], policy: PolicyName): Judgement {
  const pictures = [...new Set(evidence.map(({ image }) => image))].sort((a, b) => a - b);
  const [first, ...others] = pictures.map((picture) =>
    judgePicture(
      claim,
      evidence.filter(({ image }) => image === picture),
      policy,
    ),
  );
  return first === undefined ? judgePicture(claim, [], policy) : overPictures([first, ...others]);
}

function judgePicture(claim: Claim, evidence: readonly Evidence[], policy: PolicyName): Judgement {
  switch (claim.kind) {
    case "existence":
      return existence.judge(claim, evidence, policy);
    case "count":
      return count.judge(claim, evidence, policy);
    case "attribute":
      return attribute.judge(claim, evidence, policy);
    case "relation":
      return relation.judge(claim, evidence, policy);
    case "text":
      return text.judge(claim, evidence, policy);
    case "other":
      return other.judge(claim, evidence, policy);
    default:
      return claim satisfies never;
  }
}
