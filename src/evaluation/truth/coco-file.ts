/**
 * Photographs with the boxes that people drew, from a COCO instances file (Lin et al. 2014).
 *
 * The truth has faults of its own: annotators missed small things, and where a crowd is marked its members are not counted. What is
 * made from it says how it guards against both.
 */
import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { Box } from "../../domain/box.js";
import { YaffleError } from "../../domain/error.js";

export interface Instance {
  readonly category: string;
  readonly box: Box;
  /** One box around many: they were not counted. */
  readonly crowd: boolean;
  /** Where the file's maker wrote one: `color` beside the box is no part of COCO. */
  readonly color: string | null;
}

export interface Photograph {
  /** As in the file's `images`. */
  readonly id: number;
  readonly fileName: string;
  readonly instances: readonly Instance[];
}

const instancesFile = z.object({
  images: z.array(z.object({ id: z.number(), file_name: z.string(), width: z.number().positive(), height: z.number().positive() })),
  annotations: z.array(
    z.object({
      image_id: z.number(),
      category_id: z.number(),
      bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]),
      iscrowd: z.number().default(0),
      color: z.string().optional(),
    }),
  ),
  categories: z.array(z.object({ id: z.number(), name: z.string() })),
});

const captionsFile = z.object({ annotations: z.array(z.object({ image_id: z.number(), caption: z.string() })) });

/** The photographs of an instances file, in its order. @throws YaffleError invalid_request where the file is not of that form */
export async function readInstances(path: string): Promise<readonly Photograph[]> {
  const { images, annotations, categories } = await readJson(path, instancesFile);
  const names = new Map(categories.map(({ id, name }) => [id, name]));
  const byImage = new Map(images.map((image) => [image.id, { image, instances: [] as Instance[] }]));
  for (const { image_id, category_id, bbox, iscrowd, color } of annotations) {
    const photograph = byImage.get(image_id);
    const category = names.get(category_id);
    if (photograph === undefined || category === undefined) continue;
    const { width, height } = photograph.image;
    const [x, y, boxWidth, boxHeight] = bbox;
    const box = { x1: x / width, y1: y / height, x2: (x + boxWidth) / width, y2: (y + boxHeight) / height };
    photograph.instances.push({ category, box, crowd: iscrowd !== 0, color: color ?? null });
  }
  return [...byImage.values()].map(({ image, instances }) => ({ id: image.id, fileName: image.file_name, instances }));
}

/** The human captions of a COCO captions file, by image id. @throws YaffleError invalid_request where the file is not of that form */
export async function readCaptions(path: string): Promise<ReadonlyMap<number, readonly string[]>> {
  const { annotations } = await readJson(path, captionsFile);
  const captions = new Map<number, string[]>();
  for (const { image_id, caption } of annotations) captions.set(image_id, [...(captions.get(image_id) ?? []), caption]);
  return captions;
}

/** Instances by category; `crowded` where one of them marks a crowd. */
export interface Group {
  readonly category: string;
  readonly instances: readonly Instance[];
  readonly crowded: boolean;
}

/** A photograph's instances by category, in the order of their first boxes. */
export function groups({ instances }: Photograph): readonly Group[] {
  return [...new Set(instances.map(({ category }) => category))].map((category) => {
    const members = instances.filter((instance) => instance.category === category);
    return { category, instances: members, crowded: members.some(({ crowd }) => crowd) };
  });
}

async function readJson<Shape>(path: string, shape: z.ZodType<Shape>): Promise<Shape> {
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new YaffleError("invalid_request", `${path} cannot be read.`, { cause });
  });
  const json = parsed(text, path);
  const result = shape.safeParse(json);
  if (!result.success) throw new YaffleError("invalid_request", `${path} is no COCO file: ${z.prettifyError(result.error)}`);
  return result.data;
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new YaffleError("invalid_request", `${path} is not JSON.`, { cause });
  }
}
