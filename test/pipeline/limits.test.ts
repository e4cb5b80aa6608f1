import { describe, expect, it } from "vitest";
import { CLAIM_KINDS } from "../../src/domain/claim.js";
import type { Picture } from "../../src/domain/picture.js";
import { DEFAULT_LIMITS } from "../../src/pipeline/limits.js";
import { type CorrectionRequest, createYaffle } from "../../src/pipeline/yaffle.js";
import { fakeDetector } from "../support/fake-detector.js";

const OPTIONS = { policy: "balanced", boxes: false, kinds: CLAIM_KINDS, pipeline: "rules", timeoutMs: null } as const;

function picture(side: number): Picture {
  return { sha256: "c".repeat(64), width: side, height: side, pixels: new Uint8Array(side * side * 3), notes: [] };
}

function ask(changes: Partial<CorrectionRequest>) {
  const yaffle = createYaffle({
    detector: fakeDetector(),
    color: null,
    textReader: null,
    answerer: null,
    clock: { nowMs: () => 0 },
    limits: DEFAULT_LIMITS,
  });
  const images = [{ type: "picture", picture: picture(32) } as const];
  return yaffle.correct({ id: "limits", images, response: "There is an elephant.", prompt: null, options: OPTIONS, ...changes });
}

describe("a request", () => {
  it("with a prompt that would hold the service up is refused before it is read", async () => {
    const prompt = "Is there a dog? ".repeat(2000);
    await expect(ask({ prompt, response: "Yes." })).rejects.toMatchObject({ code: "invalid_request", faults: [{ path: "prompt" }] });
  });

  it("names geometry among the experts, since evidence does", async () => {
    const { experts } = await ask({});
    expect(experts.map(({ role }) => role)).toEqual(["detector", "geometry"]);
  });

  it("about a picture too small to see anything in refutes nothing, and says why", async () => {
    const { claims, corrected, degraded } = await ask({ images: [{ type: "picture", picture: picture(15) }] });
    expect(claims.map(({ judgement }) => judgement.verdict)).toEqual(["unverifiable"]);
    expect(corrected).toBe("There is an elephant.");
    expect(degraded).toEqual(["fake-detector: The picture of 15 × 15 pixels is too small to see anything in."]);
  });
});
