import { describe, expect, it } from "vitest";
import { scoreRequest } from "../../src/scoring/requests.js";
import { SCORE_NAMES, type ScoreName, scoreDocument } from "../../src/scoring/score.js";

const claims = [{ text: "there is a dog", span: { start: 0, end: 5 }, verdict: "supported", probability: 0.9 }];

const BODIES: Readonly<Record<ScoreName, object>> = {
  chair: { captions: [{ image_id: 1, caption: "A dog and a cat." }], ground_truth: { "1": ["dog"] } },
  pope: { questions: [{ question_id: 1, image: "1.jpg", text: "Is there a dog?", label: "yes" }], answers: [{ text: "Yes" }] },
  mme: {
    results: {
      existence: [
        { image: "1.jpg", question: "Is there a dog?", truth: "yes", answer: "Yes" },
        { image: "1.jpg", question: "Is there a cat?", truth: "no", answer: "Yes" },
      ],
    },
  },
  amber: {
    annotations: [{ id: 1, type: "discriminative-relation", truth: "no" }],
    associations: { dog: [] },
    safe_words: [],
    answers: [{ id: 1, response: "No" }],
  },
  claims: { results: [{ id: "a", claims }], labels: [{ id: "a", claims: [{ text: "There is a dog", label: "supported" }] }] },
};

const FIGURES: Readonly<Record<ScoreName, object>> = {
  chair: { variant: "original", chair_i: 0.5, captions: 1 },
  pope: { accuracy: 1, missing: 0 },
  mme: { existence: 50, perception: null },
  amber: { accuracy: 99.9, relation_recall: 99.9, chair: null },
  claims: { accuracy: 1, unmatched: 0 },
};

describe("scores of rows in a request", () => {
  it.each(SCORE_NAMES)("%s", (name) => {
    const document = scoreDocument(scoreRequest(name, { ...BODIES[name], resamples: 20 }));
    expect(document).toMatchObject({ score: name, ...FIGURES[name] });
    expect(document).toHaveProperty("intervals");
  });

  it.each(SCORE_NAMES)("%s: says what is missing", (name) => {
    const [field = ""] = Object.keys(BODIES[name]);
    expect(() => scoreRequest(name, { ...BODIES[name], [field]: undefined })).toThrow(`request, field "${field}": is missing.`);
  });

  it("names a row by its field and place", () => {
    const captions = [{ image_id: 2, caption: "A dog." }];
    expect(() => scoreRequest("chair", { ...BODIES.chair, captions })).toThrow(
      'captions, line 1, field "image_id": 2 is not in the ground truth.',
    );
  });

  it("refuses more resamples than a request may ask for", () => {
    expect(() => scoreRequest("pope", { ...BODIES.pope, resamples: 1_000_000 })).toThrow('field "resamples"');
  });
});
