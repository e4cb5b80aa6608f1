import { describe, expect, it } from "vitest";
import { extractionSection, readRow } from "../../../src/evaluation/sections/extraction.js";

const resampling = { seed: 1, resamples: 20 };

describe("the extraction section", () => {
  it("says of each fact whether a claim covers it, and of what kind it is", () => {
    const facts = { "There is a cat.": 1, "The sofa is green.": 0, "There is a lamp.": 1 } as const;
    const { facts: read } = readRow({ image_id: "1", response: "A cat sleeps on a green sofa.", facts });
    expect(read.map(({ fact, kind, covered }) => [fact, kind, covered])).toEqual([
      ["There is a cat.", "existence", true],
      ["The sofa is green.", "attribute", true],
      ["There is a lamp.", "existence", false],
    ]);
  });

  it("counts claims drawn where people found no fact", () => {
    const rows = [
      { image_id: "1", response: "There is a cat.", facts: { "There is a cat.": 1 } as const },
      { image_id: "2", response: "There is a dog.", facts: {} },
    ];
    const figures = Object.fromEntries(extractionSection(rows, resampling).figures.map(({ id, value }) => [id, value]));
    expect(figures).toMatchObject({
      "extraction.covered": 1,
      "extraction.existence.covered": 1,
      "extraction.claims.without_fact": 0.5,
      "extraction.claims.no_claim": 0.5,
    });
  });
});
