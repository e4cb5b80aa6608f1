/**
 * Slips of reading: one wrong, missing or added letter in a long word. Readers make them, and who is read knows what was meant.
 *
 * A slip is forgiven only where it decides nothing: not the letter that a word begins with ("CROWN" is not "BROWN"), not in a word that is
 * short ("US" is not "UK") and not in a number, of which each digit counts.
 */

/** From so many letters on, one wrong letter in a word is a slip. */
export const LONG_WORD = 6;

/**
 * Whether these words are written there, spaces apart or not.
 * @param wanted lower-case words without punctuation
 * @param read letters alone, lower case
 */
export function isSaidBy(wanted: readonly string[], read: string): boolean {
  const letters = wanted.join("");
  if (letters === read) return true;
  const slip = slipBetween(letters, read);
  if (slip === null) return false;
  let start = 0;
  for (const word of wanted) {
    const end = start + word.length;
    // What was added at a word's end is that word's: "GARDENS" for "GARDEN".
    if (slip < end || (slip === end && read.length > letters.length))
      return slip > start && isForgiving(word) && !isDigit(added(letters, read, slip));
    start = end;
  }
  return false;
}

function isForgiving(word: string): boolean {
  return word.length >= LONG_WORD && !/\p{N}/u.test(word);
}

/** @returns the place of the only difference; null where there are more */
function slipBetween(wanted: string, read: string): number | null {
  if (Math.abs(wanted.length - read.length) > 1) return null;
  let start = 0;
  while (start < wanted.length && wanted[start] === read[start]) start += 1;
  const restWanted = wanted.slice(start + (wanted.length >= read.length ? 1 : 0));
  const restRead = read.slice(start + (read.length >= wanted.length ? 1 : 0));
  return restWanted === restRead ? start : null;
}

/** A letter that was added; one in another's place may well look like a digit, and a missing one is none. */
function added(wanted: string, read: string, place: number): string {
  return read.length > wanted.length ? (read[place] ?? "") : "";
}

function isDigit(letter: string): boolean {
  return /\p{N}/u.test(letter);
}
