/** Whole numbers in words and back, zero to ninety-nine: what stands before a noun that is counted in a picture. */
const SMALL =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const VALUES: ReadonlyMap<string, number> = new Map(Array.from({ length: 100 }, (_, value) => [inWords(value), value]));

/** @param value from 0; from 100 on it stays in digits: 3 → "three", 42 → "forty-two", 120 → "120" */
export function numberInWords(value: number): string {
  return Number.isInteger(value) && value >= 0 && value < 100 ? inWords(value) : String(value);
}

/** "three" → 3, "Forty-two" → 42, "12" → 12; null where it is no whole number. */
export function numberValue(word: string): number | null {
  if (/^\d{1,9}$/.test(word)) return Number(word);
  return VALUES.get(word.toLowerCase()) ?? null;
}

/** The number in the style in which the given one is written: digits for digits, words for words, a capital for a capital. */
export function numberLike(model: string, value: number): string {
  if (/^\d/.test(model)) return String(value);
  const words = numberInWords(value);
  return /^[A-Z]/.test(model) ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}

function inWords(value: number): string {
  const small = SMALL[value];
  if (small !== undefined) return small;
  const tens = TENS[Math.floor(value / 10) - 2] ?? "";
  return value % 10 === 0 ? tens : `${tens}-${SMALL[value % 10] ?? ""}`;
}
