/**
 * From checks to evidence: each expert is called as seldom as the checks allow.
 *
 * A detector run costs tens of milliseconds and answers for every target at once, so each picture gets one, for all that any check
 * names; colors and positions are then measured on the boxes it gave. A check that no expert could answer has a failure as its
 * evidence, which says why and never speaks against a claim.
 */
import { type Check, checkKey, type Target } from "../domain/check.js";
import type { DetectionEvidence, Evidence } from "../domain/evidence.js";
import type { Picture } from "../domain/picture.js";
import type { Answerer, ColorMeter, Detector, Scorer, TextReader } from "../domain/ports.js";
import type { Patience } from "./call.js";
import { measureColors } from "./gather-color.js";
import { compareWords } from "./gather-comparison.js";
import { detectAll, type Sighting, type Sightings } from "./gather-detection.js";
import { comparePositions } from "./gather-geometry.js";
import { askQuestion, readText } from "./gather-words.js";
import type { View } from "./view.js";

export interface Experts {
  readonly detector: Detector;
  readonly color: ColorMeter | null;
  readonly textReader: TextReader | null;
  readonly answerer: Answerer | null;
  /** Adds to what the others say of attributes; none where it is left out. */
  readonly scorer?: Scorer | null;
}

/** By `checkKey`: what was seen on all pictures, failures included. Every check asked has an entry. */
export type EvidenceBook = ReadonlyMap<string, readonly Evidence[]>;

export interface GatherOptions {
  /** As `DetectRequest.effort`. */
  readonly effort: "glance" | "thorough";
  readonly signal?: AbortSignal;
  /** For one call of one expert; after it the expert counts as failed. */
  readonly expertTimeoutMs?: number;
}

/** A model on a slow machine may need seconds; one that needs half a minute hangs. */
const EXPERT_TIMEOUT_MS = 30_000;

/**
 * Has the experts look at every picture.
 * @throws the signal's reason where it aborts, and nothing else
 */
export async function gather(
  checks: readonly Check[],
  pictures: readonly Picture[],
  experts: Experts,
  { effort, signal, expertTimeoutMs = EXPERT_TIMEOUT_MS }: GatherOptions,
): Promise<EvidenceBook> {
  const distinct = new Map(checks.map((check) => [checkKey(check), check]));
  const patience: Patience = { timeoutMs: expertTimeoutMs, signal: signal ?? new AbortController().signal };
  const books = await Promise.all(
    pictures.map((picture, image) => lookAt({ picture, image, patience }, [...distinct.values()], experts, effort)),
  );
  return new Map([...distinct.keys()].map((key) => [key, books.flatMap((book) => book.get(key) ?? [])]));
}

async function lookAt(view: View, checks: readonly Check[], experts: Experts, effort: "glance" | "thorough"): Promise<EvidenceBook> {
  const wantsText = checks.some(({ type }) => type === "read");
  const [sightings, lines] = await Promise.all([
    detectAll(view, targetsOf(checks), experts.detector, effort),
    wantsText ? readText(view, experts.textReader) : [],
  ]);
  const asked = new Set(checks.map(checkKey));
  const answer = async (check: Check): Promise<readonly Evidence[]> => {
    switch (check.type) {
      case "detect":
        return [sightingOf(sightings, check.target)];
      case "color":
        return onSightings([check.target], sightings, asked, ([object]) => measureColors(view, object, experts.color));
      case "geometry":
        return onSightings([check.subject, ...check.targets], sightings, asked, ([subject, ...targets]) =>
          comparePositions(view, check.predicate, subject, targets),
        );
      case "read":
        return lines;
      case "ask":
        return askQuestion(view, check.question, check.about === null ? null : sightingOf(sightings, check.about), experts.answerer);
      case "compare":
        return onSightings([check.about], sightings, asked, ([object]) => compareWords(view, check, object, experts.scorer ?? null));
      default:
        return check satisfies never;
    }
  };
  return new Map(await Promise.all(checks.map(async (check) => [checkKey(check), await answer(check)] as const)));
}

type Measured = readonly Evidence[] | Promise<readonly Evidence[]>;

/** Measures on what was detected. Where a detection failed, that failure is the evidence, unless a check for the detection itself tells it. */
function onSightings(
  [first, ...others]: readonly [Target, ...Target[]],
  sightings: Sightings,
  asked: ReadonlySet<string>,
  measure: (seen: readonly [DetectionEvidence, ...DetectionEvidence[]]) => Measured,
): Measured {
  const untold = [first, ...others].filter((target) => !asked.has(checkKey({ type: "detect", target })));
  const subject = sightingOf(sightings, first);
  const rest = others.map((target) => sightingOf(sightings, target));
  const seen = rest.filter((sighting) => sighting.type === "detection");
  if (subject.type === "failure" || seen.length < rest.length) {
    return untold.map((target) => sightingOf(sightings, target)).filter(({ type }) => type === "failure");
  }
  return measure([subject, ...seen]);
}

function sightingOf(sightings: Sightings, target: Target): Sighting {
  const sighting = sightings.get(target.category);
  if (sighting === undefined) throw new RangeError(`no look was taken for "${target.category}"`);
  return sighting;
}

function targetsOf(checks: readonly Check[]): readonly Target[] {
  const named = checks.flatMap((check): readonly Target[] => {
    switch (check.type) {
      case "detect":
      case "color":
        return [check.target];
      case "geometry":
        return [check.subject, ...check.targets];
      case "ask":
        return check.about === null ? [] : [check.about];
      case "compare":
        return [check.about];
      case "read":
        return [];
      default:
        return check satisfies never;
    }
  });
  return [...new Map(named.map((target) => [target.category, target])).values()];
}
