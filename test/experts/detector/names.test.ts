import { describe, expect, it } from "vitest";
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
