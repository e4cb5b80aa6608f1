/** Every wrapper is the expert again that it wraps: it keeps what the pipeline relies on. */
import type { Detector } from "../../../src/domain/ports.js";
import { createVisionAnswerer } from "../../../src/experts/answerer/vision-answerer.js";
import type { BatchDetector } from "../../../src/experts/batch-detector.js";
import { loadDetector } from "../../../src/experts/detector/load.js";
import { loadVisionScorer } from "../../../src/experts/scorer/vision-scorer.js";
import { batched } from "../../../src/experts/wrappers/batched.js";
import { cached } from "../../../src/experts/wrappers/cached.js";
import { cachedAnswerer, cachedScorer } from "../../../src/experts/wrappers/cached-questions.js";
import { fused } from "../../../src/experts/wrappers/fused.js";
import { type Meter, metered, meteredAnswerer, meteredScorer } from "../../../src/experts/wrappers/metered.js";
import { describeAnswerer } from "../../contract/answerer.js";
import { describeDetector } from "../../contract/detector.js";
import { describeScorer } from "../../contract/scorer.js";
import { boxesOf, fakeDetector, type Scene } from "../../support/fake-detector.js";
import { modelThatSays } from "../../support/fake-vision-model.js";
import { TEST_MODELS_FOLDER } from "../../support/models-folder.js";
import { tinyModel } from "../../support/tiny-models.js";

const SCENE = { person: { boxes: boxesOf(0.9, 0.4, 0.03) }, dog: { boxes: boxesOf(0.6) }, bench: { presence: 0.3 } };
const OTHER_SCENE = { person: { boxes: boxesOf(0.7) }, dog: { presence: 0.05 }, chair: { boxes: boxesOf(0.8, 0.7) } };

/** Closed vocabulary, no pictures kept, told apart by nothing: what the wrapper adds is all there is. */
function inner(scene: Scene = SCENE): Detector {
  return fakeDetector(scene);
}

function batching(): BatchDetector {
  const detector = inner();
  return {
    ...detector,
    maxBatch: 4,
    parallelism: 1,
    detectTogether: (entries, signal) => Promise.all(entries.map(({ picture, request }) => detector.detect(picture, request, signal))),
  };
}

const METER: Meter = { clock: { nowMs: () => 0 }, tell: () => undefined };
const LIMITS = { maxPictures: 4, maxPixels: 1_000_000, maxDelayMs: 1, concurrency: 1 };

describeDetector("batched", async () => batched(batching(), LIMITS));
describeDetector("cached", async () => cached(inner(), 1_000_000));
describeDetector("cached, with no room", async () => cached(inner(), 0));
describeDetector("fused", async () => fused([inner(), inner(OTHER_SCENE)], 2));
describeDetector("metered", async () => metered(inner(), METER));
describeDetector("all of them at once", async () =>
  cached(fused([metered(batched(batching(), LIMITS), METER), inner(OTHER_SCENE)], 2), 10_000),
);

const ANSWERER = { id: "eyes", role: "answerer", sha256: null, device: "cpu" } as const;
const TINY = { modelsFolder: TEST_MODELS_FOLDER, device: "cpu", threads: 1, workers: 0 } as const;
const tiny = (name: string): Promise<BatchDetector> => loadDetector(`transformers:${tinyModel(name)}`, TINY);
describeDetector("all of them around detectors from folders, of open and of closed vocabulary", async () =>
  cached(fused([metered(batched(await tiny("owlv2"), LIMITS), METER), await tiny("yolos")], 2), 100_000),
);
describeScorer("metered", async () => meteredScorer(await loadVisionScorer(`transformers:${tinyModel("siglip")}`, TINY), METER));
describeAnswerer("metered", async (model) => meteredAnswerer(createVisionAnswerer(modelThatSays(model), ANSWERER), METER));
describeScorer("cached", async () => cachedScorer(await loadVisionScorer(`transformers:${tinyModel("siglip")}`, TINY), 100_000));
describeAnswerer("cached", async (model) => cachedAnswerer(createVisionAnswerer(modelThatSays(model), ANSWERER), 100_000));
describeAnswerer("cached, with no room", async (model) => cachedAnswerer(createVisionAnswerer(modelThatSays(model), ANSWERER), 0));
