import { describe, expect, it } from "vitest";
import { CLAIM_KINDS } from "../../src/domain/claim.js";
import type { Picture } from "../../src/domain/picture.js";
import { extract } from "../../src/extraction/extract.js";
import { examine, type Scene } from "../../src/pipeline/examine.js";
import { boxesOf, type FakeDetector, fakeDetector } from "../support/fake-detector.js";

const PICTURE: Picture = { sha256: "b".repeat(64), width: 16, height: 16, pixels: new Uint8Array(16 * 16 * 3), notes: [] };

function over(detector: FakeDetector): Scene {
  const experts = { detector, color: null, textReader: null, answerer: null };
  return { pictures: [PICTURE], experts, policy: "balanced", expertTimeoutMs: 1000, signal: new AbortController().signal };
}

function claimsOf(response: string) {
  return extract(response, { prompt: null, kinds: CLAIM_KINDS }).claims;
}

const efforts = ({ calls }: FakeDetector): readonly string[] => calls.map(({ request }) => request.effort);

describe("examining claims", () => {
  it("takes one look where it supports every claim", async () => {
    const detector = fakeDetector({ dog: { presence: 0.98, boxes: boxesOf(0.98) } });
    const { judged } = await examine(claimsOf("There is a dog."), over(detector));
    expect(judged.map(({ judgement }) => judgement.verdict)).toEqual(["supported"]);
    expect(efforts(detector)).toEqual(["glance"]);
  });

  it("looks again before it refutes, at what hangs on it alone, and takes the second look's word", async () => {
    const dog = { presence: 0.98, boxes: boxesOf(0.98) };
    const detector = fakeDetector({ dog, cat: { presence: 0.01 } }, { thorough: { cat: { presence: 0.97, boxes: boxesOf(0.97) } } });
    const { judged } = await examine(claimsOf("There is a dog and a cat."), over(detector));
    expect(judged.map(({ judgement }) => judgement.verdict)).toEqual(["supported", "supported"]);
    expect(efforts(detector)).toEqual(["glance", "thorough"]);
    expect(detector.calls[1]?.request.targets.map(({ category }) => category)).toEqual(["cat"]);
  });

  it("asks nothing twice about the same scene", async () => {
    const detector = fakeDetector();
    const scene = over(detector);
    const first = await examine(claimsOf("There is a dog and a cat."), scene);
    const again = await examine(claimsOf("There is a cat."), scene, first);
    expect(again.judged.map(({ judgement }) => judgement.verdict)).toEqual(["refuted"]);
    expect(efforts(detector)).toEqual(["glance", "thorough"]);
  });

  it("does not look at all where nothing can be seen", async () => {
    const detector = fakeDetector();
    const { judged } = await examine(claimsOf("The weather is lovely."), over(detector));
    expect(judged.map(({ judgement }) => judgement.because)).toEqual(["not_visual"]);
    expect(detector.calls).toEqual([]);
  });
});
