/** The report as the message of correction.proto: the wire's report, with evidence as a oneof that is named by its type. */
import type { WireEvidence } from "../../wire/evidence-schema.js";
import type { WireReport } from "../../wire/report-schema.js";

export function reportMessage(report: WireReport): object {
  return { ...report, claims: report.claims.map((claim) => ({ ...claim, evidence: claim.evidence.map(evidenceMessage) })) };
}

function evidenceMessage({ type, expert, image, ...own }: WireEvidence): object {
  return { expert, image, [type]: own };
}
