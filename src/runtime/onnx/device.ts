/**
 * What a model can run on, in Yaffle's words, and what the runtime needs for each.
 *
 * That a device is offered here does not mean that this machine has it: only opening a session tells.
 */

export const DEVICES = ["cpu", "cuda", "tensorrt", "webgpu", "coreml", "directml"] as const;
export type Device = (typeof DEVICES)[number];
export type DeviceChoice = Device | "auto";

/** The runtime's own names. */
const PROVIDERS: Readonly<Record<Device, string>> = {
  cpu: "cpu",
  cuda: "cuda",
  tensorrt: "tensorrt",
  webgpu: "webgpu",
  coreml: "coreml",
  directml: "dml",
};

const NEEDS: Readonly<Record<Device, string>> = {
  cpu: "It needs a model that the runtime knows.",
  cuda: "It needs an NVIDIA GPU with its driver, CUDA 12 with cuDNN 9, and onnxruntime-node's CUDA libraries: set ONNXRUNTIME_NODE_INSTALL=cuda12 and install onnxruntime-node anew (Linux x64).",
  tensorrt:
    "It needs all that cuda needs, and TensorRT 10: set ONNXRUNTIME_NODE_INSTALL=cuda12 and install onnxruntime-node anew (Linux x64).",
  webgpu:
    "It needs a GPU with a Vulkan driver and the Vulkan loader (Debian: libvulkan1) on Linux, Direct3D 12 on Windows, or Metal on macOS.",
  coreml: "It needs macOS.",
  directml: "It needs Windows with a GPU that knows Direct3D 12.",
};

/**
 * What `auto` tries, best first; the CPU, which always works, is the last.
 *
 * tensorrt is left out because it compiles each model for minutes before its first run, and webgpu because it also takes a Vulkan driver that
 * computes on the CPU, hundreds of times slower than the CPU provider, and does not tell: both must be named.
 */
export function candidatesFor(choice: DeviceChoice, platform: NodeJS.Platform): readonly Device[] {
  if (choice !== "auto") return [choice];
  if (platform === "darwin") return ["coreml", "cpu"];
  if (platform === "win32") return ["directml", "cpu"];
  return ["cuda", "cpu"];
}

/** What an operator must do or have for the device, in a sentence. */
export function needsOf(device: Device): string {
  return NEEDS[device];
}

/** What the runtime calls the device. */
export function providerOf(device: Device): string {
  return PROVIDERS[device];
}
