/** COCO's annotation files: which categories stand in which image, and what people wrote about it. Boxes and masks are passed over. */
import { z } from "zod";
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
export type HumanCaptions = z.infer<typeof captionsSchema>;

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
