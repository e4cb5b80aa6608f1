/** Color words and the basic term that each comes nearest to. A shade between two terms is given the one that most people choose. */

/** Source: B. Berlin & P. Kay, "Basic Color Terms" (1969): the eleven of English. */
export const BASIC_COLORS = ["black", "white", "gray", "red", "orange", "yellow", "green", "blue", "purple", "pink", "brown"] as const;
export type BasicColor = (typeof BASIC_COLORS)[number];

const SHADES: Readonly<Record<BasicColor, readonly string[]>> = {
  black: ["jet-black", "ebony", "pitch-black"],
  white: ["ivory", "off-white", "cream", "cream-colored", "snow-white", "eggshell"],
  gray: ["grey", "silver", "charcoal", "silvery", "slate", "ash-gray", "greyish", "grayish"],
  red: ["crimson", "scarlet", "maroon", "burgundy", "ruby", "cherry-red", "reddish", "vermilion"],
  orange: ["amber", "peach", "apricot", "tangerine-colored", "coral"],
  yellow: ["gold", "golden", "mustard", "lemon-yellow", "yellowish", "blond", "blonde"],
  green: ["lime", "olive", "emerald", "mint-green", "lime-green", "greenish", "forest-green", "neon-green"],
  blue: ["navy", "azure", "turquoise", "teal", "cyan", "aqua", "sky-blue", "navy-blue", "bluish", "baby-blue", "cobalt", "indigo"],
  purple: ["violet", "lavender", "magenta", "lilac", "mauve", "plum", "purplish"],
  pink: ["rose-colored", "fuchsia", "salmon-colored", "hot-pink", "pinkish"],
  brown: ["tan", "beige", "chestnut", "bronze-colored", "khaki", "brownish", "brunette", "taupe", "copper-colored", "auburn"],
};

const TERMS: ReadonlyMap<string, BasicColor> = new Map(
  BASIC_COLORS.flatMap((term) => [term, ...SHADES[term]].map((shade): readonly [string, BasicColor] => [shade, term])),
);

/** Words that qualify a color and leave it what it is: "dark blue", "bright red". */
export const COLOR_QUALIFIERS: ReadonlySet<string> = new Set([
  ...[
    "dark",
    "light",
    "bright",
    "pale",
    "deep",
    "vivid",
    "neon",
    "pastel",
    "vibrant",
    "dull",
    "faded",
    "solid",
    "navy",
    "sky",
    "lime",
    "mint",
  ],
  ...[
    "forest",
    "baby",
    "hot",
    "royal",
    "off",
    "jet",
    "cherry",
    "lemon",
    "olive",
    "dusty",
    "muted",
    "mostly",
    "predominantly",
    "light-colored",
  ],
]);

/**
 * The basic term for a color word or hyphenated shade: "navy" → "blue", "dark-green" → "green"; null where it is no color.
 * @param word lower case
 */
export function basicColorOf(word: string): BasicColor | null {
  const known = TERMS.get(word);
  if (known !== undefined) return known;
  if (!word.includes("-")) return null;
  const parts = word.replace(/-colou?red$/, "").split("-");
  const base = TERMS.get(parts.at(-1) ?? "");
  return base !== undefined && parts.slice(0, -1).every((part) => COLOR_QUALIFIERS.has(part) || TERMS.has(part)) ? base : null;
}

const NO_COLORS: readonly string[] = [];

/** The color words of "red", "red-and-white", "black-white" or "dark-blue", in order; none where a part is no color. */
export function colorsIn(word: string): readonly string[] {
  if (TERMS.has(word)) return [word];
  if (!word.includes("-")) return NO_COLORS;
  const parts = word
    .replace(/-colou?red$/, "")
    .split("-")
    .filter((part) => part !== "and");
  if (parts.length > 1 && parts.every((part) => TERMS.has(part))) return parts;
  return basicColorOf(word) === null ? [] : [word];
}
