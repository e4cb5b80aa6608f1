/** Why a number is borne out, refuted or left open, in one sentence that agrees with the verdict. */

import type { Quantity } from "../domain/claim.js";
import type { DetectionEvidence } from "../domain/evidence.js";
import { capitalized } from "../language/grammar/casing.js";
import { numberInWords } from "../language/grammar/numbers.js";
import type { Kind } from "./phrase.js";
import { allows } from "./quantity.js";
import { found, score, several, unchecked, uncounted, WORTH_NAMING } from "./wording.js";

/** What the verdict says of the number. */
export type Standing = "right" | "wrong" | "open";

/** Of so many that none can be counted. @param isClaimed that they are so many is what is claimed */
export function crowdReason(detection: DetectionEvidence, isClaimed: boolean): string {
  return `${found(detection)}${isClaimed ? "; of so many small ones it would miss most" : ", and so many cannot be counted reliably"}.`;
}

/** Whether more are found than the number. */
export function isNumberOfMore({ boxes }: DetectionEvidence, { relation, value }: Quantity): boolean {
  return relation === "exactly" && boxes.filter(({ probability }) => probability >= WORTH_NAMING).length > value;
}

/** Of more than the number that what is said is true of. */
export function someReason(detection: DetectionEvidence): string {
  return `${found(detection)}; of how many of them it is said, is not checked.`;
}

/**
 * Of what can be counted.
 * @param kind what the number is of, where that is narrower than what was found
 */
export function countReason(detection: DetectionEvidence, count: Quantity, standing: Standing, kind: Kind | null = null): string {
  const likely = detection.boxes.filter(({ probability }) => probability >= WORTH_NAMING);
  const seen = found(detection);
  const note = kind === null || likely.length === 0 || standing === "wrong" ? "" : `; ${unchecked(kind)}`;
  if (likely.length === 0 || allows(count, likely.length)) {
    return standing === "wrong" && likely.length > 0 ? `${seen}, but most likely there is another number of them.` : `${seen}${note}.`;
  }
  const said = inWords(count);
  if (standing === "wrong") return `${seen}, not ${said}.`;
  if (standing === "open" && kind !== null && likely.length > count.value) {
    return likely.length === 1 ? `${seen}${note}.` : `${seen}; ${uncounted(kind)}.`;
  }
  if (standing === "open") return `${seen}; it may have missed or doubled some, so ${said} stays open.`;
  if (likely.length < count.value) return `${seen}, and more are likely${note}.`;
  const sure = detection.boxes.slice(0, count.value).map(({ probability }) => score(probability));
  const counted = `${numberInWords(count.value)} of the ${several(likely.length, detection.category)} found`;
  return `${capitalized(counted)} ${count.value === 1 ? "is" : "are"} sure (${sure.join(", ")})${note}.`;
}

function inWords({ relation, value }: Quantity): string {
  const number = numberInWords(value);
  return relation === "exactly" ? number : `${relation.replace("_", " ")} ${number}`;
}
