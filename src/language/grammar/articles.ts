/**
 * "a" or "an", chosen by the sound that a word begins with. It knows spelling, not speech: the tables hold the common words whose
 * first letter misleads ("hour", "university", "one", "8"), and an abbreviation is taken to be spelled out ("an MRI", "an SUV").
 */
const SILENT_H = /^(?:hour|honest|honor|honour|heir)/;
const CONSONANT_VOWEL = /^(?:uni(?!n|m)|use|usual|utensil|util|uten|ukulele|ufo|urin|uran|eu|ewe|one(?:$|[^a-z])|once|ouija|u-)/;
const NUMBER_WITH_VOWEL = /^(?:8|11(?!\d)|18(?!\d))/;
const VOWEL_LETTER_NAMES = /^[AEFHILMNORSX]/;

/** @param next the word that follows, as written: "elephant" → "an", "SUV" → "an", "uniform" → "a" */
export function article(next: string): "a" | "an" {
  const word = next.replace(/^["'“‘(*_]+/, "");
  if (/^\d/.test(word)) return NUMBER_WITH_VOWEL.test(word) ? "an" : "a";
  if (/^[A-Z]{2,}(?![a-z])/.test(word) && !/^(?:UFO|NASA|NATO|LEGO)/.test(word)) return VOWEL_LETTER_NAMES.test(word) ? "an" : "a";
  const lower = word.toLowerCase();
  if (/^[a-z](?![a-z])/.test(lower)) return /^[aefhilmnorsx]/.test(lower) ? "an" : "a";
  if (SILENT_H.test(lower)) return "an";
  if (CONSONANT_VOWEL.test(lower)) return "a";
  return /^[aeiouàáâäèéêëìíîïòóôöùúûü]/.test(lower) ? "an" : "a";
}
