import { describe } from "vitest";
import { loadDetector } from "../../../src/experts/detector/load.js";
import { describeDetector } from "../../contract/detector.js";
import { boxesOf, fakeDetector } from "../../support/fake-detector.js";
import { TEST_MODELS_FOLDER } from "../../support/models-folder.js";
import { describeWithTestData } from "../../support/test-data.js";
import { tinyModel } from "../../support/tiny-models.js";

const OPTIONS = { modelsFolder: TEST_MODELS_FOLDER, device: "cpu", threads: 1 } as const;

describe("detectors", () => {
  describeDetector("the fake of the tests", async () => fakeDetector({ person: { boxes: boxesOf(0.9, 0.4) }, dog: { presence: 0.1 } }));
  describeDetector("CenterNet", () => loadDetector("centernet-coco", OPTIONS));
  for (const workers of [0, 1]) {
    const where = workers === 0 ? "in the caller's thread" : "in a thread of its own";
    for (const name of ["yolos", "rt-detr", "owlv2", "grounding-dino"]) {
      describeDetector(`${name} from a folder, ${where}`, () => loadDetector(`transformers:${tinyModel(name)}`, { ...OPTIONS, workers }));
    }
  }
  describeWithTestData(
    "DEIMv2",
    (path) => {
      describeDetector("DEIMv2", () => loadDetector(`file:${path}`, OPTIONS));
    },
    "models/deimv2-femto.onnx",
  );
  describeWithTestData(
    "YOLOX",
    (path) => {
      describeDetector("YOLOX", () => loadDetector(`file:${path}`, OPTIONS));
    },
    "models/yolox-nano.onnx",
  );
});
