import { describe, expect, it } from "vitest";
import { leadOf } from "../../../src/experts/detector/lead.js";
import { detectorNames } from "../../../src/experts/detector/open.js";

describe("the names of detectors", () => {
  it.each([
    ["centernet-coco", ["centernet-coco"]],
    ["centernet-coco+file:a/b.onnx", ["centernet-coco", "file:a/b.onnx"]],
    ["file:a/b.onnx+centernet-coco+inference:host:1/model", ["file:a/b.onnx", "centernet-coco", "inference:host:1/model"]],
    ["file:/home/c++/own+new.onnx", ["file:/home/c++/own+new.onnx"]],
  ])("in %s", (spec, names) => {
    expect(detectorNames(spec)).toEqual(names);
  });
});

describe("how often the first of several counts", () => {
  it.each([
    ["centernet-coco", 5],
    ["inference:host:1/centernet-coco", 5],
    ["rtdetr-r50", 2],
    ["file:centernet-coco", 2],
    ["inference:host:1/own", 2],
  ])("%s: %d times", async (spec, lead) => {
    expect(await leadOf(spec)).toBe(lead);
  });
});
