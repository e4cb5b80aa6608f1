import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openYaffle } from "../../src/index.js";
import { TEST_MODELS_FOLDER } from "../support/models-folder.js";
import { describeWithTestData } from "../support/test-data.js";

type Opened = Awaited<ReturnType<typeof openYaffle>>;

describe("the walk over a photograph, with the detector that comes along", () => {
  describeWithTestData(
    "a beach with four people, two chairs and an umbrella",
    (image) => {
      let yaffle: Opened;
      beforeAll(async () => {
        yaffle = await openYaffle({ modelsFolder: TEST_MODELS_FOLDER, textReader: "none", threads: 1 });
      });
      afterAll(() => yaffle.close());

      it("turns a wrong yes", async () => {
        const report = await yaffle.correct({
          image,
          prompt: "Is there a dog in the image?",
          response: "Yes, there is a dog in the image.",
        });
        expect(report.corrected).toBe("No, there is no dog in the image.");
      });

      it("takes the elephant out and keeps the chairs", async () => {
        const report = await yaffle.correct({ image, response: "There are two chairs and an elephant on the beach." });
        const verdicts = report.claims.map(({ claim, judgement }) => [claim.text, judgement.verdict]);
        expect(verdicts).toContainEqual(["there is an elephant", "refuted"]);
        expect(verdicts).toContainEqual(["there are chairs", "supported"]);
        expect(verdicts).not.toContainEqual(["there are two chairs", "refuted"]);
        expect(report.corrected).toBe("There are two chairs on the beach.");
      });
    },
    "photos/responses/sandbeach.jpg",
  );
});
