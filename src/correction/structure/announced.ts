/**
 * Lists that a counted noun announces: "two animals, a dog and a cat", "three animals: a dog, a cat and a bird". They are no neighbors of
 * that noun but its parts. Known by their number: the members are of the announced kind and as many as it says.
 */
import type { NounPhrase, Sentence } from "../../language/passage.js";
import { targetOf } from "../../language/vocabulary/look-up.js";

export interface Announced {
  readonly whole: NounPhrase;
  readonly members: readonly NounPhrase[];
  /** A comma stands between them, as in a list. */
  readonly isApposition: boolean;
}

/** Nouns for whatever there is. */
const ANY_THING = /^(?:thing|item|object|element|subject|figure)$/;
const OPENERS = /^[,:(—–-]$/;
/** Longer lists are counted by nobody. */
const MOST = 12;

/** In order; linear in the sentence's nouns. */
export function announcedIn({ tokens, nounPhrases }: Sentence): readonly Announced[] {
  return nounPhrases.flatMap((whole, index): readonly Announced[] => {
    const { quantity } = whole;
    if (!whole.plural || quantity === null || quantity.relation !== "exactly" || quantity.value < 2 || quantity.value > MOST) return [];
    const opener = openerOf(whole, index, tokens, nounPhrases);
    if (opener === null) return [];
    const members = membersOf(whole, opener, tokens, nounPhrases.slice(index + 1, index + 1 + REACH));
    if (members.reduce((sum, member) => sum + numberOf(member), 0) !== quantity.value) return [];
    return [{ whole, members, isApposition: opener === whole.endToken && tokens[opener]?.text === "," }];
  });
}

/** Noun phrases that a list with a place for each member may take. */
const REACH = 30;

/** The mark right behind the noun, or the colon behind what is said of it: "Four items lie on the table: …". */
function openerOf(whole: NounPhrase, index: number, tokens: Sentence["tokens"], phrases: readonly NounPhrase[]): number | null {
  if (OPENERS.test(tokens[whole.endToken]?.text ?? "")) return whole.endToken;
  const end = phrases[index + 2]?.firstToken ?? whole.endToken + MOST;
  for (let at = whole.endToken; at < end; at += 1) if (tokens[at]?.text === ":") return at;
  return null;
}

function membersOf(whole: NounPhrase, opener: number, tokens: Sentence["tokens"], phrases: readonly NounPhrase[]): readonly NounPhrase[] {
  const members: NounPhrase[] = [];
  for (const phrase of phrases) {
    if (phrase.firstToken <= opener) continue;
    const before = tokens[phrase.firstToken - 1]?.text ?? "";
    const isNext = phrase.firstToken === opener + 1 || (members.length > 0 && /^(?:,|and|&)$/i.test(before));
    if (isNext && covers(whole, phrase)) members.push(phrase);
    else if (isNext || members.length === 0) break;
  }
  return members;
}

function covers({ category }: NounPhrase, member: NounPhrase): boolean {
  if (!member.isThing) return false;
  if (ANY_THING.test(category) || category === member.category) return true;
  const { classes } = targetOf(category);
  const own = targetOf(member.category).classes;
  return own.length > 0 && classes.length > 1 && own.every((name) => classes.includes(name));
}

function numberOf({ plural, quantity }: NounPhrase): number {
  return quantity?.value ?? (plural ? Number.NaN : 1);
}
