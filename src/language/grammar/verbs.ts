/**
 * Agreement of English verbs in the third person, and their negation. Present tense and "was": a past form is the same in both
 * numbers and is left alone. It may be wrong where a noun is taken for a verb; callers ask only for words they read as finite verbs.
 */
const TO_SINGULAR: ReadonlyMap<string, string> = new Map([
  ["are", "is"],
  ["were", "was"],
  ["have", "has"],
  ["do", "does"],
  ["aren't", "isn't"],
  ["weren't", "wasn't"],
  ["haven't", "hasn't"],
  ["don't", "doesn't"],
  ["'re", "'s"],
  ["’re", "’s"],
  ["go", "goes"],
]);
const TO_PLURAL: ReadonlyMap<string, string> = new Map([...TO_SINGULAR].map(([many, one]) => [one, many]));
const UNCHANGING: ReadonlySet<string> = new Set("can could may might must shall should will would cannot".split(" "));

/** The verb as a singular subject takes it: "lie" → "lies", "are" → "is", "carry" → "carries"; "can" and "walked" stay. */
export function singularVerb(verb: string): string {
  const lower = verb.toLowerCase();
  const irregular = TO_SINGULAR.get(lower);
  if (irregular !== undefined) return inCaseOf(verb, irregular);
  if (UNCHANGING.has(lower) || TO_PLURAL.has(lower) || isPast(lower)) return verb;
  if (/(?:s|x|z|ch|sh)$/.test(lower)) return `${verb}es`;
  if (/[^aeiou]y$/.test(lower)) return `${verb.slice(0, -1)}ies`;
  return `${verb}s`;
}

/**
 * The verb as a plural subject takes it: "lies" → "lie", "is" → "are".
 * @param lemma the dictionary form, where the reader knows it: it decides "poses" → "pose" against "passes" → "pass"
 */
export function pluralVerb(verb: string, lemma: string): string {
  const lower = verb.toLowerCase();
  const irregular = TO_PLURAL.get(lower);
  if (irregular !== undefined) return inCaseOf(verb, irregular);
  if (!lower.endsWith("s") || UNCHANGING.has(lower)) return verb;
  return inCaseOf(verb, lemma);
}

function isPast(lower: string): boolean {
  return lower.endsWith("ed") && !/(?:need|feed|breed|bleed|speed|weed|seed|heed)$/.test(lower);
}

function inCaseOf(model: string, word: string): string {
  const first = model.charAt(0);
  return first !== first.toLowerCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
