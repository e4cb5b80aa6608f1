/**
 * What a vague word announces: "The objects on the table include a book and a cup", "The main things in the room are a bed and a chair". Where the
 * objects are, each of them is; that "the objects include a book" is no claim of its own.
 */
import type { Draft } from "./draft.js";
import type { Reference } from "./memory.js";
import type { SentenceState } from "./sentence-state.js";

const VAGUE = /^(?:object|item|thing|element|piece|feature)$/;
/** How many claims back the place of the objects is looked for. */
const DRAFTS_BACK = 24;

export function isVague({ entity }: Reference): boolean {
  return VAGUE.test(entity.noun);
}

/** The places of what announces, said of what is listed. */
export function claimPlacesOf(state: SentenceState, announcers: readonly Reference[], listed: Reference): void {
  if (!listed.entity.isThing) return;
  const spans = new Set(announcers.filter(isVague).map(({ mention }) => mention.span));
  const { words, plural } = listed.entity;
  const places = state.drafts.slice(-DRAFTS_BACK).flatMap((draft): readonly Draft[] => {
    const isPlace = draft.kind === "relation" && draft.relation.type === "spatial" && !draft.negated && spans.has(draft.object.span);
    if (!isPlace || draft.object.span === null) return [];
    const text = draft.text.replace(/^the .*? (?:is|are) /, `the ${words} ${plural ? "are" : "is"} `);
    const span = listed.mention.span ?? draft.span;
    return [{ ...draft, text, span: { start: draft.span.start, end: Math.max(draft.span.end, span.end) }, object: listed.mention }];
  });
  state.emit(places);
}
