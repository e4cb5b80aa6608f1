import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { COCO_CATEGORIES } from "../../../src/language/vocabulary/coco.js";
import { scoreChair } from "../../../src/scoring/chair/chair.js";
import { originalMentions } from "../../../src/scoring/chair/original/mentions.js";
import { mergePairs } from "../../../src/scoring/chair/original/pairs.js";
import { singular } from "../../../src/scoring/chair/original/singular.js";
import { CATEGORIES, CATEGORY_OF } from "../../../src/scoring/chair/original/synonyms.js";
import { captionRow } from "../../../src/scoring/chair/rows.js";
import { readJsonLines } from "../../../src/scoring/files/json.js";
import { sentencesOf } from "../../../src/scoring/treebank/sentences.js";
import { tokensOf } from "../../../src/scoring/treebank/tokens.js";
import { describeWithTestData } from "../../support/test-data.js";
import { RESAMPLING } from "../support.js";

const words = (caption: string) => originalMentions(caption).map(({ word }) => word);

describe("CHAIR's reading of a caption", () => {
  it.each([
    ["Three buses and a bus wait.", ["bus"]],
    ["Her ties and his tie.", ["tie"]],
    ["A fire hydrant beside a hot dog stand.", ["fire hydrant", "hot dog"]],
    ["A tennis racket, a sports ball.", ["racket", "ball"]],
    ["A baby zebra follows an adult giraffe; a baby sleeps.", ["zebra", "giraffe", "baby"]],
    ["The toilet seat is next to a seat.", ["toilet"]],
    ["A home plate and a train track.", []],
    ["One cheesecake, two motor bikes, an iPhone.", []],
    ["Men and women walk their puppies.", ["man", "woman", "puppy"]],
    ["", []],
  ])("finds in %j", (caption, expected) => {
    expect(words(caption)).toEqual(expected);
  });

  it("knows the words of all of COCO's categories, and each word once", () => {
    expect(CATEGORIES).toEqual(COCO_CATEGORIES);
    expect(CATEGORY_OF.get("desk")).toBe("dining table");
    expect(new Set(CATEGORY_OF.values()).size).toBe(80);
  });

  it("never names more objects than the caption has words", () => {
    const text = fc.array(fc.constantFrom("dog", "toilet", "seat", "hot", "wine", "glasses", ".", "baby", "train", "a"), { maxLength: 30 });
    fc.assert(
      fc.property(text, (parts) => {
        const mentions = originalMentions(parts.join(" "));
        expect(mentions.length).toBeLessThanOrEqual(parts.length);
        expect(mentions.every(({ category }) => COCO_CATEGORIES.includes(category))).toBe(true);
      }),
    );
  });
});

describe("pattern.en's singular, right or wrong", () => {
  it.each(
    Object.entries({
      ...{ dogs: "dog", knives: "knife", glasses: "glass", glass: "glas", bus: "bu", buses: "bus", ties: "ty", police: "polouse" },
      ...{ news: "news", scissors: "scissors", cookies: "cookies", four: "fmy", "mothers-in-law": "mother-in-law", "dogs'": "dog's" },
    }),
  )("%s → %s", (plural, expected) => {
    expect(singular(plural)).toBe(expected);
  });

  it("bears a long row of apostrophes", () => {
    expect(singular("'".repeat(20_000))).toHaveLength(40_000);
  });
});

const edgeCases = z.array(
  z.object({
    caption: z.string(),
    pattern: z.object({ words: z.array(z.string()), node_words: z.array(z.string()), idxs: z.array(z.int()) }),
  }),
);
const expectedRow = z.object({
  image_id: z.int(),
  generated: z.array(z.string()),
  hallucinated: z.array(z.tuple([z.string(), z.string()])),
  idxs: z.array(z.int()),
  n_words: z.int(),
});
const objects = z.object({ pattern: z.record(z.string(), z.array(z.string())) });
const overall = z.record(z.string(), z.object({ CHAIRs: z.number(), CHAIRi: z.number(), Recall: z.number() }));

describeWithTestData(
  "CHAIR as published",
  (folder) => {
    const document = <Value>(name: string, schema: z.ZodType<Value>) => schema.parse(JSON.parse(readFileSync(join(folder, name), "utf8")));
    const truth = new Map(
      Object.entries(document("ground-truth-objects.json", objects).pattern).map(([image, list]) => [image, new Set(list)]),
    );

    it("makes the same singular of every word", () => {
      const forms = document("singular-forms.json", z.record(z.string(), z.string()));
      expect(Object.entries(forms).filter(([word, form]) => singular(word) !== form)).toEqual([]);
    });

    it("finds the same words, categories and places in the edge cases", () => {
      for (const { caption, pattern } of document("edge-cases.json", edgeCases)) {
        const mentions = originalMentions(caption);
        expect([caption, ...mentions.map(({ word }) => word)]).toEqual([caption, ...pattern.words]);
        expect([caption, ...mentions.map(({ category }) => category)]).toEqual([caption, ...pattern.node_words]);
        expect([caption, ...mentions.map(({ token }) => token)]).toEqual([caption, ...pattern.idxs]);
      }
    });

    const figures = document("expected-overall.json", overall);
    it.each(Object.keys(figures))("%s: caption by caption and overall", async (model) => {
      const captions = await readJsonLines(join(folder, `${model}.captions.jsonl`), captionRow);
      const expected = (await readJsonLines(join(folder, `${model}.expected.jsonl`), expectedRow)).map(({ value }) => value);
      const score = scoreChair(captions, truth, "original", RESAMPLING);
      expect(score.items).toEqual(
        expected.map(({ image_id, generated, hallucinated }) => ({ image_id, mentioned: generated, hallucinated })),
      );
      const lengths = captions.map(
        ({ value }) => mergePairs(sentencesOf(value.caption.toLowerCase()).flatMap(tokensOf).map(singular)).length,
      );
      expect(lengths).toEqual(expected.map(({ n_words }) => n_words));
      const places = captions.map(({ value }) =>
        originalMentions(value.caption).flatMap(({ category, token }) => (truth.get(String(value.image_id))?.has(category) ? [] : [token])),
      );
      expect(places).toEqual(expected.map(({ idxs }) => idxs));
      const { CHAIRs, CHAIRi, Recall } = figures[model] ?? {};
      expect(score.figures).toMatchObject({ chair_s: CHAIRs, chair_i: CHAIRi, recall: Recall, captions: 500 });
    });
  },
  "metrics/chair",
);
