/** What one expert that hangs costs: its own answer, and not the report. */
import { describe, expect, it } from "vitest";
import { CLAIM_KINDS } from "../../src/domain/claim.js";
import type { ClaimReader } from "../../src/domain/ports.js";
import { DEFAULT_LIMITS } from "../../src/pipeline/limits.js";
import { patienceFor } from "../../src/pipeline/patience.js";
import { createYaffle } from "../../src/pipeline/yaffle.js";
import { boxesOf, fakeDetector } from "../support/fake-detector.js";
import { madePicture } from "../support/pictures.js";

const OPTIONS = { policy: "balanced", boxes: false, kinds: CLAIM_KINDS, pipeline: "rules", timeoutMs: null } as const;
const { signal } = new AbortController();

describe("the time of one call", () => {
  it.each([
    ["look", 60_000, 30_000],
    ["words", 60_000, 30_000],
    ["look", 30_000, 24_000],
    ["words", 30_000, 15_000],
    ["look", 5_000, 4_000],
    ["look", -1, 0],
  ] as const)("is for %s, with %d ms left, %d ms", (what, leftMs, timeoutMs) => {
    expect(patienceFor(what, { expertTimeoutMs: 30_000, remainingMs: () => leftMs, signal })).toEqual({ timeoutMs, signal });
  });

  it("is the expert's own limit where the request has none", () => {
    expect(patienceFor("words", { expertTimeoutMs: 30_000, signal })).toEqual({ timeoutMs: 30_000, signal });
  });

  it("leaves some to the report where a reader, an answerer and a writer hang one after the other", () => {
    let leftMs = 60_000;
    for (const what of ["words", "look", "words"] as const) {
      leftMs -= patienceFor(what, { expertTimeoutMs: 30_000, remainingMs: () => leftMs, signal }).timeoutMs;
    }
    expect(leftMs).toBe(3_000);
  });
});

it("a reader that hangs is waited for once, and the rules read what was said and what is made of it", async () => {
  let asked = 0;
  const reader: ClaimReader = {
    facts: { id: "hanging", role: "extractor", sha256: null, device: "remote" },
    read: () => {
      asked += 1;
      return new Promise(() => {});
    },
    close: async () => undefined,
  };
  const yaffle = createYaffle({
    detector: fakeDetector({ person: { boxes: boxesOf(0.95) }, elephant: { presence: 0.001 } }),
    color: null,
    textReader: null,
    answerer: null,
    reader,
    clock: { nowMs: () => performance.now() },
    limits: { ...DEFAULT_LIMITS, timeoutMs: 4_000, expertTimeoutMs: 4_000 },
  });
  const images = [{ type: "picture", picture: madePicture(64, 64) }] as const;
  const response = "There is a person. There is an elephant.";
  const { corrected, degraded } = await yaffle.correct({ id: "hanging", images, response, prompt: null, options: OPTIONS });
  expect(corrected).toBe("There is a person.");
  expect(degraded).toEqual([expect.stringMatching(/^extractor hanging: no answer within \d+ ms\. The rules read the text instead\.$/)]);
  expect(asked).toBe(1);
});
