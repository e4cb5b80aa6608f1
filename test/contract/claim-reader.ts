/** What the pipeline relies on in anything that reads claims out of a response. Every adapter and wrapper runs this suite. */
import { afterEach, describe, expect, it } from "vitest";
import { CLAIM_KINDS, type ClaimKind } from "../../src/domain/claim.js";
import type { ClaimReader } from "../../src/domain/ports.js";
import type { StatedClaim } from "../../src/extraction/llm/reply-form.js";

/** What the model behind the reader makes of any response: text, or "fails" where its server is broken. */
export type ReadingModel = { readonly claims: readonly StatedClaim[] } | "fails";

const RESPONSE = "Three dogs lie on a red sofa. There is no cat.";
const BARE = { number: null, value: null, predicate: null, targets: [], negated: false, hedged: false };
const CLAIMS: readonly StatedClaim[] = [
  { ...BARE, sentence: 1, words: "no cat", kind: "existence", object: "cat", negated: true },
  { ...BARE, sentence: 0, words: "Three dogs", kind: "existence", object: "dogs" },
  { ...BARE, sentence: 0, words: "red sofa", kind: "attribute", object: "sofa", value: "red" },
  { ...BARE, sentence: 0, words: "unicorn", kind: "existence", object: "unicorn" },
];

export function describeClaimReader(name: string, open: (model: ReadingModel) => Promise<ClaimReader>): void {
  describe(`${name} as a reader of claims`, () => {
    let reader: ClaimReader | null = null;
    afterEach(async () => {
      await reader?.close();
      reader = null;
    });

    async function read(model: ReadingModel, kinds: readonly ClaimKind[] = CLAIM_KINDS, signal?: AbortSignal) {
      reader = await open(model);
      return reader.read(RESPONSE, { prompt: null, kinds }, signal);
    }

    it("says who it is", async () => {
      reader = await open({ claims: [] });
      expect(reader.facts.role).toBe("extractor");
      expect(reader.facts.id).not.toBe("");
    });

    it("gives claims whose words stand in the response, by their first character and numbered so, and nothing invented", async () => {
      const claims = await read({ claims: CLAIMS });
      expect(claims.map(({ id, text, span }) => [id, text, RESPONSE.slice(span.start, span.end)])).toEqual([
        ["c1", "there are dogs", "Three dogs"],
        ["c2", "the sofa is red", "a red sofa"],
        ["c3", "there is no cat", "no cat"],
      ]);
    });

    it("gives the kinds that were asked for, and no claim where there is none", async () => {
      expect((await read({ claims: CLAIMS }, ["attribute"])).map(({ text }) => text)).toEqual(["the sofa is red"]);
      expect(await read({ claims: [] })).toEqual([]);
    });

    it("says that it cannot, where its model fails", async () => {
      await expect(read("fails")).rejects.toMatchObject({ code: "expert_unavailable" });
    });

    it("stops for a caller that has left", async () => {
      const left = AbortSignal.abort(new Error("the caller left"));
      await expect(read({ claims: CLAIMS }, CLAIM_KINDS, left)).rejects.toThrow("the caller left");
    });

    it("is closed more than once without harm", async () => {
      reader = await open({ claims: [] });
      await reader.close();
      await expect(reader.close()).resolves.toBeUndefined();
    });
  });
}
