/**
 * CenterNet on MobileNetV3 from the TensorFlow.js files that @vladmandic/human brings.
 *
 * Only the heat map of the 80 classes and the four box sides are taken over; TensorFlow's own search for the hundred best peaks stays
 * behind, because Yaffle asks for every class by name, weak peaks included.
 */
import { takingBytes, writeOnnx } from "./onnx-graph.js";
import { readTfjsModel } from "./tfjs-model.js";
import { type ConversionPlan, convertTfjsModel } from "./tfjs-to-onnx.js";

const PLAN: ConversionPlan = {
  name: "centernet-mobilenetv3",
  input: { from: "tower_0/images", name: "images", shape: ["batch", 3, 512, 512] },
  outputs: [
    { from: "tower_0/keypoints", name: "heat_map", shape: ["batch", 80, 128, 128] },
    { from: "tower_0/wh", name: "sides", shape: ["batch", 4, 128, 128] },
  ],
};

/**
 * @param sources the graph (JSON) and the weights, in this order
 * @param pixels what the input is made of
 * @returns the bytes of an ONNX file, the same for the same sources
 */
export function convertCenternet(sources: readonly Uint8Array[], pixels: "floats" | "bytes" = "floats"): Uint8Array {
  const [graph, weights] = sources;
  if (graph === undefined || weights === undefined) throw new Error("CenterNet is made from two files: the graph and the weights");
  const converted = convertTfjsModel(readTfjsModel(Buffer.from(graph).toString("utf8"), weights), PLAN);
  return writeOnnx(pixels === "bytes" ? takingBytes(converted) : converted);
}
