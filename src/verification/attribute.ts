/**
 * Attribute claims: "the bus is red", "a wooden table", "a standing dog".
 *
 * Color is measured; material, size, state and action need a model that answers questions. All of them fall with their object: where there
 * is no dog, no dog stands. People's colors are those of their clothes or of their skin, which a box does not tell apart: left open.
 */
import type { Check } from "../domain/check.js";
import type { AttributeClaim } from "../domain/claim.js";
import type { ColorEvidence, Evidence } from "../domain/evidence.js";
import type { Judgement, Policy, PolicyName, Remedy } from "../domain/judgement.js";
import { type BasicColor, basicColorOf, colorsIn } from "../language/vocabulary/colors.js";
import { basicColors, chanceOfColors, dominantColor, excludes, fills, isWithoutHue } from "./color-share.js";
import { type Compared, compare, compared } from "./comparison.js";
import { isNarrow, numberMeant } from "./phrase.js";
import { linesFor } from "./policy.js";
import { answered, ask } from "./question.js";
import { absent, detectionOf, isOpenGroup, targetFor, unseen } from "./sight.js";
import { decide, leftOpen } from "./verdict.js";
import { score } from "./wording.js";

/** Lit, see-through or showing pictures: their named color may be a small part of them, so that little of it refutes nothing. */
const CHANGEABLE: ReadonlySet<string> = new Set([
  "traffic light",
  "tv",
  "laptop",
  "cell phone",
  "wine glass",
  "cup",
  "bottle",
  "vase",
  "clock",
  "bowl",
]);

/** From this chance on the reason shows the instance that has the color, else the surest one. */
const BORNE_OUT = 0.5;

export function checks(claim: AttributeClaim): readonly Check[] {
  const target = targetFor(claim.object);
  const comparison = compare(claim);
  const compares: readonly Check[] = comparison === null ? [] : [comparison];
  if (claim.attribute.type === "color") return [{ type: "detect", target }, { type: "color", target }, ...compares];
  // A crop has lost what tells large from small.
  return [{ type: "detect", target }, ask(claim, claim.attribute.type === "size" ? null : claim.object), ...compares];
}

/** @param evidence of one picture */
export function judge(claim: AttributeClaim, evidence: readonly Evidence[], policy: PolicyName): Judgement {
  const { object, attribute } = claim;
  const nothing = absent(claim, [object], evidence, policy);
  if (nothing !== null) return nothing;
  const comparison = compared(claim, evidence);
  if (attribute.type === "color") return besides(claim, judgeColor(claim, evidence, policy), comparison, evidence, policy);
  const answer = answered(claim, evidence);
  if (answer !== null) {
    const reason = `Asked about it, the model answered "${answer.answer}".`;
    const judged = decide(
      claim,
      { ...answer, canAffirm: mayAffirm(claim), canDeny: true, reason, remedy: null },
      linesFor(policy, "attribute", claim),
    );
    return besides(claim, judged, comparison, evidence, policy);
  }
  if (comparison !== null) return byComparison(claim, comparison, policy);
  if (detectionOf(evidence, object) === null) return unseen(evidence, object);
  return leftOpen("expert_unavailable", `No expert at hand tells whether the ${object.category} is ${attribute.value}.`);
}

/**
 * What another expert said, with the comparison beside it: where that is open the comparison may decide, and where the two contradict each
 * other neither does. Colors of a toned picture mean nothing, whoever looks.
 */
function besides(
  claim: AttributeClaim,
  judged: Judgement,
  comparison: Compared | null,
  evidence: readonly Evidence[],
  policy: PolicyName,
): Judgement {
  if (comparison === null || evidence.some((item) => item.type === "color" && item.colors.length === 0)) return judged;
  const other = byComparison(claim, comparison, policy);
  if (judged.verdict === "unverifiable") return other.verdict === "unverifiable" ? judged : other;
  if (other.verdict === "unverifiable" || other.verdict === judged.verdict) return judged;
  return { ...leftOpen("conflicting", `${judged.reason} ${comparison.reason}`), probability: judged.probability };
}

function byComparison(claim: AttributeClaim, comparison: Compared, policy: PolicyName): Judgement {
  return decide(
    claim,
    { ...comparison, canAffirm: mayAffirm(claim), canDeny: !isOpenGroup(claim.object), remedy: null },
    linesFor(policy, "attribute", claim),
  );
}

function judgeColor(claim: AttributeClaim, evidence: readonly Evidence[], policy: PolicyName): Judgement {
  const { object, attribute } = claim;
  const named = basicColors(attribute.value);
  if (named.length === 0) return leftOpen("not_confident", `"${attribute.value}" is no color that can be measured.`);
  const detection = detectionOf(evidence, object);
  if (detection === null) return unseen(evidence, object);
  if (object.category === "person") return leftOpen("not_confident", "A box does not tell a person's color from that of the clothes.");
  const measured = evidence
    .filter((item) => item.type === "color" && item.category === object.category)
    .filter((item) => item.type === "color");
  const [surest] = measured;
  if (surest === undefined) return noMeasurement(claim, evidence);
  if (measured.every(({ colors }) => colors.length === 0)) {
    return leftOpen("not_confident", "The picture is toned or gray, so its colors tell nothing.");
  }
  const lines = linesOfColor(claim, measured, named, policy);
  const beside = allColors(claim, named);
  const wanted = Math.min(numberMeant(object), measured.length);
  const { chance, shown } = decisive(measured, named, beside, wanted);
  const possible = measured.filter(({ colors }) => !excludes(colors, beside)).length;
  const isClearlyThere = detection.presence >= linesFor(policy, "existence", claim).support;
  return decide(
    claim,
    {
      probability: Math.min(detection.presence, chance),
      canAffirm: mayAffirm(claim),
      canDeny: isClearlyThere && possible < wanted && !isOpenGroup(object) && !CHANGEABLE.has(object.category),
      reason: colorReason(chance >= BORNE_OUT ? shown : surest),
      remedy: beside.length > named.length ? null : remedyFor(measured),
    },
    lines,
  );
}

/**
 * The instance that the claim hangs on: of two red cars the second reddest. Chances of several are not put together: each holds a doubt about
 * colors as such (light, shadow, what people call red), and eight cars of which none looks brown do not make a brown one likely.
 */
function decisive(
  measured: readonly ColorEvidence[],
  named: readonly BasicColor[],
  beside: readonly BasicColor[],
  wanted: number,
): { readonly chance: number; readonly shown: ColorEvidence } {
  const chances = measured
    .map((shown) => ({ chance: shown.region.probability * chanceOfColors(shown.colors, named, beside), shown }))
    .toSorted((one, other) => other.chance - one.chance);
  const last = chances[wanted - 1];
  if (last === undefined) throw new RangeError("fewer instances were measured than are wanted");
  return last;
}

/** What a dog is like does not show that "the poodle is not black" is false: another may be meant. */
function mayAffirm({ negated, object, attribute }: AttributeClaim): boolean {
  // "An open door is not …" is of any door where the claim denies that it is open.
  const phrase = object.phrase.replace(attribute.value, "");
  return !(negated && isNarrow({ ...object, phrase }));
}

/**
 * "The umbrella isn't green" of one that is green from edge to edge: no doubt is left but whether the box holds an umbrella, so that the
 * denial falls where a denial of the umbrella would.
 */
function linesOfColor(claim: AttributeClaim, measured: readonly ColorEvidence[], named: readonly BasicColor[], policy: PolicyName): Policy {
  const lines = linesFor(policy, "attribute", claim);
  if (!claim.negated || !measured.every(({ colors }) => fills(colors, named))) return lines;
  return { ...lines, refute: Math.max(lines.refute, linesFor(policy, "existence", claim).refute) };
}

/** The claim's colors with the others that its noun bears or its predicate names: "black and white" of "a black and white dog" for either. */
function allColors({ object, attribute }: AttributeClaim, named: readonly BasicColor[]): readonly BasicColor[] {
  const words = [...object.phrase.toLowerCase().split(/[\s,&/]+/), ...(attribute.beside ?? [])];
  const borne = words.flatMap((word) => colorsIn(word).map(basicColorOf)).filter((color) => color !== null);
  return named.every((color) => borne.includes(color)) ? [...new Set(borne)] : named;
}

function noMeasurement({ object }: AttributeClaim, evidence: readonly Evidence[]): Judgement {
  const hasFailed = evidence.some(({ type }) => type === "failure");
  if (hasFailed) return leftOpen("expert_unavailable", "No expert could measure colors.");
  return leftOpen("not_confident", `The detector is not sure enough of any ${object.category} to measure its color.`);
}

/**
 * The true color, where every measured instance has the same clear one. Gray without any hue beside it is that of a photograph in black and
 * white, of which a single thing may be in color: what color it has is not known then.
 */
function remedyFor(measured: readonly ColorEvidence[]): Remedy | null {
  const [value, ...others] = new Set(measured.map(({ colors }) => dominantColor(colors)));
  if (value === undefined || value === null || others.length > 0) return null;
  return value === "gray" && measured.every(({ colors }) => isWithoutHue(colors)) ? null : { type: "color", value };
}

function colorReason({ category, region, colors }: ColorEvidence): string {
  const shares = colors.slice(0, 3).map(({ name, share }) => `${name} ${Math.round(share * 100)}%`);
  return `The ${category} found (${score(region.probability)}) measures ${shares.join(", ")}.`;
}
