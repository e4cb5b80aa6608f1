/** What experts must establish for a claim, whatever its kind. */
import type { Check } from "../domain/check.js";
import type { Claim } from "../domain/claim.js";
import * as attribute from "./attribute.js";
import * as count from "./count.js";
import * as existence from "./existence.js";
import * as other from "./other.js";
import * as relation from "./relation.js";
import * as text from "./text.js";

/** The checks of a claim. Equal checks of different claims are to be run once (`checkKey`). */
export function checksOf(claim: Claim): readonly Check[] {
  switch (claim.kind) {
    case "existence":
      return existence.checks(claim);
    case "count":
      return count.checks(claim);
    case "attribute":
      return attribute.checks(claim);
    case "relation":
      return relation.checks(claim);
    case "text":
      return text.checks(claim);
    case "other":
      return other.checks(claim);
    default:
      return claim satisfies never;
  }
}
