/** How surely a sentence speaks, and whether it speaks of the picture at all: hedges, opinion, advice, generic truths, what might be. */
import type { Sentence, Token } from "../language/passage.js";
import { isAdvice, plainWords, supposesAt } from "../language/supposition.js";
import { PhraseIndex } from "../language/vocabulary/phrases.js";
import { comparedTokens } from "./comparisons.js";
import { prospectsOf } from "./prospects.js";

const HEDGES: ReadonlySet<string> = new Set(
  (
    "possibly perhaps maybe probably likely presumably apparently seemingly potentially supposedly might may could appear appears seem seems " +
    "possible possibility appearing seeming suggests suggesting suggest"
  ).split(" "),
);

/** From here to the end of the clause nothing is said to be in the picture. */
const UNREAL = new PhraseIndex<true>(
  (
    "as if|as though|for example|for instance|such as if|it is unclear|it is not clear|instead of|rather than|" +
    "in order to|so that|without knowing|could have|might have|may have|must have|used to|used for|designed to|designed for|ready to|about to|known for|" +
    "meant to|meant for|intended for|likely to|trying to|preparing to|waiting to|able to|perfect for|ideal for|suitable for|it is essential|it is important|it is crucial|it is necessary|hardly any|barely any|scarcely any|shaped like|in the shape of|want to|wants to|hoping to|" +
    "love to|loves to|like to|likes to|tend to|tends to|prefer to|prefers to|hate to|hates to"
  )
    .split("|")
    .map((phrase) => [phrase, true]),
);

/** "The dog loves to sleep on the sofa" does not say that it sleeps. */
const HABITS: readonly string[] = ["love", "loves", "like", "likes", "tend", "tends", "prefer", "prefers", "hate", "hates"];

/** "in the sense that she is about to throw": these leave a thing real and only the deed open. */
const DEED_ONLY: ReadonlySet<string> = new Set(["ready", "about", "trying", "preparing", "waiting", "able", "likely", "hoping", ...HABITS]);

const OPINION_VERBS: ReadonlySet<string> = new Set(
  (
    "involve suggest indicate imply add contribute create enhance convey evoke emphasize highlight give provide reflect symbolize represent " +
    "demonstrate express signify mean lend bring invite inspire evidence allow help require need protect encourage promote ensure showcase"
  ).split(" "),
);

const GENERIC_ADVERBS: ReadonlySet<string> = new Set(
  "often usually typically generally commonly normally frequently always traditionally".split(" "),
);

const ADVICE = /^(?:please|remember|imagine|consider|note|let|sorry|thank|thanks|sure|certainly|hello|hi|unfortunately)$/;
/** Asks the reader for something that no picture shows. */
const ADVICE_TO_READER = /^(?:(?:please|remember|imagine|consider|let)\b|(?:you|we|one) (?:could|may|might|can|must)$)/;
const SPEAKER = /^(?:i|we|you)$/;

/** Verbs of seeing: "I see a dog", "we can see two boats". */
export const SEEING: ReadonlySet<string> = new Set(["see", "notice", "observe", "spot", "find", "count", "detect", "identify", "view"]);

export interface Stance {
  /** Index of the first token that is hedged, by clause: true for each token under a hedge. */
  readonly hedged: readonly boolean[];
  /** True for each token of a part that says nothing of what is in the picture. */
  readonly unreal: readonly boolean[];
  /** True for each token of a thing that another is only compared with. */
  readonly compared: readonly boolean[];
  /** True where the deed is open though its things are real: "about to throw a ball". */
  readonly openDeed: readonly boolean[];
  readonly isQuestion: boolean;
  /** Supposes, wishes or advises: what is not told of the picture elsewhere in the sentence is not told at all. */
  readonly isSupposition: boolean;
}

/** A sentence that was parsed before is the same object, and so is its stance. */
const known = new WeakMap<Sentence, Stance>();

export function stanceOf(sentence: Sentence): Stance {
  const before = known.get(sentence);
  if (before !== undefined) return before;
  const stance = readStance(sentence);
  known.set(sentence, stance);
  return stance;
}

function readStance(sentence: Sentence): Stance {
  const { tokens } = sentence;
  const words = plainWords(tokens);
  const hedged = words.map(() => false);
  const unreal = words.map(() => false);
  const openDeed = words.map(() => false);
  const isQuestion = words.at(-1) === "?";
  if (isWhollyUnreal(tokens, words)) {
    const isSupposition =
      isAdvice(tokens) || ADVICE_TO_READER.test(words.slice(0, 2).join(" ")) || words.some((_, index) => supposesAt(words, index));
    return { hedged, unreal: unreal.fill(true), openDeed, compared: openDeed, isQuestion, isSupposition };
  }
  let isSupposition = false;
  let mode: "plain" | "hedged" | "unreal" | "deed" = "plain";
  // ", shaped like a car, sits there": unreal to the next comma alone.
  let isAside = false;
  for (let index = 0; index < words.length; index += 1) {
    if (endsScope(tokens, words, index))
      mode = mode === "unreal" && !isAside && words[index] === "," && !opensSight(tokens, words, index + 1) ? mode : "plain";
    const word = words[index] ?? "";
    const phrase = UNREAL.at(words, index);
    const supposes = supposesAt(words, index);
    isSupposition ||= supposes;
    if (mode !== "unreal" && (isAwaited(words, index) || isLikened(tokens, words, index))) {
      mode = "unreal";
      isAside = true;
    } else if (supposes && mode !== "unreal") {
      isAside = false;
      mode = "unreal";
    } else if (phrase !== null && mode !== "unreal") {
      isAside = word === "shaped" || (word === "in" && words[index + 2] === "shape");
      mode = DEED_ONLY.has(word) ? "deed" : "unreal";
    } else if (isOpinionVerb(tokens, words, index) || isToldBySign(sentence, index)) mode = "unreal";
    else if (
      mode === "plain" &&
      (HEDGES.has(word) || (words[index + 1] === "like" && /^looks?$/.test(word))) &&
      tokens[index]?.tag !== "NOUN"
    )
      mode = "hedged";
    hedged[index] = mode === "hedged";
    unreal[index] = mode === "unreal";
    openDeed[index] = mode === "deed";
  }
  const prospects = prospectsOf(sentence);
  const compared = comparedTokens(sentence);
  return {
    hedged: hedged.map((is, index) => is || prospects.hedged[index] === true),
    unreal: unreal.map((is, index) => is || prospects.unreal[index] === true || compared[index] === true),
    openDeed: openDeed.map((is, index) => is || prospects.openDeed[index] === true),
    compared,
    isQuestion,
    isSupposition,
  };
}

/** A hedge holds to the end of its clause. */
function endsScope(tokens: readonly Token[], words: readonly string[], index: number): boolean {
  const word = words[index] ?? "";
  if (word === ";" || word === ":" || word === "—" || word === "but" || word === "while") return true;
  if (word !== ",") return false;
  const next = tokens[index + 1]?.tag;
  return next !== "ADJ" && next !== "NOUN";
}

/** "If you look closely, you might see a dog", "…, there is a dog": the condition is the reader's, and the dog is in the picture. */
function opensSight(tokens: readonly Token[], words: readonly string[], first: number): boolean {
  if (words[first] === "there" && words[0] === "if" && /^(?:you|we|one)$/.test(words[1] ?? "") && LOOKING.test(words[2] ?? "")) return true;
  if (!/^(?:you|we|one)$/.test(words[first] ?? "") || tokens[first + 1]?.tag !== "AUX") return false;
  return tokens.slice(first + 2, first + 4).some(({ tag, lemma }) => tag === "VERB" && SEEING.has(lemma));
}

const LOOKING = /^(?:look|zoom|see|observe|examine|notice|inspect|focus|count)$/;

const AWAITING = /^(?:wait|waits|waiting|looking|search|searching|room|space|enough|reserved|prepared|ready)$/;

/** "waiting for the bus", "room for six people": what is waited for or has room is not said to be there. */
function isAwaited(words: readonly string[], index: number): boolean {
  return words[index] === "for" && AWAITING.test(words[index - 1] ?? "");
}

/** "The building looks like a boat", "resembles an elephant": a likeness, where a thing is likened; "it looks like a boat" is a doubt. */
function isLikened(tokens: readonly Token[], words: readonly string[], index: number): boolean {
  if (/^resembl(?:e|es|ed|ing)$/.test(words[index] ?? "")) return true;
  if (words[index] !== "like" || !/^looks?$/.test(words[index - 1] ?? "")) return false;
  return tokens[index - 2]?.tag === "NOUN";
}

const TELLING = /^(?:tell|remind|instruct|ask|advise|inform|direct|order|urge|invite|request|require)$/;
const SIGN = /^(?:sign|signal|light|notice|board|label|banner|poster|billboard|placard|arrow|marking|symbol)$/;

/** "The sign tells drivers of trucks to stop": whom signs tell need not be there. */
function isToldBySign({ tokens, nounPhrases }: Sentence, index: number): boolean {
  if (tokens[index]?.tag !== "VERB" || !TELLING.test(tokens[index]?.lemma ?? "")) return false;
  const teller = nounPhrases.find(({ endToken }) => endToken === index || (endToken === index - 1 && tokens[endToken]?.tag !== "ADP"));
  return SIGN.test(tokens[(teller?.endToken ?? 0) - 1]?.lemma ?? "");
}

/** "adds a touch of color", "suggesting that they are friends": judgement from here on. */
function isOpinionVerb(tokens: readonly Token[], words: readonly string[], index: number): boolean {
  const token = tokens[index];
  if (token === undefined || token.tag !== "VERB" || !OPINION_VERBS.has(token.lemma)) return false;
  if (token.lemma === "give" || token.lemma === "bring" || token.lemma === "provide" || token.lemma === "help")
    return words[index - 1] !== "is";
  return !(token.lemma === "highlight" && words[index + 1] === "by");
}

function isWhollyUnreal(tokens: readonly Token[], words: readonly string[]): boolean {
  const first = words[0] ?? "";
  if (words.includes("ai") && words.includes("i")) return true;
  if (isAdvice(tokens) && !words.includes("look")) return true;
  if (ADVICE.test(first) && !words.includes("see")) return true;
  if (SPEAKER.test(first) && !tokens.some(({ tag, lemma }) => tag === "VERB" && SEEING.has(lemma))) return true;
  if (tokens.slice(0, 6).some(({ tag, text }) => tag === "ADV" && GENERIC_ADVERBS.has(text.toLowerCase())) && !isAboutPicture(words))
    return true;
  return isGenericStatement(tokens);
}

function isAboutPicture(words: readonly string[]): boolean {
  return words.some((word) => /^(?:image|picture|photo|scene|the|background|foreground)$/.test(word));
}

/** "Umbrellas protect from the sun": a bare plural, and a verb of use and kind rather than of posture. */
function isGenericStatement(tokens: readonly Token[]): boolean {
  const [subject] = tokens;
  // "Cats like this one love to sleep"
  const isOfKind = tokens[1]?.text === "like" && /^(?:this|these|that|those|them|him|her|it)$/.test(tokens[2]?.text ?? "");
  const at = isOfKind ? (tokens[3]?.text === "one" || tokens[3]?.text === "ones" ? 4 : 3) : 1;
  const verb = tokens[at];
  if (subject?.tag !== "NOUN" || !/s$/i.test(subject.text) || verb === undefined) return false;
  if (HABITS.includes(verb.text) && (verb.text !== "like" || tokens[at + 1]?.text === "to")) return true;
  return verb.tag === "VERB" && OPINION_VERBS.has(verb.lemma);
}
