import { describe, expect, it } from "vitest";
import { foreseenShape } from "../../../src/runtime/onnx/foreseen.js";

const given = (...shapes: readonly (readonly number[])[]) =>
  Object.fromEntries(shapes.map((shape, index) => [`input-${index}`, { shape, values: new Float32Array() }]));
const declared = (...shapes: readonly (readonly (number | string)[])[]) =>
  shapes.map((shape, index) => ({ name: `input-${index}`, type: "float32", shape }));

describe("the shape of an output before the run", () => {
  it.each([
    ["is what the model declares", [1, 80], declared([1, 3]), given([1, 3]), [1, 80]],
    [
      "takes a size that an input names from what is given",
      ["batch", 80, "side"],
      declared(["batch", 3], ["side"]),
      given([16, 3], [7]),
      [16, 80, 7],
    ],
    ["is not known where no input names the size", ["batch", "found"], declared(["batch", 3]), given([16, 3]), null],
    ["is not known where the size has no name", ["", 80], declared(["", 3]), given([16, 3]), null],
    ["is not known where inputs disagree about the size", ["batch"], declared(["batch"], ["batch"]), given([2], [3]), null],
    ["is not known where the input that names the size is missing", ["batch"], declared(["batch"]), given(), null],
  ])("%s", (_name, shape, inputs, values, expected) => {
    expect(foreseenShape({ name: "output", type: "float32", shape }, inputs, values)).toEqual(expected);
  });
});
