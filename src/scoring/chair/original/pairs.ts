/**
 * Two words that are one object: "hot dog", "fire hydrant".
 *
 * Source: the pair table of CHAIR's scorer. It is read after words were made singular, so "tennis racket" (by then "tenni racket") and
 * "sports ball" never meet; "home plate" and "train track" are no objects and swallow the words that would be.
 */

const THEMSELVES: readonly string[] = [
  ...[
    "motor bike",
    "motor cycle",
    "air plane",
    "traffic light",
    "street light",
    "traffic signal",
    "stop light",
    "fire hydrant",
    "stop sign",
  ],
  ...[
    "parking meter",
    "suit case",
    "sports ball",
    "baseball bat",
    "baseball glove",
    "tennis racket",
    "wine glass",
    "hot dog",
    "cell phone",
  ],
  ...["mobile phone", "teddy bear", "hair drier", "potted plant", "laptop computer", "stove top oven", "home plate", "train track"],
];

/** "baby elephant" and "adult elephant" are an elephant; "baby" alone is a person. */
const WITH_AGE: readonly string[] = [
  "bird",
  "cat",
  "dog",
  "horse",
  "sheep",
  "cow",
  "elephant",
  "bear",
  "zebra",
  "giraffe",
  "animal",
  "cub",
];

/** Pair as it stands → the word that stands for it. */
const MERGED: ReadonlyMap<string, string> = new Map([
  ...THEMSELVES.map((pair) => [pair, pair] as const),
  ...WITH_AGE.flatMap((animal) => [[`baby ${animal}`, animal] as const, [`adult ${animal}`, animal] as const]),
  ["passenger jet", "jet"],
  ["passenger train", "train"],
  ["bow tie", "tie"],
  ["toilet seat", "toilet"],
  ["wine glas", "wine glass"],
]);

const FIRST_WORDS: ReadonlySet<string> = new Set([...MERGED.keys()].map((pair) => pair.slice(0, pair.indexOf(" "))));

/** A word of a caption with the place of its first token. */
export interface PlacedWord {
  readonly word: string;
  readonly token: number;
}

/** Left to right; a word that went into a pair starts no other. */
export function mergePairs(words: readonly string[]): readonly PlacedWord[] {
  const merged: PlacedWord[] = [];
  for (let token = 0; token < words.length; token++) {
    const word = words[token] ?? "";
    const pair = FIRST_WORDS.has(word) ? MERGED.get(`${word} ${words[token + 1] ?? ""}`) : undefined;
    merged.push({ word: pair ?? word, token });
    if (pair !== undefined) token++;
  }
  return merged;
}
