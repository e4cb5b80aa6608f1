/**
 * Clauses without a verb of their own: "the cat is on the left and the dog on the right", "the bus is red, the car white". What follows the
 * second noun is said of it alone. Where a list could be meant as well ("next to a car and a bicycle on the grass"), what both readings
 * share is claimed: where the second noun is. That it is joined to the first is not.
 */
import { closeVerb } from "./deeds.js";
import type { Item } from "./items.js";
import { BODY_PARTS } from "./lexicon.js";
import { joined } from "./lists.js";
import type { Reference } from "./memory.js";
import { placesNamedBy } from "./places.js";
import type { SentenceState } from "./sentence-state.js";

/** Whether a phrase after a comma or "and" has a place or a quality of its own, its clause having said one of the noun before. */
export function opensGap(state: SentenceState, index: number): boolean {
  const own = state.items[index];
  if (state.waitingBetween !== null || own?.type !== "phrase" || !own.phrase.isThing) return false;
  if (sharesVerb(state, index)) return true;
  if (!state.predicated) return false;
  if (state.copula && state.role === "subject") return true;
  const { determiner, quantity, plural } = own.phrase;
  // "on a skateboard and bike at the park", "with a cart and a bag on the street": one list.
  const isListed = (determiner === null && quantity === null && !plural) || (state.isWithTarget && determiner !== "the");
  return !isListed && leadsToPlace(state.items, index + 1);
}

/** "on the left", "under the table"; of hands and heads what follows is part of the deed: "a bag in his left hand". */
function leadsToPlace(items: readonly Item[], at: number): boolean {
  const [preposition, place] = [items[at], items[at + 1]];
  if (preposition?.type !== "preposition" || place?.type !== "phrase") return false;
  if (placesNamedBy(place.phrase).length > 0) return true;
  return preposition.predicate !== null && !BODY_PARTS.has(place.phrase.category);
}

/** "The man holds a kite and the woman an umbrella": a noun right after a noun is what the second does the same to. */
function sharesVerb(state: SentenceState, index: number): boolean {
  const next = state.items[index + 1];
  return state.role === "object" && state.verb !== null && next?.type === "phrase" && next.phrase.determiner !== null;
}

/** From here on the clause speaks of the phrase; of nouns without a verb ("the man on the left and the woman on the right") only its place. */
export function openGap(state: SentenceState, reference: Reference, index: number): void {
  const shares = sharesVerb(state, index);
  const isNoun = state.verb === null && state.auxiliary === "" && !state.existential && !state.showing;
  if (!shares) closeVerb(state);
  state.subject = isNoun ? joined(state.subject, reference) : [reference];
  if (state.verb !== null) {
    state.verbSubject = [reference];
    state.verbTaken = !shares;
  }
  state.setChain(state.subject, "subject");
  state.gap = [reference];
  if (shares) state.separator = "none";
}
