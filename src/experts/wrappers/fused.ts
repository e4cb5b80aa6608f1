/**
 * Several detectors as one: where they agree it is surer than any of them, where they do not it is less sure.
 *
 * Their probabilities are put together as log-odds, a mean in which the detector that is named first counts `lead` times as much as another,
 * stretched by SHARPENING: detectors that were trained on the same photographs err together, so their log-odds are not simply added, but they
 * do not err together always, so the mean alone is too faint. Name the better detector first.
 * A detector that fails leaves its word to the others, and what they say names it; only where nothing is left to say, the fused one fails.
 */
import { type DetectedBox, overlap } from "../../domain/box.js";
import type { Target } from "../../domain/check.js";
import { YaffleError } from "../../domain/error.js";
import type { Unheard } from "../../domain/evidence.js";
import type { Detection, Detector } from "../../domain/ports.js";
import type { ExpertFacts } from "../../domain/report.js";
import { failingOf } from "../call.js";

/** How it was chosen, and on what, stands in docs/accuracy.md. */
const SHARPENING = 1.25;
/** Boxes of two detectors that overlap at least this much are one thing. */
const SAME_THING = 0.5;
/** What a detector that has no such box thinks of it. */
const UNSEEN = 0.1;
/** Boxes less likely than this are left out, as the port says. */
const LEAST_PROBABILITY = 0.02;
/** Probabilities are held off 0 and 1 by this much: a detector may not overrule all others. */
const EDGE = 1e-4;

/**
 * Closes the given detectors.
 * @param detectors two or more, the one that is right most often first
 * @param lead how many times the first one's word counts beside another's
 */
export function fused(detectors: readonly Detector[], lead: number): Detector {
  return {
    facts: factsOf(detectors),
    vocabulary: vocabularyOf(detectors),
    detect: async (picture, request, signal) => {
      signal?.throwIfAborted();
      const outcomes = await Promise.allSettled(detectors.map((detector) => detector.detect(picture, request, signal)));
      signal?.throwIfAborted();
      const answers = outcomes.flatMap((outcome, place) =>
        outcome.status === "fulfilled" ? [{ weight: place === 0 ? lead : 1, said: answersOf(request.targets, outcome.value) }] : [],
      );
      const unheard = detectors.flatMap(({ facts }, place) => unheardOf(facts.id, outcomes[place]));
      const detections = request.targets.flatMap((_, index) => {
        const words = answers.flatMap(({ weight, said }) => {
          const detection = said[index] ?? null;
          return detection === null ? [] : [{ weight, detection }];
        });
        return words.length === 0 ? [] : [unheard.length === 0 ? together(words) : { ...together(words), unheard }];
      });
      if (detections.length === 0) refuseForWant(outcomes);
      return detections;
    },
    close: async () => {
      const closings = await Promise.allSettled(detectors.map((detector) => detector.close()));
      const failure = closings.find((closing) => closing.status === "rejected");
      if (failure !== undefined) throw new YaffleError("internal", "A detector could not be closed.", { cause: failure.reason });
    },
  };
}

/** Nobody was left to say anything: each says why, once. @throws the only reason, or one of all */
function refuseForWant(outcomes: readonly PromiseSettledResult<unknown>[]): void {
  const reasons: unknown[] = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
  const [first, ...others] = reasons;
  if (first === undefined) return;
  if (others.length === 0) throw first;
  const messages = new Set(reasons.map((reason) => failingOf(reason).message));
  throw new YaffleError("expert_unavailable", [...messages].join(" "), { cause: first });
}

function unheardOf(expert: string, outcome: PromiseSettledResult<unknown> | undefined): readonly Unheard[] {
  return outcome?.status === "rejected" ? [{ expert, ...failingOf(outcome.reason) }] : [];
}

/** One for all; the report names it by its parts. */
function factsOf(detectors: readonly Detector[]): ExpertFacts {
  const facts = detectors.map((detector) => detector.facts);
  const distinct = (values: readonly string[]): string => [...new Set(values)].join("+");
  return { id: facts.map(({ id }) => id).join("+"), role: "detector", sha256: null, device: distinct(facts.map(({ device }) => device)) };
}

function vocabularyOf(detectors: readonly Detector[]): Detector["vocabulary"] {
  const vocabularies = detectors.map(({ vocabulary }) => vocabulary);
  return vocabularies.some((vocabulary) => vocabulary === "open")
    ? "open"
    : [...new Set(vocabularies.flatMap((vocabulary) => (vocabulary === "open" ? [] : vocabulary)))];
}

/** The detections by place of their target: those outside a vocabulary are left out of the answer, the others keep their order. */
function answersOf(targets: readonly Target[], detections: readonly Detection[]): readonly (Detection | null)[] {
  let next = 0;
  return targets.map(({ category }) => {
    const detection = detections[next];
    if (detection?.category !== category) return null;
    next += 1;
    return detection;
  });
}

/** The box of each detector that sees it. */
type Thing = Map<Detection, DetectedBox>;

interface Word {
  readonly weight: number;
  readonly detection: Detection;
}

function together(words: readonly Word[]): Detection {
  const [first, ...others] = words;
  if (first === undefined) throw new RangeError("nothing was said");
  if (others.length === 0) return first.detection;
  return {
    category: first.detection.category,
    presence: agreed(words, ({ presence }) => presence),
    boxes: matched(words),
  };
}

function matched(words: readonly Word[]): readonly DetectedBox[] {
  const things: Thing[] = [];
  for (const { detection } of words) {
    // Two boxes of one detector are never the same thing.
    const free = new Set(things);
    for (const box of detection.boxes) {
      const same = bestOf(free, box);
      if (same === null) things.push(new Map([[detection, box]]));
      else {
        same.set(detection, box);
        free.delete(same);
      }
    }
  }
  return things
    .map((thing) => ({
      ...placeOf([...thing.values()]),
      probability: agreed(words, (detection) => thing.get(detection)?.probability ?? UNSEEN),
    }))
    .filter(({ probability }) => probability >= LEAST_PROBABILITY)
    .sort((a, b) => b.probability - a.probability);
}

function bestOf(things: ReadonlySet<Thing>, box: DetectedBox): Thing | null {
  let best: Thing | null = null;
  let most = SAME_THING;
  for (const thing of things) {
    const shared = Math.max(...[...thing.values()].map((other) => overlap(other, box)));
    if (shared >= most) {
      best = thing;
      most = shared;
    }
  }
  return best;
}

/** Each side at the mean of the boxes, the surer ones counting more. */
function placeOf(boxes: readonly DetectedBox[]): Omit<DetectedBox, "probability"> {
  const weight = boxes.reduce((sum, { probability }) => sum + probability, 0);
  const mean = (side: (box: DetectedBox) => number): number =>
    boxes.reduce((sum, box) => sum + side(box) * (weight > 0 ? box.probability / weight : 1 / boxes.length), 0);
  return { x1: mean(({ x1 }) => x1), y1: mean(({ y1 }) => y1), x2: mean(({ x2 }) => x2), y2: mean(({ y2 }) => y2) };
}

function agreed(words: readonly Word[], probabilityOf: (detection: Detection) => number): number {
  let sum = 0;
  let weights = 0;
  for (const { weight, detection } of words) {
    const held = Math.min(1 - EDGE, Math.max(EDGE, probabilityOf(detection)));
    sum += weight * Math.log(held / (1 - held));
    weights += weight;
  }
  return 1 / (1 + Math.exp((-SHARPENING * sum) / weights));
}
