import request from "supertest";
import { describe, expect, it } from "vitest";
import { createHttpApp } from "../../../src/serving/http/app.js";
import { beachDetector, deskFor, yaffleSeeing } from "../../support/serving.js";

const app = createHttpApp(deskFor(yaffleSeeing(beachDetector())));
const body = { captions: [{ image_id: 1, caption: "A dog and a cat." }], ground_truth: { "1": ["dog"] }, resamples: 20 };

describe("POST /v1/scores/:name", () => {
  it("scores the rows of the body", async () => {
    const { status, body: score } = await request(app).post("/v1/scores/chair").send(body);
    expect(status).toBe(200);
    expect(score).toMatchObject({
      score: "chair",
      variant: "original",
      chair_i: 0.5,
      chair_s: 1,
      captions: 1,
      intervals: { chair_i: [0.5, 0.5] },
    });
    expect(score).not.toHaveProperty("items");
  });

  it("gives the items where they are asked for", async () => {
    const { body: score } = await request(app).post("/v1/scores/chair?items=true").send(body);
    expect(score.items).toEqual([{ image_id: 1, mentioned: ["dog", "cat"], hallucinated: [["cat", "cat"]] }]);
  });

  it("says which field is wrong", async () => {
    const { status, body: problem } = await request(app)
      .post("/v1/scores/chair")
      .send({ ...body, captions: [{ image_id: 1 }] });
    expect(status).toBe(400);
    expect(problem).toMatchObject({ code: "invalid_request", detail: expect.stringContaining("captions.0.caption") });
  });

  it("does not know other scores", async () => {
    expect((await request(app).post("/v1/scores/bleu").send({})).body).toMatchObject({ status: 404, code: "not_found" });
  });
});
