/**
 * Words of two senses, decided by the words around them: a bat among baseball players, a mouse among cats. Where nothing decides, the
 * word stays outside the vocabulary, or takes the sense that nearly every picture shows.
 */

interface Sense {
  /** Any of these in the text decides for `category`. */
  readonly context: ReadonlySet<string>;
  readonly category: string;
  readonly otherwise: string;
}

const BASEBALL = new Set(
  "baseball softball batter pitcher umpire catcher ball helmet swing swinging plate player pitch inning dugout outfield glove mitt league game".split(
    " ",
  ),
);
const DRINKING = new Set(
  "wine champagne beer drink drinks beverage beverages water juice cocktail cocktails toast bottle bottles table dinner restaurant cheers pour pouring".split(
    " ",
  ),
);
const RODENT = new Set("rodent cat cats cheese tail whiskers ears fur squirrel hamster animal animals trap nibbling".split(" "));

/** "keeps watch", "stands watch": nothing on a wrist. */
const GUARDING = new Set("keep keeps keeping kept guard guards guarding".split(" "));

const SENSES: ReadonlyMap<string, Sense> = new Map([
  ["bat", { context: BASEBALL, category: "baseball bat", otherwise: "bat" }],
  [
    "glove",
    {
      context: new Set(["baseball", "softball", "catcher", "umpire", "pitcher", "batter", "mitt"]),
      category: "baseball glove",
      otherwise: "glove",
    },
  ],
  [
    "pitcher",
    { context: new Set(["baseball", "mound", "batter", "pitch", "throw", "throwing", "umpire"]), category: "person", otherwise: "pitcher" },
  ],
  ["tie", { context: new Set(["score", "scored", "scoreboard", "league", "tournament"]), category: "draw", otherwise: "tie" }],
  ["watch", { context: GUARDING, category: "vigil", otherwise: "watch" }],
  ["mouse", { context: RODENT, category: "rodent", otherwise: "mouse" }],
  ["glasses", { context: DRINKING, category: "glass", otherwise: "glasses" }],
  ["subject", { context: new Set(["wearing", "smiling", "wears", "smiles"]), category: "person", otherwise: "subject" }],
]);

const EYES = new Set("wearing wears wear wore eye eyes face sunglasses".split(" "));

const COMPUTING = new Set("keyboard computer laptop monitor desk mousepad pad screen wireless click".split(" "));

/**
 * The category of a word of two senses, or null where the word has one.
 * @param noun as in the text, lower case, and its singular
 * @param context every word of the text, lower case
 */
export function senseOf(noun: string, singularNoun: string, context: ReadonlySet<string>): string | null {
  const sense = SENSES.get(noun) ?? (noun === "glasses" ? undefined : SENSES.get(singularNoun));
  if (sense === undefined) return null;
  if (noun === "glasses" && has(context, EYES)) return sense.otherwise;
  if (sense.category === "rodent" && has(context, COMPUTING)) return sense.otherwise;
  return has(context, sense.context) ? sense.category : sense.otherwise;
}

const DECIDING: readonly string[] = [
  ...new Set([...SENSES.values()].flatMap(({ context }) => [...context]).concat([...EYES], [...COMPUTING])),
];

/** The words of a text that decide between senses: two texts with the same ones read every word alike. */
export function sensesIn(context: ReadonlySet<string>): string {
  return DECIDING.filter((word) => context.has(word)).join(" ");
}

function has(context: ReadonlySet<string>, words: ReadonlySet<string>): boolean {
  for (const word of words) if (context.has(word)) return true;
  return false;
}
