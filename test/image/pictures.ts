/** Images made in the test, so that each format and each oddity is a real file. */
import sharp, { type Sharp } from "sharp";

export const LIMITS = { maxImageBytes: 5_000_000, maxImagePixels: 1_000_000 };

/** Left half red, right half blue. */
export function redAndBlue(width = 8, height = 4): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  for (let index = 0; index < width * height; index += 1) pixels[index * 3 + (index % width < width / 2 ? 0 : 2)] = 255;
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

export const QUARTERS: Readonly<Record<string, readonly [number, number, number]>> = {
  R: [255, 0, 0],
  G: [0, 255, 0],
  B: [0, 0, 255],
  W: [255, 255, 255],
};

/** Red and green above blue and white. */
export function quarters(width: number, height: number): Sharp {
  const letter = (x: number, y: number): string => (y < height / 2 ? (x < width / 2 ? "R" : "G") : x < width / 2 ? "B" : "W");
  const pixels = Array.from({ length: width * height }, (_, index) => QUARTERS[letter(index % width, Math.floor(index / width))] ?? []);
  return sharp(Buffer.from(pixels.flat()), { raw: { width, height, channels: 3 } });
}

/** Colors that no format packs into little, the same every time. */
export function noise(width: number, height: number): Sharp {
  const pixels = Buffer.from(Array.from({ length: width * height * 3 }, (_, index) => (Math.imul(index + 1, 2654435761) >>> 13) % 256));
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** A PNG that holds nothing but a header of the given size: what a decompression bomb looks like before it is decoded. */
export function hollowPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", Buffer.from("789c030000000001", "hex")),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
