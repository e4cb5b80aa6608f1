/** Capitals of words that take the place of others. */

/** With a capital at its first character, the rest as it is. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** With a capital where the word that it takes the place of has one. */
export function casedAs(model: string, text: string): string {
  return /^\p{Lu}/u.test(model) ? capitalized(text) : text;
}
