/** The Yaffles to measure: one for all photographs, or under cross-validation one for each fold. */
import type { ColorMeter, Detector, TextReader } from "../domain/ports.js";
import { loadNetwork } from "../experts/detector/load.js";
import { type Network, OnnxDetector } from "../experts/detector/onnx-detector.js";
import { detectorNames } from "../experts/detector/open.js";
import { fused } from "../experts/wrappers/fused.js";
import { DEFAULT_LIMITS } from "../pipeline/limits.js";
import { createYaffle, type Yaffle } from "../pipeline/yaffle.js";
import { dealFolds, detectorsByFold } from "./fit/cross-validated.js";
import { measure } from "./fit/measure.js";
import { rememberingDetector } from "./remembering-detector.js";
import type { Material } from "./truth/material.js";

export interface OpenOptions {
  /** As `openDetector` takes it: one name, or several with a plus between them. The text reader is closed with it. */
  readonly detector: string;
  readonly modelsFolder: string;
  readonly threads: number | null;
  readonly color: ColorMeter | null;
  readonly textReader: TextReader | null;
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

/** @throws YaffleError as `loadDetector` does */
export async function openYaffles(material: Material, options: OpenOptions): Promise<OpenYaffles> {
  const { detector, modelsFolder, threads, folds, seed, signal } = options;
  const networks: Network[] = [];
  for (const name of detectorNames(detector)) networks.push(await loadNetwork(name, { modelsFolder, device: "cpu", threads, signal }));
  const close = async (): Promise<void> => {
    await Promise.all([...networks.map(({ session }) => session.close()), options.textReader?.close()]);
  };
  const limits = { ...DEFAULT_LIMITS, timeoutMs: PATIENCE_MS, expertTimeoutMs: PATIENCE_MS };
  const around = (seeing: Detector): Yaffle =>
    createYaffle({
      detector: rememberingDetector(seeing),
      color: options.color,
      textReader: options.textReader,
      answerer: null,
      clock: { nowMs: () => performance.now() },
      limits,
    });
  if (folds === null) {
    const yaffle = around(asOne(networks.map((network) => new OnnxDetector(network))));
    const note =
      "The detector's calibration is the one that ships with it. If it was fitted on these very photographs (models/README.md says on which), the figures are too good: --cross-validate fits it anew.";
    return { yaffleFor: () => yaffle, note, close };
  }
  const photographs = material.annotated.filter(({ instances }) => instances.length > 0);
  options.onMeasuring(photographs.length * networks.length);
  const foldOf = dealFolds(
    photographs.map(({ fileName }) => fileName),
    folds,
    seed,
  );
  const byFold: (readonly Detector[])[] = [];
  for (const network of networks) {
    const measured = await measure(network, photographs, material.images, options.onMeasured);
    byFold.push(detectorsByFold(network, measured, foldOf, folds));
  }
  const yaffles = Array.from({ length: folds }, (_, fold) => around(asOne(byFold.flatMap((detectors) => detectors[fold] ?? []))));
  const [first] = yaffles;
  if (first === undefined) throw new RangeError("cross-validation needs at least one fold");
  return {
    yaffleFor: (photograph) => yaffles[foldOf.get(photograph) ?? 0] ?? first,
    note: `Cross-validated: the photographs were dealt into ${folds} parts, and each was judged with a calibration fitted on the others. Policies and vocabulary are the same throughout.`,
    close,
  };
}

function asOne(detectors: readonly Detector[]): Detector {
  const [only, ...others] = detectors;
  return only !== undefined && others.length === 0 ? only : fused(detectors);
}
