/**
 * Statements "The bus is red.", where somebody labelled the color.
 *
 * COCO has no colors. A label is the `color` of an instance where the file's maker added one, else what people wrote: a color that a
 * human caption gives to a category with exactly one instance in the photograph, where no caption gives it another. The false
 * statement has a color that nobody gave it. People name the color that strikes them, so a true label need not be the largest share
 * of the pixels; and they call clothes by their wearer, so persons are left out.
 */
import type { ClaimKind } from "../../domain/claim.js";
import { extract } from "../../extraction/extract.js";
import { drawOne, type Random } from "../../statistics/random.js";
import { groups, type Photograph } from "./coco-file.js";
import type { Statement } from "./statement.js";

/** The eleven basic color terms (Berlin and Kay 1969). */
export const BASIC_COLORS = ["black", "white", "gray", "red", "green", "blue", "yellow", "orange", "brown", "pink", "purple"] as const;

const KINDS: readonly ClaimKind[] = ["attribute"];

/** A true and a false statement for each labelled category. @param captions human captions by photograph id */
export function makeColors(
  photographs: readonly Photograph[],
  captions: ReadonlyMap<number, readonly string[]>,
  random: Random,
): readonly Statement[] {
  return photographs.flatMap((photograph) => {
    const written = writtenColors(captions.get(photograph.id) ?? []);
    return groups(photograph).flatMap(({ category, instances, crowded }) => {
      const [only] = instances;
      if (only === undefined || instances.length > 1 || crowded || category === "person") return [];
      const color = only.color ?? onlyOne(written.get(category));
      if (color === null) return [];
      const wrong = drawOne(
        BASIC_COLORS.filter((name) => name !== color),
        random,
      );
      const state = (said: string, truth: boolean): Statement => ({
        photograph: photograph.fileName,
        prompt: null,
        response: `The ${category} is ${said}.`,
        kind: "attribute",
        truth,
        about: category,
      });
      return wrong === undefined ? [] : [state(color, true), state(wrong, false)];
    });
  });
}

/** The basic colors that captions give to categories. Other color words count as a color of their own: they bar a label. */
export function writtenColors(captions: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const colors = new Map<string, Set<string>>();
  for (const caption of captions) {
    for (const claim of extract(caption, { prompt: null, kinds: KINDS }).claims) {
      if (claim.kind !== "attribute" || claim.attribute.type !== "color" || claim.negated) continue;
      const { category } = claim.object;
      const color = claim.attribute.value === "grey" ? "gray" : claim.attribute.value;
      colors.set(category, (colors.get(category) ?? new Set()).add(color));
    }
  }
  return colors;
}

function onlyOne(colors: ReadonlySet<string> | undefined): string | null {
  const [first, ...more] = colors ?? [];
  return first !== undefined && more.length === 0 && BASIC_COLORS.some((name) => name === first) ? first : null;
}
