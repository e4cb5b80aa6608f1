import { describe, expect, it } from "vitest";
import type { Check, Target } from "../../../src/domain/check.js";
import { checkKey } from "../../../src/domain/check.js";
import { YaffleError } from "../../../src/domain/error.js";
import type { Picture } from "../../../src/domain/picture.js";
import type { Detection, Detector, DetectRequest } from "../../../src/domain/ports.js";
import { type Experts, gather } from "../../../src/experts/gather.js";

const picture: Picture = { sha256: "0".repeat(64), width: 100, height: 100, pixels: new Uint8Array(30_000), notes: [] };
const dog: Target = { category: "dog", classes: ["dog"] };
const cat: Target = { category: "cat", classes: ["cat"] };
const fountain: Target = { category: "fountain", classes: [] };
const left = { x1: 0.1, y1: 0.4, x2: 0.3, y2: 0.6, probability: 0.9 };
const right = { x1: 0.7, y1: 0.4, x2: 0.9, y2: 0.6, probability: 0.8 };
const seesBoth: readonly Detection[] = [
  { category: "dog", presence: 0.9, boxes: [left] },
  { category: "cat", presence: 0.8, boxes: [right] },
];
const leftOf: Check = { type: "geometry", predicate: "left_of", subject: dog, targets: [cat] };

function detecting(answer: (request: DetectRequest, signal?: AbortSignal) => Promise<readonly Detection[]>) {
  const requests: DetectRequest[] = [];
  const detector: Detector = {
    facts: { id: "fake", role: "detector", sha256: null, device: "cpu" },
    vocabulary: ["dog", "cat"],
    detect: (_, request, signal) => {
      requests.push(request);
      return answer(request, signal);
    },
    close: async () => {},
  };
  const experts: Experts = { detector, color: null, textReader: null, answerer: null };
  return { requests, experts };
}

const detect = (target: Target): Check => ({ type: "detect", target });

describe("gathering evidence", () => {
  it("runs the detector once a picture for all that is asked", async () => {
    const { requests, experts } = detecting(async () => seesBoth);
    await gather([detect(dog), detect(cat), leftOf], [picture, picture], experts, { effort: "glance" });
    expect(requests).toEqual([
      { targets: [dog, cat], effort: "glance" },
      { targets: [dog, cat], effort: "glance" },
    ]);
  });

  it("compares the boxes that were found, and says of which picture", async () => {
    const { experts } = detecting(async () => seesBoth);
    const book = await gather([leftOf], [picture, picture], experts, { effort: "glance" });
    const found = book.get(checkKey(leftOf)) ?? [];
    expect(found).toEqual([
      { type: "geometry", expert: "geometry", image: 0, predicate: "left_of", subject: left, targets: [right], holds: true, margin: 1 },
      { type: "geometry", expert: "geometry", image: 1, predicate: "left_of", subject: left, targets: [right], holds: true, margin: 1 },
    ]);
  });

  it("never hands the detector what it has not learned", async () => {
    const { requests, experts } = detecting(async () => seesBoth);
    const book = await gather([detect(fountain)], [picture], experts, { effort: "thorough" });
    expect(requests).toEqual([]);
    expect(book.get("detect:fountain")).toMatchObject([{ type: "failure", code: "outside_vocabulary", expert: "fake" }]);
  });

  it.each([
    ["a presence that is no number", { category: "dog", presence: Number.NaN, boxes: [] }],
    ["a presence above one", { category: "dog", presence: 1.4, boxes: [] }],
    ["a probability that is no number", { category: "dog", presence: 0.5, boxes: [{ ...left, probability: Number.NaN }] }],
    ["boxes out of order", { category: "dog", presence: 0.9, boxes: [right, left] }],
    ["a box outside the picture", { category: "dog", presence: 0.9, boxes: [{ ...left, x2: 1.3 }] }],
    ["a box turned round", { category: "dog", presence: 0.9, boxes: [{ ...left, x1: 0.5 }] }],
    ["a box without end", { category: "dog", presence: 0.9, boxes: [{ ...left, x2: Number.POSITIVE_INFINITY }] }],
    ["an answer for something else", { category: "horse", presence: 0.9, boxes: [left] }],
  ])("takes %s for a failure", async (_, detection) => {
    const { experts } = detecting(async () => [detection]);
    const book = await gather([detect(dog)], [picture], experts, { effort: "glance" });
    expect(book.get("detect:dog")).toMatchObject([{ type: "failure", code: "expert_failed", image: 0 }]);
  });

  it.each([
    ["throws", new Error("no memory"), "expert_failed"],
    ["is unavailable", new YaffleError("expert_unavailable", "gone"), "expert_unavailable"],
    ["runs into its own time limit", new DOMException("late", "TimeoutError"), "deadline_exceeded"],
    ["throws no error", "a word", "expert_failed"],
  ] as const)("takes a detector that %s for a failure", async (_, thrown, code) => {
    const { experts } = detecting(() => Promise.reject(thrown));
    const book = await gather([detect(dog), leftOf], [picture], experts, { effort: "glance" });
    expect(book.get("detect:dog")).toMatchObject([{ type: "failure", code }]);
    expect(book.get(checkKey(leftOf))).toMatchObject([{ type: "failure", code }]);
  });

  it("tells a failure to detect once where the detection was asked too", async () => {
    const { experts } = detecting(() => Promise.reject(new Error("no memory")));
    const book = await gather([detect(dog), detect(cat), leftOf], [picture], experts, { effort: "glance" });
    expect(book.get(checkKey(leftOf))).toEqual([]);
  });

  it("leaves an expert behind that never answers", async () => {
    const { experts } = detecting(() => new Promise(() => {}));
    const book = await gather([detect(dog)], [picture], experts, { effort: "glance", expertTimeoutMs: 1 });
    expect(book.get("detect:dog")).toMatchObject([{ type: "failure", code: "deadline_exceeded" }]);
  });

  it("ends with the request's own reason where the caller leaves", async () => {
    const leaving = new AbortController();
    const reason = new DOMException("the caller left", "AbortError");
    const { experts } = detecting(() => {
      leaving.abort(reason);
      return new Promise(() => {});
    });
    await expect(gather([detect(dog), { type: "read" }], [picture], experts, { effort: "glance", signal: leaving.signal })).rejects.toBe(
      reason,
    );
  });

  it("says of every missing expert that it is missing", async () => {
    const { experts } = detecting(async () => seesBoth);
    const checks: readonly Check[] = [
      { type: "color", target: dog },
      { type: "read" },
      { type: "ask", question: "Is it wet?", about: dog },
    ];
    const book = await gather(checks, [picture], experts, { effort: "glance" });
    for (const check of checks) expect(book.get(checkKey(check))).toMatchObject([{ type: "failure", code: "expert_unavailable" }]);
  });

  it("measures colors on each plausible instance, and says where they mean nothing", async () => {
    const { experts } = detecting(async () => [{ category: "dog", presence: 0.9, boxes: [left, { ...right, probability: 0.05 }] }]);
    const facts = { id: "meter", role: "color", sha256: null, device: "cpu" } as const;
    const gray = { facts, measure: () => null, close: async () => {} };
    const book = await gather([{ type: "color", target: dog }], [picture], { ...experts, color: gray }, { effort: "glance" });
    expect(book.get("color:dog")).toEqual([{ type: "color", expert: "meter", image: 0, category: "dog", region: left, colors: [] }]);
  });

  it("takes a color share that is no number for a failure", async () => {
    const { experts } = detecting(async () => seesBoth);
    const facts = { id: "meter", role: "color", sha256: null, device: "cpu" } as const;
    const broken = { facts, measure: () => [{ name: "red", share: Number.NaN }], close: async () => {} };
    const book = await gather([{ type: "color", target: dog }], [picture], { ...experts, color: broken }, { effort: "glance" });
    expect(book.get("color:dog")).toMatchObject([{ type: "failure", code: "expert_failed", expert: "meter" }]);
  });

  it("asks a model about the likeliest instance", async () => {
    const { experts } = detecting(async () => seesBoth);
    const regions: unknown[] = [];
    const answerer = {
      facts: { id: "asker", role: "answerer", sha256: null, device: "cpu" } as const,
      answer: async (_: Picture, __: string, region: unknown) => {
        regions.push(region);
        return { answer: "yes", probability: 0.7 };
      },
      close: async () => {},
    };
    const check: Check = { type: "ask", question: "Is it wet?", about: dog };
    const book = await gather([check], [picture], { ...experts, answerer }, { effort: "glance" });
    expect(regions).toEqual([left]);
    expect(book.get(checkKey(check))).toEqual([
      { type: "answer", expert: "asker", image: 0, question: "Is it wet?", answer: "yes", probability: 0.7, region: left },
    ]);
  });
});
