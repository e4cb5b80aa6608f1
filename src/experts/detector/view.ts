/** What part of the picture a detector is shown, and which way round. */
import type { Box } from "../../domain/box.js";

export interface View {
  /** Fractions of the picture. */
  readonly region: Box;
  /** Left and right exchanged. */
  readonly mirrored: boolean;
}

export const WHOLE_PICTURE: Box = { x1: 0, y1: 0, x2: 1, y2: 1 };

export const WHOLE_VIEW: View = { region: WHOLE_PICTURE, mirrored: false };

export const MIRRORED_VIEW: View = { region: WHOLE_PICTURE, mirrored: true };

/** A part of a view's side that a tile takes: large enough that most objects lie whole in some tile. */
const TILE_SHARE = 0.6;

/** Four tiles that overlap, from the top left, row by row. Small objects are seen larger in them. */
export const TILE_VIEWS: readonly View[] = [0, 1 - TILE_SHARE].flatMap((y1) =>
  [0, 1 - TILE_SHARE].map((x1) => ({ region: { x1, y1, x2: x1 + TILE_SHARE, y2: y1 + TILE_SHARE }, mirrored: false })),
);

/** A box as fractions of the view to fractions of the picture, clipped to the view's region. */
export function toPicture({ region, mirrored }: View, box: Box): Box {
  const left = mirrored ? 1 - box.x2 : box.x1;
  const right = mirrored ? 1 - box.x1 : box.x2;
  const width = region.x2 - region.x1;
  const height = region.y2 - region.y1;
  return {
    x1: region.x1 + clip(left) * width,
    y1: region.y1 + clip(box.y1) * height,
    x2: region.x1 + clip(right) * width,
    y2: region.y1 + clip(box.y2) * height,
  };
}

function clip(fraction: number): number {
  return Math.min(1, Math.max(0, fraction));
}
