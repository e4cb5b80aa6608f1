import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AnnotatedImage, makeQuestions, SAMPLINGS } from "../../../src/scoring/pope/make.js";

const categories = ["person", "dog", "umbrella", "car", "bus", "kite"];
const image = (name: string, ...present: string[]): AnnotatedImage => ({ image: name, categories: new Set(present) });
const plan = { images: 10, perAnswer: 1, seed: 1 };

describe("questions made from annotations", () => {
  it("ask in pairs, with an article that fits", () => {
    const made = makeQuestions([image("1.jpg", "umbrella")], ["umbrella", "dog"], { ...plan, sampling: "random" });
    expect(made).toEqual([
      { question_id: 1, image: "1.jpg", text: "Is there an umbrella in the image?", label: "yes" },
      { question_id: 2, image: "1.jpg", text: "Is there a dog in the image?", label: "no" },
    ]);
  });

  it("popular: ask for the absent class that stands in most images", () => {
    const annotated = [image("1", "dog"), image("2", "car", "kite"), image("3", "car"), image("4", "car", "bus")];
    const made = makeQuestions(annotated, categories, { ...plan, sampling: "popular" });
    expect(made.find((one) => one.image === "1" && one.label === "no")?.text).toBe("Is there a car in the image?");
  });

  it("adversarial: ask for the absent class that most often stands beside the present one", () => {
    const annotated = [
      image("1", "dog"),
      image("2", "dog", "kite"),
      image("3", "dog", "kite"),
      image("4", "car"),
      image("5", "car"),
      image("6", "car"),
    ];
    const made = makeQuestions(annotated, categories, { ...plan, sampling: "adversarial" });
    expect(made.find((one) => one.image === "1" && one.label === "no")?.text).toBe("Is there a kite in the image?");
  });

  it("refuses annotations in which no image has enough classes", () => {
    expect(() => makeQuestions([image("1", "dog")], categories, { ...plan, perAnswer: 3, sampling: "random" })).toThrow("No image has 3");
  });

  it("are true, balanced, never asked twice of an image, and the same for the same seed", () => {
    const annotated = fc.array(fc.uniqueArray(fc.constantFrom(...categories), { minLength: 2, maxLength: 4 }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(annotated, fc.constantFrom(...SAMPLINGS), fc.nat(), (sets, sampling, seed) => {
        const images = sets.map((present, index) => image(String(index), ...present));
        const full = { images: 5, perAnswer: 2, seed, sampling };
        const made = makeQuestions(images, categories, full);
        expect(made).toEqual(makeQuestions(images, categories, full));
        expect(made.filter(({ label }) => label === "yes")).toHaveLength(made.length / 2);
        expect(new Set(made.map((one) => one.image + one.text)).size).toBe(made.length);
        for (const one of made) {
          const asked = /^Is there an? (.+) in the image\?$/.exec(one.text)?.[1] ?? "";
          expect(images[Number(one.image)]?.categories.has(asked)).toBe(one.label === "yes");
        }
      }),
    );
  });
});
