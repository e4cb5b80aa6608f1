/**
 * What each pronoun of a passage refers to. Number and life decide: "it" takes the first lifeless or animal noun of its sentence before
 * it, else of the sentence before; "they" takes plurals; where none fits, a claim that names the pronoun's object does. Never certain.
 */
import type { JudgedClaim } from "../domain/judgement.js";
import type { NounPhrase, Passage, Sentence, Token } from "../language/passage.js";
import { prepositionLength } from "./structure/prepositions.js";

const SINGULAR_THING: ReadonlySet<string> = new Set("it its itself this that one".split(" "));
const SINGULAR_PERSON: ReadonlySet<string> = new Set("he she him her his hers himself herself".split(" "));
const PLURAL: ReadonlySet<string> = new Set("they them their theirs themselves these those both all others".split(" "));
const POSSESSIVE: ReadonlySet<string> = new Set("its his her their".split(" "));
/** One or some of several. */
const SHARES: ReadonlySet<string> = new Set(["one", "another", "each", "the other", "the others"]);
/** "It shows", "This image": the picture speaks, not a thing in it. */
const PRESENTING = /^(?:show|feature|depict|capture|display|contain|include|present|portray|illustrate|suggest|indicate|create|add)$/;

/** By the offset of a pronoun, or of a noun phrase with a possessive pronoun ("its trunk"): the noun phrase referred to. */
export function antecedentsOf(passage: Passage, judged: readonly JudgedClaim[]): ReadonlyMap<number, NounPhrase> {
  const named = namedByClaims(judged);
  const found = new Map<number, NounPhrase>();
  let before: readonly NounPhrase[] = [];
  for (const sentence of passage.sentences) {
    const seen: NounPhrase[] = [];
    for (const phrase of sentence.nounPhrases) {
      const pronoun = pronounOf(phrase, sentence);
      if (pronoun === null) {
        if (phrase.isThing) seen.push(phrase);
        continue;
      }
      const isSubject = !POSSESSIVE.has(pronoun) && seen.length === 0;
      const candidates = isSubject ? before : candidatesOf(phrase, pronoun, sentence, seen, before);
      const category = named.get(phrase.span.start);
      if (category === undefined && saysPicture(phrase, sentence)) continue;
      const match =
        (isPlaced(phrase, sentence)
          ? candidates.find((candidate) => candidate.category === category && agrees(pronoun, candidate))
          : undefined) ??
        ownerOf(pronoun, seen.slice(0, MAX_CANDIDATES)) ??
        candidates.find((candidate) => agrees(pronoun, candidate)) ??
        (pronoun.startsWith("the") ? candidates.find((candidate) => candidate.category === "person") : undefined) ??
        candidates.find((candidate) => candidate.category === category);
      if (match !== undefined) found.set(phrase.span.start, match);
      if (match !== undefined && isSubject) seen.unshift(match);
      if (phrase.isThing && POSSESSIVE.has(pronoun)) seen.push(phrase);
    }
    if (seen.length > 0) before = placeLast(seen, sentence).slice(0, MAX_CANDIDATES);
  }
  return found;
}

/** "Beside the umbrella sits an elephant. It …": of what stands beside, not of the place that opens the sentence. */
function placeLast(seen: readonly NounPhrase[], { tokens }: Sentence): readonly NounPhrase[] {
  const [first, ...others] = seen;
  const length = first === undefined ? 0 : prepositionLength(tokens, 0);
  return first !== undefined && length > 0 && first.firstToken === length ? [...others, first] : seen;
}

/** "two pillows lie on it": of places the claim knows best; of deeds ("picks it up") the first thing named is mostly meant. */
function isPlaced({ firstToken }: NounPhrase, { tokens }: Sentence): boolean {
  return tokens[firstToken - 1]?.tag === "ADP" || /^(?:to|of)$/i.test(tokens[firstToken - 1]?.text ?? "");
}

/** "The rider wears a helmet, ensuring their safety": one person's, where no several stand in the sentence. */
function ownerOf(pronoun: string, seen: readonly NounPhrase[]): NounPhrase | undefined {
  if (pronoun !== "their" || seen.some(({ plural }) => plural)) return undefined;
  return seen.find(({ category }) => category === "person");
}

/** "A dog lies next to it": an object pronoun does not mean the subject of its own clause where anything else fits. */
function candidatesOf(
  phrase: NounPhrase,
  pronoun: string,
  { tokens }: Sentence,
  seen: readonly NounPhrase[],
  before: readonly NounPhrase[],
): readonly NounPhrase[] {
  const near = seen.slice(0, MAX_CANDIDATES);
  if (POSSESSIVE.has(pronoun)) return [...near, ...before];
  let boundary = phrase.firstToken - 1;
  const floor = Math.max(0, boundary - MAX_CLAUSE);
  while (boundary > floor && !/^(?:[,;:—–]|while|as|when|but|where|which|that|who|there)$/i.test(tokens[boundary]?.text ?? ""))
    boundary -= 1;
  return [...near.filter(({ endToken }) => endToken <= boundary), ...before, ...near];
}

/** How far back a clause is taken to begin, in tokens. */
const MAX_CLAUSE = 40;
/** Nouns that a pronoun may look back on; more only cost time. */
const MAX_CANDIDATES = 12;

/** The pronoun that the phrase is or begins with; null where it refers to nothing before it. */
export function pronounOf(phrase: NounPhrase, { tokens }: Sentence): string | null {
  const first = tokens[phrase.firstToken]?.text.toLowerCase() ?? "";
  const isAlone = phrase.endToken - phrase.firstToken === 1;
  if (isAlone && SHARES.has(first)) return first;
  if (isAlone) return SINGULAR_THING.has(first) || SINGULAR_PERSON.has(first) || PLURAL.has(first) ? first : null;
  const words = tokens.slice(phrase.firstToken, phrase.endToken).map(({ text }) => text.toLowerCase());
  if (SHARES.has(words.join(" "))) return words.join(" ");
  return POSSESSIVE.has(first) ? first : null;
}

function agrees(pronoun: string, phrase: NounPhrase): boolean {
  if (SHARES.has(pronoun)) return phrase.plural;
  if (PLURAL.has(pronoun)) return phrase.plural;
  if (phrase.plural) return false;
  return SINGULAR_PERSON.has(pronoun) ? phrase.category === "person" : phrase.category !== "person";
}

function saysPicture(phrase: NounPhrase, { tokens }: Sentence): boolean {
  const first = tokens[phrase.firstToken]?.text.toLowerCase() ?? "";
  if (first !== "it" && first !== "this") return false;
  if (first === "it" && (tokens[phrase.firstToken - 1]?.lemma === "make" || isExpletive(tokens, phrase.endToken))) return true;
  for (let at = phrase.endToken; at < phrase.endToken + 3; at += 1) {
    const token = tokens[at];
    if (first === "it" && token?.tag === "VERB" && /^(?:rain|snow|drizzle|hail|storm)$/.test(token.lemma)) return true;
    if (token?.tag === "VERB") return PRESENTING.test(token.lemma);
  }
  return false;
}

/** "It is not clear how", "it is common to", "It appears that": the word stands for what follows. */
function isExpletive(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < from + 8; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.tag === "PUNCT" || token.tag === "NOUN") return false;
    if (!/^(?:that|how|what|whether|why|who|where|when|if|to|as|like)$/i.test(token.text)) continue;
    const before = tokens[at - 1];
    return before?.tag === "ADJ" || (/^(?:appears?|seems?|looks?)$/i.test(before?.text ?? "") && !/^to$/i.test(token.text));
  }
  return false;
}

function namedByClaims(judged: readonly JudgedClaim[]): ReadonlyMap<number, string> {
  const named = new Map<number, string>();
  for (const { claim } of judged) {
    const mentions = claim.kind === "relation" ? [claim.object, ...claim.relation.targets] : [claim.object];
    for (const mention of mentions) if (mention !== null && mention.span !== null) named.set(mention.span.start, mention.category);
  }
  return named;
}
