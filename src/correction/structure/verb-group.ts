/** Verb groups: "is", "are standing", "does not show", "appears to be eating", "holding", "parked", "to catch". */
import type { NounPhrase, Token } from "../../language/passage.js";

export interface VerbGroup {
  readonly from: number;
  readonly to: number;
  /** "past" is a bare past participle or past tense: in captions nearly always the participle ("a car parked …"). */
  readonly form: "finite" | "ing" | "past" | "infinitive";
  /** Token of the verb that carries the meaning: "standing" in "are standing". */
  readonly main: number;
  /** Its dictionary form, lower case. */
  readonly lemma: string;
  /** A form of "be" without another verb. */
  readonly isCopula: boolean;
  /** "is surrounded", "are seen", and bare "surrounded". */
  readonly isPassive: boolean;
  readonly negated: boolean;
}

const LINKING: ReadonlySet<string> = new Set("appear seem continue begin start try".split(" "));
const NOT = /^(?:not|n't|n’t|never)$/i;
const AUXILIARY =
  /^(?:is|are|was|were|am|be|been|being|'s|’s|'re|’re|has|have|had|does|do|did|can|could|may|might|must|shall|should|will|would|ca|wo|cannot)$/i;
const ING = /[a-z]ing$/i;

export function isFiniteForm({ form }: VerbGroup): boolean {
  return form === "finite";
}

/** The verb group that begins at `at`; null where none does. */
export function verbGroupAt(tokens: readonly Token[], at: number, phrases: ReadonlyMap<number, NounPhrase>): VerbGroup | null {
  const first = tokens[at];
  if (first === undefined) return null;
  const isInfinitive = /^to$/i.test(first.text) && isVerb(tokens[at + 1]);
  if (!isInfinitive && !isVerb(first)) return null;
  let to = at + (isInfinitive ? 1 : 0);
  let main = to;
  let negated = false;
  while (to < tokens.length && !(to > at && phrases.has(to))) {
    const token = tokens[to];
    if (token === undefined) break;
    if (isVerb(token)) {
      const before = tokens[main];
      const linked = to === main || isAuxiliary(before) || isLinked(tokens, main, to);
      if (!linked) break;
      main = to;
      to += 1;
    } else if (NOT.test(token.text)) {
      negated = true;
      to += 1;
    } else if (/^to$/i.test(token.text) && LINKING.has(tokens[main]?.lemma ?? "") && isVerb(tokens[to + 1])) {
      to += 1;
    } else if (token.tag === "ADV" && isAuxiliary(tokens[main]) && leadsToVerb(tokens, to, phrases)) {
      to += 1;
    } else break;
  }
  return describe(tokens, { from: at, to, main, negated, isInfinitive });
}

function describe(
  tokens: readonly Token[],
  { from, to, main, negated, isInfinitive }: { from: number; to: number; main: number; negated: boolean; isInfinitive: boolean },
): VerbGroup {
  const first = tokens[from];
  const verb = tokens[main];
  const lemma = /^(?:is|are|was|were|am|be|been|being|'s|’s|'re|’re)$/i.test(verb?.text ?? "") ? "be" : (verb?.lemma ?? "");
  const form = isInfinitive ? "infinitive" : formOf(first);
  const last = formOf(verb);
  const isPassive = main > from ? last === "past" && tokens.slice(from, main).some((token) => token.lemma === "be") : form === "past";
  return { from, to, form, main, lemma, isCopula: lemma === "be", isPassive, negated };
}

function formOf(token: Token | undefined): VerbGroup["form"] {
  const text = token?.text.toLowerCase() ?? "";
  if (text === "being" || ING.test(text)) return "ing";
  if (text === "been") return "past";
  if (text === "be") return "infinitive";
  if (AUXILIARY.test(text)) return "finite";
  const lemma = token?.lemma ?? text;
  return text === lemma || text.endsWith("s") ? "finite" : "past";
}

function isVerb(token: Token | undefined): boolean {
  return token !== undefined && (token.tag === "VERB" || token.tag === "AUX");
}

function isAuxiliary(token: Token | undefined): boolean {
  return token !== undefined && (token.tag === "AUX" || AUXILIARY.test(token.text));
}

/** "appears to [be eating]": the verb after "to" continues the group. */
function isLinked(tokens: readonly Token[], main: number, to: number): boolean {
  return LINKING.has(tokens[main]?.lemma ?? "") && /^to$/i.test(tokens[to - 1]?.text ?? "");
}

/** At most three adverbs may stand inside a group: "is also currently not standing". */
function leadsToVerb(tokens: readonly Token[], at: number, phrases: ReadonlyMap<number, NounPhrase>): boolean {
  for (let offset = 1; offset <= 3; offset += 1) {
    const token = tokens[at + offset];
    if (token === undefined || phrases.has(at + offset)) return false;
    if (token.tag === "VERB") return true;
    if (token.tag !== "ADV" && token.tag !== "PART") return false;
  }
  return false;
}
