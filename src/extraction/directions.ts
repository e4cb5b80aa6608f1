/** Where something leans, looks or goes, which is not where it is: "leans to the left", "facing right", "walks toward the right side". */
import type { PrepositionItem } from "./items.js";
import type { SentenceState } from "./sentence-state.js";

/** Verbs of a direction; "sits to the left" and "stands to the right" tell a place. */
const DIRECTED: ReadonlySet<string> = new Set(
  (
    "lean tilt face point turn look walk gaze glance bend move drive head go run ride fly incline slope slant drift swim step curve stare peer peek " +
    "angle aim twist sway tip reach gesture jog sail march travel slide gallop trot orient swerve veer direct"
  ).split(" "),
);

/** Whether what follows a preposition is the direction of the verb before it. @param index of the phrase that names a side */
export function isDirection(state: SentenceState, { words }: PrepositionItem, index: number): boolean {
  if (!/^(?:to|toward|towards|off to)(?: the (?:far )?(?:left|right)(?: side)? of)?$/.test(words) || state.verb === null) return false;
  let at = index - 2;
  // "gazes off to the left"
  const particle = state.items[at];
  if (particle?.type === "preposition" && /^(?:off|over|up|down|back|out|away)$/.test(particle.words)) at -= 1;
  const verb = state.items[at];
  return verb?.type === "verb" && verb === state.verb && DIRECTED.has(verb.lemma);
}

/** "is facing left": no quality. @param index of the word */
export function isDirectionWord(state: SentenceState, word: string, index: number): boolean {
  const before = state.items[index - 1];
  return /^(?:left|right|up|down|forward|upward|sideways)$/.test(word) && before?.type === "verb" && DIRECTED.has(before.lemma);
}
