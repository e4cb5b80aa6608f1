import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Box } from "../../../src/domain/box.js";
import type { Picture } from "../../../src/domain/picture.js";
import { type Frame, type FrameForm, frame as frameInto, sizeOf, toView } from "../../../src/experts/detector/frame.js";
import { MIRRORED_VIEW, TILE_VIEWS, toPicture, type View, WHOLE_VIEW } from "../../../src/experts/detector/view.js";

const FORM: FrameForm = { side: 8, fit: "centered", padding: 9, channels: "rgb", scale: 1 };

/** In memory that holds what an earlier frame left there. */
async function frame(picture: Picture, view: View, form: FrameForm): Promise<Frame & { readonly planes: Float32Array }> {
  const planes = new Float32Array(sizeOf(form)).fill(-7);
  return { planes, ...(await frameInto(picture, view, form, planes)) };
}

/** Left half red, right half blue. */
function redAndBlue(width: number, height: number) {
  const pixels = Uint8Array.from({ length: width * height * 3 }, (_, index) => {
    const isLeft = Math.floor(index / 3) % width < width / 2;
    return index % 3 === (isLeft ? 0 : 2) ? 255 : 0;
  });
  return { sha256: "", width, height, pixels, notes: [] };
}

/** The three planes at a place of the square. */
function at(planes: Float32Array, x: number, y: number): readonly number[] {
  return [0, 1, 2].map((plane) => planes[plane * 64 + y * 8 + x] ?? -1);
}

describe("framing a picture for a network", () => {
  it("keeps the aspect ratio, in the middle, and pads the rest", async () => {
    const framed = await frame(redAndBlue(8, 4), WHOLE_VIEW, FORM);
    expect(framed).toMatchObject({ left: 0, top: 2, width: 8, height: 4 });
    expect([at(framed.planes, 0, 1), at(framed.planes, 0, 2), at(framed.planes, 7, 5), at(framed.planes, 7, 6)]).toEqual([
      [9, 9, 9],
      [255, 0, 0],
      [0, 0, 255],
      [9, 9, 9],
    ]);
  });

  it("sits at the top left, in the order blue, green, red, where the network was trained so", async () => {
    const framed = await frame(redAndBlue(8, 4), WHOLE_VIEW, { ...FORM, fit: "top_left", channels: "bgr" });
    expect([at(framed.planes, 0, 0), at(framed.planes, 0, 4)]).toEqual([
      [0, 0, 255],
      [9, 9, 9],
    ]);
  });

  it("fills the square, in the range wanted", async () => {
    const framed = await frame(redAndBlue(8, 4), WHOLE_VIEW, { ...FORM, fit: "stretched", scale: 1 / 255 });
    expect([at(framed.planes, 0, 0), at(framed.planes, 7, 7)]).toEqual([
      [1, 0, 0],
      [0, 0, 1],
    ]);
  });

  it("exchanges left and right for the mirrored view", async () => {
    const framed = await frame(redAndBlue(8, 4), MIRRORED_VIEW, FORM);
    expect(at(framed.planes, 0, 3)).toEqual([0, 0, 255]);
  });

  it("shows a tile larger", async () => {
    const [tile] = TILE_VIEWS;
    const framed = await frame(redAndBlue(80, 80), tile ?? WHOLE_VIEW, FORM);
    expect(at(framed.planes, 0, 0)).toEqual([255, 0, 0]);
    expect(at(framed.planes, 7, 7)).toEqual([0, 0, 255]);
  });
});

describe("a box on its way back to the picture", () => {
  it("leaves the padding out", () => {
    expect(toView({ left: 0, top: 2, width: 8, height: 4 }, { x1: 2, y1: 3, x2: 4, y2: 6 })).toEqual({
      x1: 0.25,
      y1: 0.25,
      x2: 0.5,
      y2: 1,
    });
  });

  it("is turned round where the view was mirrored", () => {
    expect(toPicture(MIRRORED_VIEW, { x1: 0.1, y1: 0, x2: 0.3, y2: 1 })).toEqual({ x1: 0.7, y1: 0, x2: 0.9, y2: 1 });
  });

  it("lies inside its view, whatever the network says", () => {
    const number = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(WHOLE_VIEW, MIRRORED_VIEW, ...TILE_VIEWS), number, number, number, number, (view, a, b, c, d) => {
        const box: Box = { x1: Math.min(a, b), y1: Math.min(c, d), x2: Math.max(a, b), y2: Math.max(c, d) };
        const placed = toPicture(view, box);
        expect(placed.x1).toBeGreaterThanOrEqual(view.region.x1);
        expect(placed.x2).toBeLessThanOrEqual(view.region.x2 + 1e-12);
        expect(placed.x1).toBeLessThanOrEqual(placed.x2);
        expect(placed.y1).toBeLessThanOrEqual(placed.y2);
      }),
    );
  });
});
