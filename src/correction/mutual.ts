/** What only several can be: "next to each other", "side by side", "scattered around". Said of one that is left, it goes. */
import type { Cause, Draft } from "./draft.js";

/** How far behind its noun such words are looked for, in tokens. */
const REACH = 14;
const SPREAD = /^(?:scattered|spread)$/i;
const OVER = /^(?:throughout|across|around|about|over)$/i;

/** @param from token after the noun of which one is left */
export function dropMutual(draft: Draft, from: number, cause: Cause): void {
  const { tokens } = draft;
  const limit = Math.min(tokens.length - 1, from + REACH);
  for (let at = from; at < limit; at += 1) {
    if (/^[.;]$/.test(tokens[at]?.text ?? "")) return;
    const two = `${tokens[at]?.text} ${tokens[at + 1]?.text}`.toLowerCase();
    if (two === "each other" || two === "one another") dropWithLead(draft, from, { from: at, to: at + 2 }, cause);
    else if (two === "side by" && /^side$/i.test(tokens[at + 2]?.text ?? "")) draft.drop({ from: at, to: at + 3 }, cause);
    else if (/^(?:together|apart)$/i.test(tokens[at]?.text ?? "")) {
      const lead = at > from && /^(?:close|closely|far)$/i.test(tokens[at - 1]?.text ?? "") ? at - 1 : at;
      draft.drop({ from: lead, to: at + 1 }, cause);
    } else if (SPREAD.test(tokens[at]?.text ?? "") && OVER.test(tokens[at + 1]?.text ?? "")) {
      draft.replaceRange({ from: at, to: at + 2 }, "in", cause);
    }
  }
}

/** "[placed next to] each other" */
function dropWithLead(draft: Draft, floor: number, { from, to }: { from: number; to: number }, cause: Cause): void {
  const { tokens } = draft;
  let start = from;
  while (start > floor && (tokens[start - 1]?.tag === "ADP" || /^(?:next|close|to|right|directly)$/i.test(tokens[start - 1]?.text ?? "")))
    start -= 1;
  if (start === from) return;
  if (
    start > floor &&
    /^(?:situated|placed|positioned|located|parked)$/i.test(tokens[start - 1]?.text ?? "") &&
    tokens[start - 2]?.tag !== "AUX"
  )
    start -= 1;
  draft.drop({ from: start, to }, cause);
}
