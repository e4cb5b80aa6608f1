/** Colors that stand behind what they color: "painted in yellow and blue", "painted green", "a man in red". */
import { colorsIn } from "../language/vocabulary/colors.js";
import type { Item } from "./items.js";
import type { Reference } from "./memory.js";
import { attributeDraft } from "./relations.js";
import type { SentenceState } from "./sentence-state.js";

/** What is done to a thing to give it a color. */
const COLORING = /^(?:paint|decorate|color|dye|stain|cover|coat|finish|trim|upholster|wrap|drape|glaze|spray|tint|frost)$/;
const DRESSING = /^(?:dress|clothe|clad|wear)$/;
/** A longer row of colors is no thing's. */
const MOST = 8;

/**
 * Claims the colors from an index on, where a verb or "in" leads to them.
 * @returns whether they are said of something
 */
export function claimColors(state: SentenceState, index: number): boolean {
  const own = state.items[index];
  if (own?.type !== "adjective" || colorsIn(own.word).length === 0) return false;
  const { verb } = state;
  const isIn = state.preposition?.words === "in";
  const isAfterVerb = state.items[index - 1]?.type === "verb" || (isIn && state.items[index - 2]?.type === "verb");
  const isAfterNoun = isIn && state.items[index - 2]?.type === "phrase";
  if (verb !== null && isAfterVerb && COLORING.test(verb.lemma)) return claim(state, state.verbSubject, index, null);
  if (verb !== null && isAfterVerb && DRESSING.test(verb.lemma)) return claim(state, state.verbSubject, index, state.wordOf(verb));
  if (!isAfterNoun || verb !== null) return false;
  return claim(state, state.last, index, "in");
}

/** @param manner what a person is in them by: "dressed", "in"; of things they are the color */
function claim(state: SentenceState, subjects: readonly Reference[], index: number, manner: string | null): boolean {
  const colors = colorsFrom(state.items, index);
  const [first] = colors;
  const end = colors.at(-1);
  if (first === undefined || end === undefined) return false;
  const values = colors.flatMap(({ word }) => colorsIn(word));
  for (const subject of subjects) {
    if (!subject.entity.isThing) continue;
    if (subject.entity.category === "person" && manner !== null) {
      const words = `${manner === "in" || manner === "wearing" ? manner : `${manner} in`} ${values.join(" and ")}`;
      const draft = attributeDraft(state.clause(index), subject, words, { start: state.spanOf(first).start, end: state.spanOf(end).end });
      state.emit([draft.kind === "attribute" ? { ...draft, attribute: { ...draft.attribute, type: "state" } } : draft]);
    } else {
      for (const color of colors)
        for (const value of colorsIn(color.word))
          state.emit([attributeDraft(state.clause(color.first), subject, value, state.spanOf(color), values)]);
    }
  }
  if (state.verb !== null) state.verbTaken = true;
  return true;
}

type Adjective = Item & { readonly type: "adjective" };

/** "yellow", "and", "bright", "blue": the colors of a row. */
function colorsFrom(items: readonly Item[], index: number): readonly Adjective[] {
  const colors: Adjective[] = [];
  for (let at = index; at < index + MOST; at += 1) {
    const item = items[at];
    if (item?.type === "adjective" && colorsIn(item.word).length > 0) colors.push(item);
    else if (item?.type !== "and" && item?.type !== "comma" && item?.type !== "adjective") break;
  }
  return colors;
}
