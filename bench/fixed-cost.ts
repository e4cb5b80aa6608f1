/** A Yaffle whose detector takes a fixed time, or none, and sees one of everything: what is measured over it is everything else. */
import { setTimeout as wait } from "node:timers/promises";
import type { Detector } from "../src/domain/ports.js";
import { cached } from "../src/experts/wrappers/cached.js";
import { COCO_CATEGORIES } from "../src/language/vocabulary/coco.js";
import { DEFAULT_LIMITS } from "../src/pipeline/limits.js";
import { createYaffle, type Yaffle } from "../src/pipeline/yaffle.js";

/** Of waiting, not of computing: so that workers get in each other's way only by what Yaffle itself computes. */
export const LOOK_MS = 20;

/** What the detector's cache has where no setting says otherwise. */
const CACHE_BYTES = 16 * 1024 * 1024;

/** @param looked told of each look */
export function fixedCostYaffle(looked: () => void = () => undefined): Yaffle {
  return yaffleOver(async () => {
    looked();
    await wait(LOOK_MS);
  });
}

/** One that sees at once, and remembers as the real one does. */
export function cheapYaffle(): Yaffle {
  return yaffleOver(async () => undefined, CACHE_BYTES);
}

function yaffleOver(look: () => Promise<void>, cacheBytes = 0): Yaffle {
  const detector: Detector = {
    facts: { id: "fixed-cost", role: "detector", sha256: null, device: "cpu" },
    vocabulary: COCO_CATEGORIES,
    detect: async (_picture, { targets }) => {
      await look();
      return targets.map(({ category }) => ({
        category,
        presence: 0.97,
        boxes: [{ x1: 0.1, y1: 0.1, x2: 0.4, y2: 0.4, probability: 0.96 }],
      }));
    },
    close: async () => undefined,
  };
  const clock = { nowMs: () => performance.now() };
  const eyes = cacheBytes === 0 ? detector : cached(detector, cacheBytes);
  return createYaffle({ detector: eyes, color: null, textReader: null, answerer: null, clock, limits: DEFAULT_LIMITS });
}
