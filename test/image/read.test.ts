import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Picture } from "../../src/domain/picture.js";
import { readPicture, readPictures } from "../../src/image/read.js";
import { hollowPng, LIMITS, noise, QUARTERS, quarters, redAndBlue } from "./pictures.js";

function reading(bytes: Uint8Array): Promise<Picture> {
  return readPicture({ type: "bytes", bytes }, LIMITS);
}

function pixel(picture: Picture, x: number, y: number): readonly number[] {
  const start = (y * picture.width + x) * 3;
  return [...picture.pixels.subarray(start, start + 3)];
}

/** Lossy formats keep a flat color to within a few steps. */
function expectNear(color: readonly number[], wanted: readonly number[]): void {
  for (const [index, value] of wanted.entries()) expect(Math.abs((color[index] ?? -1) - value)).toBeLessThan(24);
}

describe("reading an image", () => {
  it.each(["jpeg", "png", "webp", "gif", "avif"] as const)("reads %s", async (format) => {
    const picture = await reading(await redAndBlue(64, 32).toFormat(format, { quality: 95 }).toBuffer());
    expect(picture).toMatchObject({ width: 64, height: 32, notes: [] });
    expect(picture.pixels).toHaveLength(64 * 32 * 3);
    expectNear(pixel(picture, 8, 16), [255, 0, 0]);
    expectNear(pixel(picture, 56, 16), [0, 0, 255]);
  });

  it("gives the sha256 of the bytes as they came", async () => {
    const bytes = await redAndBlue().png().toBuffer();
    expect((await reading(bytes)).sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
  });

  it("reads a grey image as RGB", async () => {
    const bytes = await sharp(Buffer.from([0, 100, 200, 255]), { raw: { width: 2, height: 2, channels: 1 } })
      .toColorspace("b-w")
      .png()
      .toBuffer();
    const picture = await reading(bytes);
    expect([...picture.pixels]).toEqual([0, 0, 0, 100, 100, 100, 200, 200, 200, 255, 255, 255]);
  });

  it("lays what is transparent on white", async () => {
    const pixels = Buffer.from([255, 0, 0, 255, 0, 0, 0, 0]);
    const picture = await reading(
      await sharp(pixels, { raw: { width: 2, height: 1, channels: 4 } })
        .png()
        .toBuffer(),
    );
    expect([...picture.pixels]).toEqual([255, 0, 0, 255, 255, 255]);
  });

  it("reads a grey image with transparency", async () => {
    const pixels = Buffer.from([10, 255, 0, 0]);
    const bytes = await sharp(pixels, { raw: { width: 2, height: 1, channels: 2 } })
      .toColorspace("b-w")
      .png()
      .toBuffer();
    expect([...(await reading(bytes)).pixels]).toEqual([10, 10, 10, 255, 255, 255]);
  });

  it("reads CMYK", async () => {
    const picture = await reading(await redAndBlue(64, 32).toColorspace("cmyk").jpeg({ quality: 95 }).toBuffer());
    const [red = 0, green = 0, blue = 0] = pixel(picture, 8, 16);
    expect(red).toBeGreaterThan(180);
    expect(green).toBeLessThan(90);
    expect(blue).toBeLessThan(90);
  });

  it("reads 16 bits a channel as the same color in 8", async () => {
    const bytes = await sharp({ create: { width: 3, height: 2, channels: 3, background: { r: 200, g: 100, b: 50 } } })
      .toColorspace("rgb16")
      .png()
      .toBuffer();
    expect((await sharp(bytes).metadata()).depth).toBe("ushort");
    const picture = await reading(bytes);
    expect(picture.pixels).toHaveLength(18);
    expectNear(pixel(picture, 1, 1), [200, 100, 50]);
  });

  it("reads a single pixel", async () => {
    const picture = await reading(await redAndBlue(1, 1).png().toBuffer());
    expect({ ...picture, pixels: [...picture.pixels] }).toMatchObject({ width: 1, height: 1, pixels: [255, 0, 0] });
  });

  /** Where the red, green, blue and white quarters of the stored picture lie once it is upright, row by row (EXIF 2.32, tag 0x0112). */
  const UPRIGHT: Readonly<Record<number, string>> = {
    1: "RGBW",
    2: "GRWB",
    3: "WBGR",
    4: "BWRG",
    5: "RBGW",
    6: "BRWG",
    7: "WGBR",
    8: "GWRB",
  };

  it.each([1, 2, 3, 4, 5, 6, 7, 8])("turns a picture upright by the EXIF orientation %d", async (orientation) => {
    const bytes = await quarters(64, 32).withMetadata({ orientation }).jpeg({ quality: 95, chromaSubsampling: "4:4:4" }).toBuffer();
    const picture = await reading(bytes);
    const [width, height] = orientation < 5 ? [64, 32] : [32, 64];
    expect(picture).toMatchObject({ width, height });
    for (const [index, letter] of [...(UPRIGHT[orientation] ?? "")].entries()) {
      const [x, y] = [(width / 4) * (index % 2 === 0 ? 1 : 3), (height / 4) * (index < 2 ? 1 : 3)];
      expectNear(pixel(picture, x, y), QUARTERS[letter] ?? []);
    }
  });

  it.each(["jpeg", "png", "webp", "gif", "avif"] as const)("refuses half of a %s", async (format) => {
    const bytes = await noise(96, 96).toFormat(format, { quality: 90 }).toBuffer();
    await expect(reading(bytes.subarray(0, bytes.length >> 1))).rejects.toMatchObject({ code: "image_undecodable" });
  });

  it("names the image that cannot be read among several", async () => {
    const good = { type: "bytes", bytes: await redAndBlue().png().toBuffer() } as const;
    const bad = { type: "bytes", bytes: Buffer.from("no image") } as const;
    await expect(readPictures([good, bad], LIMITS)).rejects.toMatchObject({
      code: "image_undecodable",
      message: expect.stringMatching(/^images\.1: /),
      faults: [{ path: "images.1" }],
    });
  });

  it.each(["gif", "webp"] as const)("takes the first frame of a moving %s, and says so", async (format) => {
    const frames = await Promise.all(
      [redAndBlue(16, 16), redAndBlue(16, 16).negate(), redAndBlue(16, 16)].map((image) => image.png().toBuffer()),
    );
    const picture = await reading(
      await sharp(frames, { join: { animated: true } })
        .toFormat(format, { quality: 95 })
        .toBuffer(),
    );
    expect(picture).toMatchObject({ width: 16, height: 16, notes: ["first of 3 frames"] });
    expectNear(pixel(picture, 2, 8), [255, 0, 0]);
  });
});

describe("an image that cannot be read", () => {
  it.each([
    ["words", Buffer.from("this is not an image, it is words")],
    ["SVG, which could name other files", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>')],
    ["a single byte", Buffer.from([0xff])],
  ])("is refused as undecodable: %s", async (_, bytes) => {
    await expect(reading(bytes)).rejects.toMatchObject({
      code: "image_undecodable",
      message: "The image is not a JPEG, PNG, WebP, GIF or AVIF.",
    });
  });

  it.each(["jpeg", "png", "webp"] as const)("is refused as undecodable: a truncated %s", async (format) => {
    const noise = await sharp({
      create: { width: 200, height: 200, channels: 3, background: "#777", noise: { type: "gaussian", mean: 128, sigma: 40 } },
    })
      .toFormat(format)
      .toBuffer();
    await expect(reading(noise.subarray(0, noise.length / 2))).rejects.toMatchObject({ code: "image_undecodable" });
  });

  it("is refused by its header where it has too many pixels", async () => {
    const bytes = hollowPng(30_000, 30_000);
    expect(bytes.length).toBeLessThan(100);
    await expect(reading(bytes)).rejects.toMatchObject({ code: "image_too_large", message: expect.stringContaining("30000 × 30000") });
  });

  it("is refused where it has too many bytes", async () => {
    await expect(reading(Buffer.alloc(LIMITS.maxImageBytes + 1))).rejects.toMatchObject({ code: "image_too_large" });
  });

  it("is refused where it has none", async () => {
    await expect(reading(Buffer.alloc(0))).rejects.toMatchObject({ code: "invalid_request", message: "The image is empty." });
  });
});

describe("where an image comes from", () => {
  let folder = "";
  let path = "";
  let bytes: Buffer = Buffer.alloc(0);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "yaffle-image-"));
    path = join(folder, "red and blue.png");
    bytes = await redAndBlue().png().toBuffer();
    await writeFile(path, bytes);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("may be a file, base64 of either alphabet, or a data URI: the picture is the same", async () => {
    const wanted = await reading(bytes);
    const base64 = bytes.toString("base64");
    expect(await readPicture({ type: "file", path }, LIMITS)).toEqual(wanted);
    expect(await readPicture({ type: "base64", text: base64 }, LIMITS)).toEqual(wanted);
    expect(await readPicture({ type: "base64", text: bytes.toString("base64url") }, LIMITS)).toEqual(wanted);
    expect(await readPicture({ type: "base64", text: base64.replace(/(.{20})/g, "$1\r\n") }, LIMITS)).toEqual(wanted);
    expect(await readPicture({ type: "data_uri", text: `data:image/png;base64,${base64}` }, LIMITS)).toEqual(wanted);
    expect(await readPicture({ type: "data_uri", text: `data:image/png,${escape(bytes.toString("latin1"))}` }, LIMITS)).toEqual(wanted);
  });

  it.each([
    ["base64", "!!!!", "The image is not valid base64."],
    ["base64", "AAAAA", "The image is not valid base64."],
    ["data_uri", "image/png;base64,AAAA", "The image is not a data URI: it must begin with data: and hold a comma."],
    ["data_uri", "data:image/png,%zz", "The data URI has a % without two hexadecimal digits."],
  ] as const)("is refused with its reason: %s %s", async (type, text, message) => {
    await expect(readPicture({ type, text }, LIMITS)).rejects.toMatchObject({ code: "invalid_request", message });
  });

  it("is refused where the file is missing or a folder", async () => {
    await expect(readPicture({ type: "file", path: join(folder, "none.png") }, LIMITS)).rejects.toMatchObject({
      code: "invalid_request",
      message: expect.stringContaining("there is no such file"),
    });
    await expect(readPicture({ type: "file", path: folder }, LIMITS)).rejects.toMatchObject({
      code: "invalid_request",
      message: expect.stringContaining("is not a file"),
    });
  });

  it("is left alone once the caller is gone", async () => {
    await expect(readPicture({ type: "bytes", bytes }, LIMITS, AbortSignal.abort(new Error("gone")))).rejects.toThrow("gone");
  });
});
