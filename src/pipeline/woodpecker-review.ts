/**
 * The gates that a language model's correction must pass. It may mend what is refuted and nothing else: no claim more than the response had,
 * but for one that takes the place of a refuted claim and is seen to be true; no refuted claim kept; no true one lost; no words from nowhere.
 */
import { foreignWords } from "../correction/llm/foreign-words.js";
import { CLAIM_KINDS, type Claim } from "../domain/claim.js";
import type { Correction } from "../domain/correction.js";
import type { JudgedClaim } from "../domain/judgement.js";
import { extract } from "../extraction/extract.js";
import { type Examination, examine, type Scene } from "./examine.js";
import type { Mended } from "./mend.js";
import { readClaims, type Wording } from "./read-claims.js";

/**
 * @param facts what the model was told: their words are no foreign ones
 * @returns the correction with its claims judged, or why it is refused
 */
export async function review(
  original: string,
  correction: Correction,
  facts: readonly string[],
  wording: Wording,
  scene: Scene,
  examination: Examination,
): Promise<Mended | string> {
  const { edits, corrected } = correction;
  if (edits.length === 0) return "Its text mends nothing.";
  if (!/[\p{L}\p{N}]/u.test(corrected)) return "Its text is empty.";
  if (foreignWords(edits, original, facts).length > 0) return "Its text was refused: it brings words that nobody saw or said.";
  // The rules compare, whoever read the claims: they read both texts alike.
  const everything = { prompt: wording.prompt, kinds: CLAIM_KINDS };
  const before = extract(original, everything).claims;
  const after = await examine(extract(corrected, everything).claims, scene, examination);
  const known = new Set(before.map(keyOf));
  const refuted = examination.judged.filter(({ judgement }) => judgement.verdict === "refuted").map(({ claim }) => claim);
  const added = after.judged.filter(({ claim }) => claim.kind !== "other" && !known.has(keyOf(claim)));
  if (!added.every((one) => one.judgement.verdict === "supported" && refuted.some((claim) => replaces(one.claim, claim)))) {
    return "Its text was refused: it adds a claim.";
  }
  if (countOther(after.judged.map(({ claim }) => claim)) > countOther(before)) return "Its text was refused: it adds a claim.";
  const kept = new Set(after.judged.map(({ claim }) => keyOf(claim)));
  if (losesTruth(before, kept, examination.judged, refuted)) return "Its text was refused: it loses what is true.";
  const { claims } = await readClaims(corrected, wording, scene);
  const { judged } = await examine(claims, scene, after);
  if (judged.some(({ judgement }) => judgement.verdict === "refuted")) return "Its text was refused: it keeps a refuted claim.";
  return { ...correction, rejudged: judged };
}

/** Equal for claims that say the same, wherever they stand. */
function keyOf(claim: Claim): string {
  const said = [claim.kind, claim.negated, claim.object?.category ?? ""];
  switch (claim.kind) {
    case "existence":
    case "other":
      break;
    case "count":
      said.push(claim.count.relation, String(claim.count.value));
      break;
    case "attribute":
      said.push(claim.attribute.type, claim.attribute.value);
      break;
    case "relation":
      said.push(claim.relation.predicate, targetsOf(claim));
      break;
    case "text":
      said.push(claim.quote);
      break;
    default:
      claim satisfies never;
  }
  return said.join("|");
}

/** Whether a claim says of the same thing what the refuted claim said wrongly. */
function replaces(claim: Claim, refuted: Claim): boolean {
  if (claim.object?.category !== refuted.object?.category) return false;
  if (claim.negated && claim.kind === "existence") return refuted.kind === "existence" || refuted.kind === "count";
  if (claim.kind === "attribute" && refuted.kind === "attribute") return claim.attribute.type === refuted.attribute.type;
  if (claim.kind === "relation" && refuted.kind === "relation") return targetsOf(claim) === targetsOf(refuted);
  return claim.kind === refuted.kind && (claim.kind === "count" || claim.kind === "text");
}

/** Claims about a thing that is not there go with it; all others that hold must stay. */
function losesTruth(
  before: readonly Claim[],
  kept: ReadonlySet<string>,
  judged: readonly JudgedClaim[],
  refuted: readonly Claim[],
): boolean {
  const absent = new Set(refuted.flatMap((claim) => (claim.kind === "existence" && !claim.negated ? [claim.object.category] : [])));
  const supported = new Set(judged.filter(({ judgement }) => judgement.verdict === "supported").map(({ claim }) => keyOf(claim)));
  return before.some(
    (claim) => supported.has(keyOf(claim)) && !kept.has(keyOf(claim)) && !categoriesOf(claim).some((name) => absent.has(name)),
  );
}

function categoriesOf(claim: Claim): readonly string[] {
  const targets = claim.kind === "relation" ? claim.relation.targets : [];
  return [claim.object, ...targets].flatMap((mention) => mention?.category ?? []);
}

function targetsOf(claim: Extract<Claim, { kind: "relation" }>): string {
  return claim.relation.targets.map(({ category }) => category).join(">");
}

function countOther(claims: readonly Claim[]): number {
  return claims.filter(({ kind }) => kind === "other").length;
}
