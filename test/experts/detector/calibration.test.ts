import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyOf, boxProbabilityOf, presenceOf } from "../../../src/experts/detector/calibration.js";
import { logistic, logit } from "../../../src/experts/detector/logistic.js";
import { COCO_CATEGORIES } from "../../../src/language/vocabulary/coco.js";
import { calibrationFor, findModel } from "../../../src/registry/read-registry.js";

const NONE = { bias: 0, whole: 0, disagreement: 0, tiles: 0, rival: 0, area: 0, frequency: 0, ease: 0, easeTimesWhole: 0 };

describe("calibration", () => {
  it("is the logistic function of the weighted features, the class's frequency and its ease", () => {
    const weights = {
      bias: 0.5,
      whole: 2,
      disagreement: -1,
      tiles: 0.5,
      rival: -0.2,
      area: 0.1,
      frequency: -0.3,
      ease: 2,
      easeTimesWhole: 1,
    };
    const calibration = {
      presence: { glance: NONE, thorough: weights },
      box: { glance: weights, thorough: NONE },
      classFacts: [
        { frequency: 0, ease: 0 },
        { frequency: -2, ease: 0.4 },
      ],
    };
    const features = { whole: 0.7, disagreement: 0.2, tiles: -1, rival: 2, area: -3 };
    const wanted = logistic(0.5 + 1.4 - 0.2 - 0.5 - 0.4 - 0.3 + 0.6 + 0.8 + 0.28);
    expect(presenceOf(features, 1, calibration, "thorough")).toBeCloseTo(wanted, 12);
    expect(boxProbabilityOf(features, 1, calibration, "glance")).toBeCloseTo(wanted, 12);
    expect(presenceOf(features, 1, calibration, "glance")).toBe(0.5);
  });

  it("of the registry rises with every score, and falls with that of a rival", async () => {
    const entry = await findModel("centernet-coco");
    const calibration = await calibrationFor(entry, "centernet", COCO_CATEGORIES);
    const score = fc.double({ min: -5, max: 5, noNaN: true });
    fc.assert(
      fc.property(score, score, fc.double({ min: 0.01, max: 2, noNaN: true }), fc.nat(79), (whole, tiles, more, classIndex) => {
        const features = { whole, disagreement: 0.1, tiles, rival: -1, area: -2 };
        for (const effort of ["glance", "thorough"] as const) {
          for (const read of [presenceOf, boxProbabilityOf]) {
            const before = read(features, classIndex, calibration, effort);
            expect(read({ ...features, whole: whole + more }, classIndex, calibration, effort)).toBeGreaterThan(before);
            expect(read({ ...features, tiles: tiles + more }, classIndex, calibration, effort)).toBeGreaterThanOrEqual(before);
            expect(read({ ...features, rival: more }, classIndex, calibration, effort)).toBeLessThanOrEqual(before);
          }
        }
      }),
    );
  });
});

describe("log-odds", () => {
  it("are undone by the logistic function, and held back at the ends", () => {
    expect(logistic(logit(0.3))).toBeCloseTo(0.3, 12);
    expect(logit(0)).toBe(logit(0.001));
    expect(Number.isFinite(logit(1))).toBe(true);
  });
});

describe("the chance of any of several", () => {
  it("is one minus that of none", () => {
    expect(anyOf([])).toBe(0);
    expect(anyOf([0.5, 0.5])).toBe(0.75);
    expect(anyOf([1, 0.2])).toBe(1);
  });
});
