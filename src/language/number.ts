/** Whether a noun, as written, names more than one. By its form alone: "glass" ends in s and is one. */

const PLURALS: ReadonlySet<string> = new Set([
  ...[
    "people",
    "taxis",
    "skis",
    "bikinis",
    "kiwis",
    "zucchinis",
    "paninis",
    "men",
    "women",
    "children",
    "geese",
    "mice",
    "feet",
    "teeth",
    "oxen",
    "cattle",
    "policemen",
    "firemen",
    "businessmen",
  ],
  ...["policewomen", "firefighters", "fishermen", "dice", "fungi", "cacti", "others", "gentlemen", "grandchildren", "calves"],
]);
const SINGULAR_IN_S: ReadonlySet<string> = new Set([
  ...["bus", "gas", "lens", "canvas", "tennis", "atlas", "cactus", "octopus", "walrus", "hippopotamus", "rhinoceros", "campus"],
  ...[
    "chess",
    "news",
    "series",
    "species",
    "focus",
    "circus",
    "virus",
    "iris",
    "tennis",
    "minibus",
    "omnibus",
    "status",
    "tetris",
    "citrus",
  ],
]);

/** @param word lower case */
export function isPlural(word: string): boolean {
  if (PLURALS.has(word) || /(?:men|children)$/.test(word)) return !/^(?:specimen|abdomen|regimen|semen|ramen)$/.test(word);
  return /s$/.test(word) && !/(?:ss|us|is)$/.test(word) && !SINGULAR_IN_S.has(word);
}
