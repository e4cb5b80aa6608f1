/**
 * From claims to judgements: merge the checks, let the experts look, judge, and look again where a verdict hangs on it.
 *
 * A glance is one detector run a picture. A second look costs several, so it is spent only on the targets of claims that a glance
 * would refute, or that it leaves open though an expert saw something: what a glance supports stays as it is, but for a number of which it
 * is not sure.
 */
import { type Check, checkKey } from "../domain/check.js";
import type { Claim } from "../domain/claim.js";
import type { Evidence } from "../domain/evidence.js";
import type { JudgedClaim, PolicyName } from "../domain/judgement.js";
import type { Picture } from "../domain/picture.js";
import type { ClaimReader } from "../domain/ports.js";
import type { EvidenceBook, Experts } from "../experts/gather.js";
import { gather } from "../experts/gather.js";
import { checksOf } from "../verification/checks.js";
import { judge } from "../verification/judge.js";
import { withoutOneForTwo } from "../verification/one-for-two.js";
import { withoutOneLineForTwo } from "../verification/one-line-for-two.js";
import { isUnsureNumber, withoutSecondNumber } from "../verification/second-number.js";
import { type Bounds, patienceFor } from "./patience.js";

/** What a request's claims are judged on; kept so that the corrected text is judged on the same looks. */
export interface Scene extends Bounds {
  readonly pictures: readonly Picture[];
  readonly experts: Experts;
  /** Reads the claims; the rules do where there is none. */
  readonly reader?: ClaimReader | null;
  readonly policy: PolicyName;
}

export interface Examination {
  readonly judged: readonly JudgedClaim[];
  /** All that was seen so far: give it to the next examination of the same scene. */
  readonly book: EvidenceBook;
  /** Keys of the checks that had their second look. */
  readonly lookedTwice: ReadonlySet<string>;
}

export const NOTHING_SEEN: Examination = { judged: [], book: new Map(), lookedTwice: new Set() };

/**
 * Judges claims about a scene, reusing what was seen before.
 * @throws the signal's reason where it aborts
 */
export async function examine(claims: readonly Claim[], scene: Scene, before: Examination = NOTHING_SEEN): Promise<Examination> {
  const wanted = claims.flatMap(checksOf).filter((check) => !before.book.has(checkKey(check)));
  const glance = merge(before.book, await look(wanted, scene, "glance"));
  const first = claims.map((claim) => judgeOn(claim, glance, scene.policy));
  const doubtful = first.filter(hangsOnALook).flatMap(({ claim }) => checksOf(claim));
  const again = distinct(doubtful).filter((check) => isSeen(check) && !before.lookedTwice.has(checkKey(check)));
  if (again.length === 0) return { judged: together(first), book: glance, lookedTwice: before.lookedTwice };
  const book = merge(glance, await look(again, scene, "thorough"));
  const lookedTwice = new Set([...before.lookedTwice, ...again.map(checkKey)]);
  const looked = new Set(again.map(checkKey));
  // What was not looked at again is judged already.
  const judged = first.map((each) =>
    checksOf(each.claim).some((check) => looked.has(checkKey(check)))
      ? withoutSecondNumber(judgeOn(each.claim, book, scene.policy), each, scene.policy)
      : each,
  );
  return { judged: together(judged), book, lookedTwice };
}

/** What the claims of one text say of each other's evidence. */
function together(judged: readonly JudgedClaim[]): readonly JudgedClaim[] {
  return withoutOneLineForTwo(withoutOneForTwo(judged));
}

/** Has the experts look for checks that nobody looked for yet. @throws the signal's reason where it aborts */
export async function look(checks: readonly Check[], scene: Scene, effort: "glance" | "thorough"): Promise<EvidenceBook> {
  if (checks.length === 0) return new Map();
  const { timeoutMs, signal } = patienceFor("look", scene);
  return gather(distinct(checks), scene.pictures, scene.experts, { effort, signal, expertTimeoutMs: timeoutMs });
}

function judgeOn(claim: Claim, book: EvidenceBook, policy: PolicyName): JudgedClaim {
  const evidence = checksOf(claim).flatMap((check): readonly Evidence[] => book.get(checkKey(check)) ?? []);
  return { claim, judgement: judge(claim, evidence, policy), evidence };
}

/** What is open for these reasons stays so however closely the detector looks. */
const WANTS_OTHER_EYES: ReadonlySet<JudgedClaim["judgement"]["because"]> = new Set([
  "outside_vocabulary",
  "expert_unavailable",
  "not_visual",
]);

function hangsOnALook(judged: JudgedClaim): boolean {
  const { judgement, evidence } = judged;
  if (isUnsureNumber(judged)) return true;
  if (judgement.verdict === "supported" || WANTS_OTHER_EYES.has(judgement.because)) return false;
  return evidence.some(({ type }) => type === "detection" || type === "geometry");
}

/** A better look at the picture can only change what the detector saw. */
function isSeen(check: Check): boolean {
  return check.type === "detect" || check.type === "color" || check.type === "geometry" || check.type === "compare";
}

function distinct(checks: readonly Check[]): readonly Check[] {
  return [...new Map(checks.map((check) => [checkKey(check), check])).values()];
}

function merge(older: EvidenceBook, newer: EvidenceBook): EvidenceBook {
  return newer.size === 0 ? older : new Map([...older, ...newer]);
}
