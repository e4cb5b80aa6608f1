/**
 * A detector that remembers what it saw, and looks once where many ask of the same picture at the same time.
 *
 * Each target is remembered by itself, since the port promises that a detection does not hang on what else is asked. A picture is known by
 * the digest of its bytes and its size, so that equal pictures of different requests meet; all who ask of one at the same time share one
 * picture object, by which the detectors here share the runs of their networks even where the targets differ.
 */
import type { Target } from "../../domain/check.js";
import { YaffleError } from "../../domain/error.js";
import type { Picture } from "../../domain/picture.js";
import type { Detection, Detector, DetectRequest } from "../../domain/ports.js";
import { BoundedStore } from "./bounded-store.js";
import { SingleFlight } from "./single-flight.js";

/** What a detection takes in memory, roughly: it bounds the store, it does not measure it. */
const BYTES_A_DETECTION = 400;
const BYTES_A_BOX = 120;
const BYTES_A_CHARACTER = 2;

/** By key of the target; null where the vocabulary does not cover it. */
type Answers = ReadonlyMap<string, Detection | null>;
const NOTHING: Answers = new Map();

/**
 * Closes the given detector.
 * @param maxBytes of what is remembered; 0 remembers nothing, and still looks once for all who ask at the same time
 */
export function cached(detector: Detector, maxBytes: number): Detector {
  const store = new BoundedStore<Detection | null>(maxBytes);
  const flights = new SingleFlight<Answers>();
  const pictures = new SharedPictures();
  const expert = detector.facts.sha256 ?? detector.facts.id;
  let isClosed = false;

  const look = async (picture: Picture, place: string, request: DetectRequest, signal: AbortSignal): Promise<Answers> => {
    const found = await detector.detect(picture, request, signal);
    const answers = answersOf(place, request.targets, found);
    // What was said without one that should have been heard is no answer to keep: next time it may be there.
    if (found.every(({ unheard }) => unheard === undefined)) {
      for (const [key, detection] of answers) store.set(key, detection, bytesOf(key, detection));
    }
    return answers;
  };

  return {
    facts: detector.facts,
    vocabulary: detector.vocabulary,
    detect: async (picture, { targets, effort }, signal) => {
      signal?.throwIfAborted();
      if (isClosed) throw new YaffleError("expert_unavailable", "The detector is closed.");
      const place = `${expert} ${identityOf(picture)} ${effort}`;
      const known = new Map(targets.map((target) => [target, store.get(keyOf(place, target))]));
      const missing = targets.filter((target) => known.get(target) === undefined);
      const seen = await (missing.length === 0
        ? NOTHING
        : pictures.share(picture, (shared) =>
            flights.run(missing.map((target) => keyOf(place, target)).join("\n"), signal, (together) =>
              look(shared, place, { targets: missing, effort }, together),
            ),
          ));
      signal?.throwIfAborted();
      return targets.flatMap((target) => known.get(target) ?? seen.get(keyOf(place, target)) ?? []);
    },
    close: () => {
      isClosed = true;
      return detector.close();
    },
  };
}

/** Equal pictures that are in use at the same time, as one object. */
class SharedPictures {
  readonly #inUse = new Map<string, { readonly picture: Picture; users: number }>();

  async share<Result>(picture: Picture, use: (shared: Picture) => Promise<Result>): Promise<Result> {
    const identity = identityOf(picture);
    const shared = this.#inUse.get(identity) ?? { picture, users: 0 };
    this.#inUse.set(identity, shared);
    shared.users += 1;
    try {
      return await use(shared.picture);
    } finally {
      shared.users -= 1;
      if (shared.users === 0) this.#inUse.delete(identity);
    }
  }
}

function identityOf({ sha256, width, height }: Picture): string {
  return `${sha256} ${width}x${height}`;
}

function keyOf(place: string, { category, classes }: Target): string {
  return `${place} ${JSON.stringify([category, ...classes])}`;
}

/** Detections come in the order of the targets, those outside the vocabulary left out. */
function answersOf(place: string, targets: readonly Target[], found: readonly Detection[]): Answers {
  let next = 0;
  return new Map(
    targets.map((target) => {
      const detection = found[next];
      const isIts = detection?.category === target.category;
      if (isIts) next += 1;
      return [keyOf(place, target), isIts ? detection : null];
    }),
  );
}

function bytesOf(key: string, detection: Detection | null): number {
  return BYTES_A_DETECTION + key.length * BYTES_A_CHARACTER + (detection?.boxes.length ?? 0) * BYTES_A_BOX;
}
