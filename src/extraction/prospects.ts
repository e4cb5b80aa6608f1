/**
 * What could, would or will be, and is not yet: "A dog would be scared here", "boats may sail", "Passengers will board", "She could use a
 * book". Who is new in such a sentence is not said to be there, and neither is what is new behind a verb of deed; who is known is. "A man may
 * be standing there" and "you will see a dog" speak of the picture.
 */

import type { NounPhrase, Sentence, Token } from "../language/passage.js";
import { plainWords } from "../language/supposition.js";
import { clauseEnd } from "./clause-end.js";

export interface Prospects {
  /** Nothing is said to be in the picture. */
  readonly unreal: readonly boolean[];
  /** The thing is only thought to be there. */
  readonly hedged: readonly boolean[];
  /** The thing is there, and what it does is open. */
  readonly openDeed: readonly boolean[];
}

/** "may have a dog", "could contain a dog": said of the picture, with a doubt. */
const STATES = /^(?:be|have|contain|include|show|see|depict|represent|suggest|indicate|appear|seem|look|feature|belong|refer|mean)$/;
const SEEN_BY = /^(?:you|we|one|i|it|there|that|which|who|this)$/;
const PHOTO = /^(?:photo|picture|image|shot|snapshot|photograph)$/;
const BREAK = /^(?:[;:.!?—–]|but|while)$/;

export function prospectsOf(sentence: Sentence): Prospects {
  const words = plainWords(sentence.tokens);
  const unreal = words.map(() => false);
  const hedged = words.map(() => false);
  const openDeed = words.map(() => false);
  words.forEach((word, index) => {
    if (!/^(?:would|will|'ll|may|might|could)$/.test(word) || sentence.tokens[index]?.tag !== "AUX") return;
    const subject = subjectBefore(sentence, words, index);
    if (subject === null && SEEN_BY.test(words[index - 1] ?? "")) return;
    const end = clauseEnd(words, index, BREAK);
    const isDeed = isDeedAfter(sentence.tokens, index);
    const isOpen = /^(?:may|might|could)$/.test(word);
    const isNewcomer = subject !== null && isNew(subject);
    if (isOpen && !isDeed) {
      if (isNewcomer) hedged.fill(true, subject.firstToken, subject.endToken);
      return;
    }
    if (isNewcomer) unreal.fill(true, subject.firstToken, end);
    else if (isOpen) unreal.fill(true, index, end);
    else openDeed.fill(true, index, end);
  });
  for (const { start, end } of takenPhotos(sentence, words)) unreal.fill(true, start, end);
  return { unreal, hedged, openDeed };
}

/** "a dog also may", "a cat like this one could": nothing else stands between a subject and its modal. */
function standsBefore(between: readonly string[]): boolean {
  if (between.length > MOST_BETWEEN) return false;
  return between.every((word) => /ly$|^(?:also|then|even|just|soon|still|like|this|that|these|those|him|her|it|them|ones?)$/.test(word));
}

const MOST_BETWEEN = 4;

/** The phrase that is the modal's subject: right before it, or before a place of its own. */
function subjectBefore({ nounPhrases }: Sentence, words: readonly string[], modal: number): NounPhrase | null {
  const at = nounPhrases.findLastIndex(({ endToken, isThing }) => isThing && endToken <= modal);
  const nearest = nounPhrases[at];
  if (nearest === undefined || !standsBefore(words.slice(nearest.endToken, modal))) return null;
  let head = nearest;
  for (let before = at - 1; before >= 0; before -= 1) {
    const phrase = nounPhrases[before];
    if (phrase === undefined || phrase.endToken !== head.firstToken - 1) break;
    if (!/^(?:of|in|on|with|like|at|from)$/.test(words[phrase.endToken] ?? "")) break;
    head = phrase;
  }
  return head.isThing ? head : null;
}

/** "a dog", "passengers"; "the dog" and "two dogs" are there. */
function isNew({ determiner, plural, quantity }: NounPhrase): boolean {
  return determiner === null ? plural && quantity === null : /^(?:an?|any|another|some|no)$/.test(determiner);
}

/** "may sail", "could use"; "may be sailing" and "may have a sail" are told of the picture. */
function isDeedAfter(tokens: readonly Token[], modal: number): boolean {
  const verb = tokens.slice(modal + 1, modal + 4).find(({ tag, text }) => tag !== "ADV" && tag !== "PART" && !/ly$/.test(text));
  return verb !== undefined && verb.tag === "VERB" && !STATES.test(verb.lemma) && !/(?:ing|ed)$/i.test(verb.text);
}

/** "A person took this photo", "taken by a tourist": who takes the picture does not stand in it. */
function takenPhotos({ nounPhrases }: Sentence, words: readonly string[]): readonly { readonly start: number; readonly end: number }[] {
  return nounPhrases.flatMap((phrase) => {
    if (!phrase.isThing || !isNew(phrase)) return [];
    const { firstToken: start, endToken: end } = phrase;
    const took = words.slice(end, end + 5);
    const isTaker = /^(?:(?:has|had|must|have) )*(?:took|taken|snapped|captured) (?:the|this) /.test(`${took.join(" ")} `);
    if (isTaker && took.some((word) => PHOTO.test(word))) return [{ start, end: clauseEnd(words, end, BREAK_OF_TAKING) }];
    return isTakenBy(words, start) ? [{ start, end }] : [];
  });
}

const BREAK_OF_TAKING = /^[;:.!?]$/;

function isTakenBy(words: readonly string[], start: number): boolean {
  if (words[start - 1] !== "by" || !/^(?:taken|snapped|shot|captured)$/.test(words[start - 2] ?? "")) return false;
  return words.slice(Math.max(0, start - 6), start).some((word) => PHOTO.test(word));
}
