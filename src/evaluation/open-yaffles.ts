/** The Yaffles to measure: one for all photographs, or under cross-validation one for each fold. */
import type { Detector } from "../domain/ports.js";
import type { TaughtEyes } from "../experts/detector/class-detector.js";
import { fused } from "../experts/wrappers/fused.js";
import { DEFAULT_LIMITS } from "../pipeline/limits.js";
import { createYaffle, type Yaffle, type YaffleDependencies } from "../pipeline/yaffle.js";
import { dealFolds, detectorsByFold } from "./fit/cross-validated.js";
import { measure } from "./fit/measure.js";
import { rememberingDetector } from "./remembering-detector.js";
import { rememberingAnswerer, rememberingScorer, rememberingTextReader } from "./remembering-experts.js";
import type { Material } from "./truth/material.js";

/** All but the detector. Claims are read by rules and mended by edits: that is what the sections measure. */
export type OtherExperts = Pick<YaffleDependencies, "color" | "textReader" | "answerer" | "scorer">;

export interface OpenOptions {
  readonly openDetector: () => Promise<Detector>;
  /** The same detectors, each as its bare eyes: for cross-validation, which fits their calibration. */
  readonly openEyes: () => Promise<readonly TaughtEyes[]>;
  readonly openOthers: () => Promise<OtherExperts>;
  /** Into so many parts the photographs are dealt; null: the calibration as it stands. */
  readonly folds: number | null;
  readonly seed: number;
  readonly signal: AbortSignal;
  /** Told before the photographs are measured for fitting, and after each. */
  readonly onMeasuring: (photographs: number) => void;
  readonly onMeasured: () => void;
}

export interface OpenYaffles {
  /** The Yaffle that may judge a photograph; one that no fold holds is judged by the first fold's, which has not seen it either. */
  readonly yaffleFor: (photograph: string) => Yaffle;
  /** How the calibration came about, in a sentence. */
  readonly note: string;
  close(): Promise<void>;
}

/** An hour: a measurement is not to lose a photograph to a busy machine. */
const PATIENCE_MS = 3_600_000;

/** @throws YaffleError as the openers do: what was opened before is closed then; the signal's reason where it aborts */
export async function openYaffles(material: Material, options: OpenOptions): Promise<OpenYaffles> {
  return options.folds === null ? asShipped(options) : crossValidated(material, options, options.folds);
}

async function asShipped({ openDetector, openOthers, signal }: OpenOptions): Promise<OpenYaffles> {
  const detector = await openDetector();
  const others = await openOthers().catch(async (error: unknown) => {
    await detector.close();
    throw error;
  });
  const yaffle = around(detector, remembered(others, signal), signal);
  const note =
    "The detector's calibration is the one that ships with it. If it was fitted on these very photographs (models/README.md says on which), the figures are too good: --cross-validate fits it anew.";
  return { yaffleFor: () => yaffle, note, close: () => yaffle.close() };
}

async function crossValidated(
  material: Material,
  { openEyes, openOthers, seed, signal, onMeasuring, onMeasured }: OpenOptions,
  folds: number,
): Promise<OpenYaffles> {
  const opened = await openEyes();
  const closeEyes = () => Promise.all(opened.map(({ eyes }) => eyes.close()));
  try {
    const photographs = material.annotated.filter(({ instances }) => instances.length > 0);
    onMeasuring(photographs.length * opened.length);
    const names = photographs.map(({ fileName }) => fileName);
    const foldOf = dealFolds(names, folds, seed);
    const byFold: (readonly Detector[])[] = [];
    for (const taught of opened) {
      const measured = await measure(taught.eyes, photographs, material.images, onMeasured, signal);
      byFold.push(detectorsByFold(taught, measured, foldOf, folds));
    }
    const others = remembered(await openOthers(), signal);
    const inFold = (fold: number): readonly Detector[] => byFold.flatMap((detectors) => detectors[fold] ?? []);
    const yaffles = Array.from({ length: folds }, (_, fold) => around(asOne(inFold(fold), opened[0]?.lead ?? 1), others, signal));
    const [first] = yaffles;
    if (first === undefined) throw new RangeError("cross-validation needs at least one fold");
    return {
      yaffleFor: (photograph) => yaffles[foldOf.get(photograph) ?? 0] ?? first,
      note: `Cross-validated: the photographs were dealt into ${folds} parts, and each was judged with a calibration fitted on the others. Policies and vocabulary are the same throughout.`,
      // All of them stand on the same eyes and the same experts: the first closes these for all.
      close: () => first.close(),
    };
  } catch (error) {
    await closeEyes();
    throw error;
  }
}

function around(detector: Detector, others: OtherExperts, signal: AbortSignal): Yaffle {
  return createYaffle({
    detector: rememberingDetector(detector, signal),
    ...others,
    clock: { nowMs: () => performance.now() },
    limits: { ...DEFAULT_LIMITS, timeoutMs: PATIENCE_MS, expertTimeoutMs: PATIENCE_MS },
  });
}

function remembered({ color, textReader, answerer, scorer = null }: OtherExperts, signal: AbortSignal): OtherExperts {
  return {
    color,
    textReader: textReader === null ? null : rememberingTextReader(textReader, signal),
    answerer: answerer === null ? null : rememberingAnswerer(answerer, signal),
    scorer: scorer === null ? null : rememberingScorer(scorer, signal),
  };
}

function asOne(detectors: readonly Detector[], lead: number): Detector {
  const [only, ...others] = detectors;
  return only !== undefined && others.length === 0 ? only : fused(detectors, lead);
}
