/** "No, there are no dogs, only two chairs.": once the dogs are there, the chairs are not all there is. */
import type { Cause } from "../draft.js";
import type { SentenceWork } from "../mending.js";

const ONLY = /^(?:only|just|solely|merely)$/i;

/** Joins what "only" set against a denial, as "and" would: "there are dogs and two chairs". */
export function joinOnly({ draft, tree }: SentenceWork, from: number, cause: Cause): void {
  for (let at = from; at < tree.end.from - 1; at += 1) {
    if (draft.tokens[at]?.text !== "," || !ONLY.test(draft.tokens[at + 1]?.text ?? "")) continue;
    const isList = draft.tokens.slice(at, tree.end.from).some(({ text }) => /^and$/i.test(text));
    if (isList) draft.drop({ from: at + 1, to: at + 2 }, cause);
    else {
      draft.drop({ from: at, to: at + 1 }, cause);
      draft.replace(at + 1, "and", cause);
    }
    return;
  }
}

/** "The image only shows a cat.", "There is just a cat.": the word goes, the rest stays true. */
export function dropOnly({ draft }: SentenceWork, cause: Cause): void {
  for (const [at, { text }] of draft.tokens.entries()) {
    const [before, next] = [draft.tokens[at - 1]?.tag ?? "", draft.tokens[at + 1]?.tag ?? ""];
    if (!ONLY.test(text) || draft.textAt(at) !== text || before === "PUNCT" || before === "") continue;
    if (/^(?:DET|NUM|NOUN|ADJ)$/.test(next) ? /^(?:AUX|VERB)$/.test(before) : next === "VERB" && /^only$/i.test(text))
      draft.drop({ from: at, to: at + 1 }, cause);
  }
}
