import { loadVisionScorer } from "../../../src/experts/scorer/vision-scorer.js";
import { describeScorer } from "../../contract/scorer.js";
import { TEST_MODELS_FOLDER } from "../../support/models-folder.js";
import { tinyModel } from "../../support/tiny-models.js";

for (const name of ["clip", "siglip"]) {
  for (const workers of [0, 1]) {
    describeScorer(`${name} from a folder, ${workers === 0 ? "in the caller's thread" : "in a thread of its own"}`, () =>
      loadVisionScorer(`transformers:${tinyModel(name)}`, { modelsFolder: TEST_MODELS_FOLDER, threads: 1, workers }),
    );
  }
}
