/**
 * From a TensorFlow.js graph to an ONNX graph.
 *
 * TensorFlow keeps pictures as [batch, height, width, channels], ONNX as [batch, channels, height, width]: weights are transposed here
 * once, and no value is at run time. Only the operators that convolutional detectors of the MobileNetV3 family use are known; another one
 * is an error and never a guess. The batch dimension becomes free.
 */
import type { AttributeValue, OnnxGraph, OnnxNode, OnnxPort, OnnxTensor } from "./onnx-graph.js";
import { integers, isSet, type TfjsModel, type TfjsNode, type TfjsTensor, words } from "./tfjs-model.js";

export interface ConversionPlan {
  readonly name: string;
  /** The placeholder, and the name and shape that the ONNX input gets. */
  readonly input: OnnxPort & { readonly from: string };
  /** Only what these need is converted. */
  readonly outputs: readonly (OnnxPort & { readonly from: string })[];
}

/** @throws Error where the graph holds an operator, or a use of one, that is not known here */
export function convertTfjsModel(model: TfjsModel, plan: ConversionPlan): OnnxGraph {
  const conversion = new Conversion(model, plan);
  for (const output of plan.outputs) conversion.addOutput(output.from, output.name);
  return { name: plan.name, inputs: [plan.input], outputs: plan.outputs, nodes: conversion.nodes, tensors: conversion.tensors };
}

/** Grows the ONNX graph from an output back to the input, each node after those that it reads. */
class Conversion {
  readonly nodes: OnnxNode[] = [];
  readonly #tensors = new Map<string, OnnxTensor>();
  readonly #model: TfjsModel;
  readonly #done: Set<string>;
  readonly #plan: ConversionPlan;

  constructor(model: TfjsModel, plan: ConversionPlan) {
    this.#model = model;
    this.#plan = plan;
    this.#done = new Set([plan.input.from]);
  }

  get tensors(): readonly OnnxTensor[] {
    return [...this.#tensors.values()];
  }

  addOutput(from: string, name: string): void {
    this.#emit("Identity", [this.#value(from)], name);
  }

  /** The ONNX name of a node's result, converted with all that it needs when first asked for. */
  #value(name: string): string {
    if (name === this.#plan.input.from) return this.#plan.input.name;
    if (!this.#done.has(name)) {
      const node = this.#model.nodes.get(name);
      if (node === undefined) throw new Error(`the graph has no node ${name}`);
      this.#convert(node);
      this.#done.add(name);
    }
    return name;
  }

  #convert(node: TfjsNode): void {
    const [first = "", second = ""] = node.input;
    switch (node.op) {
      case "Const":
        this.#scalar(node.name);
        break;
      case "Conv2D":
      case "_FusedConv2D":
      case "DepthwiseConv2dNative":
      case "FusedDepthwiseConv2dNative":
        this.#convolution(node, node.op.includes("Depthwise"));
        break;
      case "Add":
      case "Sub":
      case "Mul":
        this.#emit(node.op, [this.#value(first), this.#value(second)], node.name);
        break;
      case "Relu":
      case "Sigmoid":
      case "Identity":
        this.#emit(node.op, [this.#value(first)], node.name);
        break;
      case "Relu6":
        this.#emit("Clip", [this.#value(first), this.#constant(0), this.#constant(6)], node.name);
        break;
      case "Mean":
        this.#mean(node, first, second);
        break;
      case "ConcatV2":
        this.#concatenation(node);
        break;
      case "ResizeBilinear":
        this.#resize(node, first);
        break;
      default:
        throw new Error(`${node.name}: operator ${node.op} has no conversion`);
    }
  }

  #convolution(node: TfjsNode, isDepthwise: boolean): void {
    const [source = "", kernelName = "", biasName] = node.input;
    const fused = words(node, "fused_ops");
    if (fused.length > 2 || (fused[0] ?? "BiasAdd") !== "BiasAdd" || (fused[1] ?? "Relu") !== "Relu") {
      throw new Error(`${node.name}: fused operators ${fused.join(", ")} have no conversion`);
    }
    const kernel = this.#floats(kernelName);
    const [height = 0, width = 0, inputs = 0, outputs = 0] = kernel.shape;
    const kernelShape = isDepthwise ? [inputs * outputs, 1, height, width] : [outputs, inputs, height, width];
    this.#tensor(kernelName, kernelShape, isDepthwise ? moveDepthwise(kernel) : moveKernel(kernel));
    const weights = [kernelName];
    if (fused.length > 0 && biasName !== undefined) {
      const bias = this.#floats(biasName);
      this.#tensor(biasName, bias.shape, Float32Array.from(bias.values));
      weights.push(biasName);
    }
    const attributes = {
      kernel_shape: [height, width],
      strides: integers(node, "strides").slice(1, 3),
      dilations: integers(node, "dilations").slice(1, 3),
      group: isDepthwise ? inputs : 1,
      auto_pad: words(node, "padding")[0] === "SAME" ? "SAME_UPPER" : "VALID",
    };
    const inputsOfNode = [this.#value(source), ...weights];
    const isRectified = fused[1] === "Relu";
    const output = isRectified ? `${node.name}/linear` : node.name;
    this.#emit("Conv", inputsOfNode, output, attributes);
    if (isRectified) this.#emit("Relu", [output], node.name);
  }

  #mean(node: TfjsNode, source: string, axesName: string): void {
    const axes = [...(this.#model.tensors.get(axesName)?.values ?? [])].sort().join(",");
    if (axes !== "1,2" || !isSet(node, "keep_dims")) throw new Error(`${node.name}: a mean over axes ${axes} has no conversion`);
    this.#emit("GlobalAveragePool", [this.#value(source)], node.name);
  }

  #concatenation(node: TfjsNode): void {
    const axis = this.#model.tensors.get(node.input.at(-1) ?? "")?.values[0];
    if (axis !== 3 && axis !== -1) throw new Error(`${node.name}: a concatenation along axis ${axis} has no conversion`);
    const parts = node.input.slice(0, -1).map((part) => this.#value(part));
    this.#emit("Concat", parts, node.name, { axis: 1 });
  }

  /** Every resize of the family doubles; a scale instead of a size leaves the batch dimension free. */
  #resize(node: TfjsNode, source: string): void {
    if (isSet(node, "align_corners") || isSet(node, "half_pixel_centers")) {
      throw new Error(`${node.name}: only the asymmetric resize has a conversion`);
    }
    const scales = `${node.name}/scales`;
    this.#tensor(scales, [4], Float32Array.of(1, 1, 2, 2));
    this.#emit("Resize", [this.#value(source), "", scales], node.name, { mode: "linear", coordinate_transformation_mode: "asymmetric" });
  }

  #scalar(name: string): void {
    const { shape, values } = this.#floats(name);
    if (shape.length > 0) throw new Error(`${name}: a constant of shape [${shape.join(", ")}] has no conversion`);
    this.#tensor(name, [], Float32Array.from(values));
  }

  #constant(value: number): string {
    const name = `constant/${value}`;
    this.#tensor(name, [], Float32Array.of(value));
    return name;
  }

  #floats(name: string): TfjsTensor {
    const tensor = this.#model.tensors.get(name);
    if (tensor === undefined || !(tensor.values instanceof Float32Array)) throw new Error(`${name}: not a float constant`);
    return tensor;
  }

  #tensor(name: string, shape: readonly number[], values: Float32Array): void {
    this.#tensors.set(name, { name, shape, values });
  }

  #emit(operator: string, inputs: readonly string[], output: string, attributes: Readonly<Record<string, AttributeValue>> = {}): void {
    this.nodes.push({ operator, inputs, output, attributes });
  }
}

/** [height, width, inputs, outputs] to [outputs, inputs, height, width]. */
function moveKernel({ shape, values }: TfjsTensor): Float32Array {
  const [height = 0, width = 0, inputs = 0, outputs = 0] = shape;
  const size = height * width;
  return Float32Array.from({ length: values.length }, (_, index) => {
    const place = index % size;
    const input = Math.floor(index / size) % inputs;
    const output = Math.floor(index / (size * inputs));
    return values[(place * inputs + input) * outputs + output] ?? 0;
  });
}

/** [height, width, inputs, multiples] to [inputs × multiples, 1, height, width]. */
function moveDepthwise({ shape, values }: TfjsTensor): Float32Array {
  const [height = 0, width = 0, inputs = 0, multiples = 0] = shape;
  const size = height * width;
  return Float32Array.from({ length: values.length }, (_, index) => {
    const channel = Math.floor(index / size);
    return values[(index % size) * inputs * multiples + channel] ?? 0;
  });
}
