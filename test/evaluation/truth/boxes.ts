import type { Photograph } from "../../../src/evaluation/truth/coco-file.js";

/** A photograph of instances, each a category with the left and right end of its box. */
export function photographOf(id: number, ...instances: readonly (readonly [category: string, x1: number, x2: number])[]): Photograph {
  return {
    id,
    fileName: `${id}.jpg`,
    instances: instances.map(([category, x1, x2]) => ({ category, box: { x1, y1: 0.2, x2, y2: 0.8 }, crowd: false, color: null })),
  };
}

/** The same with one more box, around a crowd of the category. */
export function crowded(photograph: Photograph, category: string): Photograph {
  const box = { x1: 0, y1: 0, x2: 1, y2: 1 };
  return { ...photograph, instances: [...photograph.instances, { category, box, crowd: true, color: null }] };
}
