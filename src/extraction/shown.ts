/**
 * Things that are only shown: "a drawing of a young woman", "a sign prohibiting bicycles", "a screen showing a dog". The bearer is there; what
 * it shows need not be, and a detector that finds or misses it says nothing of the text. So it has no claims of its own, and one claim of
 * kind `other` says what the bearer shows. A picture that is the picture itself ("a photo of a dog") shows what is there.
 */
import type { NounPhrase } from "../language/passage.js";
import { ingOf } from "../language/verbs.js";
import { LIKENESSES } from "../language/vocabulary/words/not-these.js";
import type { PrepositionItem, VerbItem } from "./items.js";
import { SHOWING } from "./lexicon.js";
import type { Reference } from "./memory.js";
import type { SentenceState } from "./sentence-state.js";

const BEARERS =
  /^(?:sign|billboard|poster|banner|label|sticker|advertisement|ad|flyer|screen|monitor|tv|television|painting|mural|drawing|sketch|portrait|postcard|placard|logo|flag|t-shirt|shirt|calendar|brochure|sculpture|statue|relief|graffiti)$/;
/** What signs do to things that need not be there. */
const TELLING: ReadonlySet<string> = new Set("prohibit forbid ban advertise permit allow warn indicate promote announce".split(" "));
/** These are the bearer's: "a poster of a dog hanging on the wall". */
const HUNG: ReadonlySet<string> = new Set(
  "hang mount attach display tape pin place stick frame paint print draw carve make put".split(" "),
);
/** A longer sentence is no caption. */
const HANGS_WITHIN = 60;

/** Whether what follows "of", or "with" after what is shown already, is only shown. */
export function isOnlyShown(state: SentenceState, { words }: PrepositionItem, index: number): boolean {
  if (words === "with" && state.shown !== null && state.items[index - 1]?.type === "phrase") return true;
  const bearer = state.last.at(-1) ?? null;
  if (words !== "of" || bearer === null || state.role === "nominal" || !LIKENESSES.has(bearer.entity.noun)) return false;
  const isShowing =
    bearer.entity.isThing || state.role === "target" || isHeld(state) || (isPictureNoun(bearer.entity.noun) && hangs(state));
  if (isShowing) state.bearer = bearer;
  return isShowing;
}

export function isPictureNoun(noun: string): boolean {
  return /^(?:picture|photo|photograph|image)$/.test(noun);
}

/** "holding a picture of a bear", but "taking a picture of a bear". */
function isHeld({ role, verb }: SentenceState): boolean {
  return role === "object" && verb !== null && /^(?:have|wear|hold|carry|bear)$/.test(verb.lemma);
}

/** "A picture of a dog hangs on the wall": a picture in the picture. */
export function hangs({ sentence }: SentenceState): boolean {
  return sentence.tokens.slice(0, HANGS_WITHIN).some(({ text }) => /^(?:hang|hangs|hung|hanging|framed|mounted)$/i.test(text));
}

/** "A sign shows a bicycle": from here on the verb's object is only shown. */
export function showsObject(state: SentenceState, { lemma, form }: VerbItem, subjects: readonly Reference[]): boolean {
  const [bearer] = subjects;
  if (bearer === undefined || form === "participle") return false;
  if (state.shown !== null && bearer === state.shown) return true;
  if (!BEARERS.test(bearer.entity.noun) || !bearer.entity.isThing || lemma === "have") return false;
  const shows = TELLING.has(lemma) || (SHOWING.has(lemma) && !/^(?:contain|include|consist)$/.test(lemma));
  if (shows) state.bearer = bearer;
  return shows;
}

/** "a painting of a woman holding a cat": the woman of the painting does it. Null where the verb has another subject. */
export function shownSubject(state: SentenceState, { lemma }: VerbItem, isAdjacent: boolean): readonly Reference[] | null {
  return isAdjacent && state.shown !== null && !HUNG.has(lemma) ? [state.shown] : null;
}

/** Whether a list goes on with what is shown: "of a dog and a cat", but not "of flowers and a candle". */
export function goesOnShowing({ shown }: SentenceState, phrase: NounPhrase): boolean {
  if (shown === null || shown.phrase === null) return false;
  return isBare(shown.phrase) === isBare(phrase);
}

function isBare({ determiner, quantity }: NounPhrase): boolean {
  return determiner === null && quantity === null;
}

/** Keeps what is only shown as such: nothing is claimed of it, but that its bearer shows it. */
export function show(state: SentenceState, reference: Reference, at: number): Reference {
  const shown: Reference = { ...reference, entity: { ...reference.entity, isThing: false } };
  const { bearer } = state;
  state.shown = shown;
  if (bearer === null || !bearer.entity.isThing || !reference.entity.isThing || reference.phrase === null) return shown;
  const lemma = state.verb !== null && state.verbSubject.includes(bearer) && TELLING.has(state.verb.lemma) ? state.verb.lemma : null;
  const does = lemma === null ? (bearer.entity.plural ? "show" : "shows") : state.is(bearer, ingOf(lemma));
  const words = reference.phrase.text.replaceAll(/\s+/gu, " ");
  const { start } = bearer.mention.span ?? reference.phrase.span;
  state.emit([
    {
      ...state.clause(at),
      kind: "other",
      text: `the ${bearer.entity.words} ${does} ${words.charAt(0).toLowerCase()}${words.slice(1)}`,
      span: { start: Math.min(start, reference.phrase.span.start), end: reference.phrase.span.end },
      object: bearer.mention,
    },
  ]);
  return shown;
}
