import { describe, expect, it } from "vitest";
import { createVisionAnswerer, loadVisionAnswerer } from "../../../src/experts/answerer/vision-answerer.js";
import { describeAnswerer } from "../../contract/answerer.js";
import { modelThatSays } from "../../support/fake-vision-model.js";
import { TEST_MODELS_FOLDER } from "../../support/models-folder.js";
import { referenceOf, tinyModel, tinyPicture } from "../../support/tiny-models.js";

const facts = { id: "eyes", role: "answerer", sha256: null, device: "cpu" } as const;

/** The adapter over a model that says what it is told to: what the model is like does not matter to it. */
describeAnswerer("a model that runs here", async (model) => createVisionAnswerer(modelThatSays(model), facts));

describe.each([
  ["in the caller's thread", 0],
  ["in a thread of its own", 1],
])("SmolVLM from a folder, %s", (_, workers) => {
  const open = () => loadVisionAnswerer(`transformers:${tinyModel("smolvlm")}`, { modelsFolder: TEST_MODELS_FOLDER, threads: 1, workers });

  it("answers as the reference's first token leans", async () => {
    const { first } = referenceOf<{ readonly first: readonly { readonly token: string; readonly probability: number }[] }>("smolvlm");
    const mass = (word: string) =>
      first.filter(({ token }) => token.trim() === word).reduce((sum, { probability }) => sum + probability, 0);
    const answerer = await open();
    const { answer, probability } = await answerer.answer(await tinyPicture(), "Is the dog standing?", null);
    expect(answer).toBe("Yes");
    expect(probability).toBeCloseTo(mass("Yes") / (mass("Yes") + mass("No")), 3);
    await answerer.close();
  });

  it("lets a caller go at once, serves the next one, and says when it is closed", async () => {
    const [answerer, picture] = [await open(), await tinyPicture()];
    const leaving = new AbortController();
    const answer = answerer.answer(picture, "What is the dog doing?", null, leaving.signal);
    const next = answerer.answer(picture, "Is the dog standing?", { x1: 0.5, y1: 0.5, x2: 0.5, y2: 0.5 });
    leaving.abort(new Error("the caller leaves"));
    await expect(answer).rejects.toThrow("the caller leaves");
    expect((await next).answer).toMatch(/^(?:Yes|No)$/);
    await answerer.close();
    await answerer.close();
    await expect(answerer.answer(picture, "Is the dog standing?", null)).rejects.toMatchObject({ code: "expert_unavailable" });
  });
});
