/** COCO's annotation files: which categories stand in which image, and what people wrote about it. Boxes and masks are passed over. */
import { z } from "zod";
import { type DigestForm, readDigest } from "./digest.js";
import { wrongDocument } from "./located.js";

const id = z.union([z.int(), z.string().min(1)]);

/** Of `instances_*.json`. */
export const instancesSchema = z.object({
  images: z.array(z.object({ id, file_name: z.string().optional() })),
  annotations: z.array(z.object({ image_id: id, category_id: z.int() })),
  categories: z.array(z.object({ id: z.int(), name: z.string().min(1) })),
});
export type Instances = z.infer<typeof instancesSchema>;

/** Of `captions_*.json`. */
export const captionsSchema = z.object({ annotations: z.array(z.object({ image_id: id, caption: z.string() })) });
type CaptionsDocument = z.infer<typeof captionsSchema>;

/** What people wrote of each image, by its id as text. */
export type HumanCaptions = ReadonlyMap<string, readonly string[]>;

/** What scores read of a COCO instances file. */
export interface CocoImages {
  readonly images: readonly CocoImage[];
  /** Names of all its classes. */
  readonly categories: readonly string[];
}

export interface CocoImage {
  readonly id: string;
  readonly fileName: string | null;
  /** Names of the classes that it has an instance of. */
  readonly categories: readonly string[];
}

const texts = z.array(z.string());

const INSTANCES_FORM: DigestForm<Instances, CocoImages> = {
  name: "instances-1",
  whole: instancesSchema,
  digest: z.object({
    images: z.array(z.object({ id: z.string(), fileName: z.string().nullable(), categories: texts })),
    categories: texts,
  }),
  reduce: (file, instances) => {
    const names = new Map(instances.images.map(({ id, file_name }) => [String(id), file_name ?? null]));
    const images = [...categoriesByImage(file, instances)].map(([image, categories]) => ({
      id: image,
      fileName: names.get(image) ?? null,
      categories: [...categories],
    }));
    return { images, categories: instances.categories.map(({ name }) => name) };
  },
};

const CAPTIONS_FORM: DigestForm<CaptionsDocument, readonly (readonly [string, readonly string[]])[]> = {
  name: "captions-1",
  whole: captionsSchema,
  digest: z.array(z.tuple([z.string(), texts])),
  reduce: (_file, { annotations }) => {
    const byImage = new Map<string, string[]>();
    for (const { image_id, caption } of annotations) {
      const captions = byImage.get(String(image_id)) ?? [];
      byImage.set(String(image_id), captions);
      captions.push(caption);
    }
    return [...byImage];
  },
};

/**
 * @param cacheFolder where what is needed of the file is kept; null for nowhere
 * @throws YaffleError `invalid_request` with file and field
 */
export function readInstances(file: string, cacheFolder: string | null): Promise<CocoImages> {
  return readDigest(file, INSTANCES_FORM, cacheFolder);
}

/** @throws as `readInstances` */
export async function readHumanCaptions(file: string, cacheFolder: string | null): Promise<HumanCaptions> {
  return new Map(await readDigest(file, CAPTIONS_FORM, cacheFolder));
}

/**
 * Category names in each image, by its id as text; images without an instance have an empty set.
 * @throws YaffleError `invalid_request` where an annotation names an unknown image or category
 */
export function categoriesByImage(file: string, { images, annotations, categories }: Instances): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map(categories.map((category) => [category.id, category.name]));
  const found = new Map(images.map((image) => [String(image.id), new Set<string>()]));
  annotations.forEach(({ image_id, category_id }, index) => {
    const name = names.get(category_id);
    if (name === undefined) throw wrongDocument(file, `annotations.${index}.category_id`, `no category has the id ${category_id}.`);
    const inImage = found.get(String(image_id));
    if (inImage === undefined) throw wrongDocument(file, `annotations.${index}.image_id`, `no image has the id ${image_id}.`);
    inImage.add(name);
  });
  return found;
}
