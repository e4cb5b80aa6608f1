/**
 * Parts of speech by wink-nlp, one tag a token; its dictionary forms err too often for verbs and are not used. It is given words that it can know and nothing else: one word a token, plain letters,
 * so that its tokens and ours stay in step whatever the text holds.
 */
import { createRequire } from "node:module";
import type { Model, WinkMethods } from "wink-nlp";
import type { Tag } from "./passage.js";
import type { RawToken } from "./tokenize.js";
import { ING_NOUNS } from "./verbs.js";
import { basicColorOf } from "./vocabulary/colors.js";

/** Both packages are CommonJS; the model is 3 MB and is read only when the first text is. */
const load = createRequire(import.meta.url);

/** wink-nlp remembers each word it ever saw. Past this many it starts anew (0.1 s), so that memory does not grow with the texts. */
const MOST_WORDS_KEPT = 30_000;

/** Longer words, and words with letters that English lacks, are tagged as a noun by standing in for one. */
const KNOWABLE = /^[a-z]{1,24}$/;

interface Lexicon {
  readonly wink: WinkMethods;
  readonly seen: Set<string>;
}

let lexicon: Lexicon | null = null;

function currentLexicon(): Lexicon {
  if (lexicon === null || lexicon.seen.size > MOST_WORDS_KEPT) {
    const winkNlp: (model: Model, pipes: string[]) => WinkMethods = load("wink-nlp");
    const model: Model = load("wink-eng-lite-web-model");
    lexicon = { wink: winkNlp(model, ["pos"]), seen: new Set() };
  }
  return lexicon;
}

/** @param tokens of one sentence; @returns one entry for each */
export function tagWords(tokens: readonly RawToken[]): readonly Tag[] {
  if (tokens.length === 0) return [];
  const { wink, seen } = currentLexicon();
  const words = tokens.map((token, index) => (isPossessiveClitic(tokens, index) ? "its" : standIn(token, index === 0)));
  for (const word of words) seen.add(word);
  const found = wink.readDoc(words.join(" ")).tokens();
  const tags = found.out(wink.its.pos);
  const starts = startsOf(found.out(wink.its.precedingSpaces));
  return tokens.map((_token, index) => {
    const at = starts[index];
    return at === undefined ? "X" : asTag(tags[at]);
  });
}

/** Our tokens are parted by one space, and the tagger may split them further: each begins where a space precedes. */
function startsOf(spaces: readonly string[]): readonly number[] {
  const starts: number[] = [];
  spaces.forEach((space, index) => {
    if (index === 0 || space !== "") starts.push(index);
  });
  return [...starts, spaces.length];
}

/** Clitics in full, since the tagger reads words one at a time. "'s" is decided by what follows (retag.ts). */
const EXPANSIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({ "n't": "not", "'s": "is", "'m": "am", "'d": "would", "'re": "are", "'ve": "have", "'ll": "will" }).flatMap(
    ([clitic, word]): [string, string][] => [
      [clitic, word],
      [clitic.replace("'", "’"), word],
    ],
  ),
);

const NEVER_OWNERS: ReadonlySet<string> = new Set(
  "it he she that there what who where here this one everything let which how something nothing everyone".split(" "),
);
const NEVER_OWNED: ReadonlySet<string> = new Set(
  (
    "a an the not no in on at by of with under over above below behind near beside between next to very so just also quite really still already " +
    "been being got going like about too only both all some made and or but because that"
  ).split(" "),
);

/** "under it's window", "with it's tail": written for "its", since after these no clause begins. */
const LEADS_TO_NOUN: ReadonlySet<string> = new Set("under with on in near behind beside above below of from inside outside".split(" "));

/** Whether "'s" at a place shows an owner ("the dog's head") rather than "is" or "has". By its neighbours' words. */
export function isPossessiveClitic(tokens: readonly RawToken[], index: number): boolean {
  if (!/^['’]s$/i.test(tokens[index]?.text ?? "")) return false;
  const owner = tokens[index - 1]?.text.toLowerCase();
  const next = tokens[index + 1];
  if (owner === undefined || next === undefined || next.type === "mark") return false;
  const isMisspelt = owner === "it" && LEADS_TO_NOUN.has(tokens[index - 2]?.text.toLowerCase() ?? "");
  if (NEVER_OWNERS.has(owner) && !isMisspelt) return false;
  const owned = next.text.toLowerCase();
  if (NEVER_OWNED.has(owned) || (/ing$/.test(owned) && !ING_NOUNS.has(owned))) return false;
  const isLast = tokens[index + 2] === undefined || tokens[index + 2]?.type === "mark";
  return !(isLast && basicColorOf(owned) !== null);
}

const PLAIN_MARKS: ReadonlySet<string> = new Set([".", ",", ";", ":", "!", "?", "(", ")", '"']);

function standIn(token: RawToken, isFirst: boolean): string {
  if (token.type === "mark") return PLAIN_MARKS.has(token.text) ? token.text : token.text === "&" ? "and" : ",";
  if (token.type === "number") return "3";
  const lower = token.text.toLowerCase();
  const expansion = EXPANSIONS.get(lower);
  if (expansion !== undefined) return expansion;
  if (KNOWABLE.test(lower)) return isFirst || /^[A-Z][A-Z]/.test(token.text) ? lower : token.text;
  if (lower.includes("-")) return /(?:ed|ing|wn|ful|en)$/.test(lower) ? "wooden" : "thing";
  const plain = lower.normalize("NFKD").replaceAll(/[\u0300-\u036f]/g, "");
  if (!KNOWABLE.test(plain)) return "thing";
  return isFirst || /^\p{Lu}\p{Lu}/u.test(token.text) ? plain : token.text.normalize("NFKD").replaceAll(/[^a-zA-Z]/g, "");
}

const TAGS: ReadonlySet<string> = new Set([
  ...[
    "ADJ",
    "ADP",
    "ADV",
    "AUX",
    "CCONJ",
    "DET",
    "INTJ",
    "NOUN",
    "NUM",
    "PART",
    "PRON",
    "PROPN",
    "PUNCT",
    "SCONJ",
    "SYM",
    "VERB",
    "SPACE",
    "X",
  ],
]);

function isTag(tag: string): tag is Tag {
  return TAGS.has(tag);
}

function asTag(tag: string | undefined): Tag {
  return tag !== undefined && isTag(tag) ? tag : "X";
}
