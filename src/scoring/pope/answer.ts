/**
 * Yes or no, read from a free answer as POPE's published scorer reads it (Li et al. 2023): only the first sentence, and everything that
 * does not say "no", "No" or "not" is a yes. So "NO", "nope", "isn't", an empty answer and "No!" are yes; published figures rest on it.
 */
const DENIALS: ReadonlySet<string> = new Set(["No", "not", "no"]);

export function readsAsYes(answer: string): boolean {
  const [firstSentence = ""] = answer.split(".", 1);
  return !firstSentence
    .replaceAll(",", "")
    .split(" ")
    .some((word) => DENIALS.has(word));
}
