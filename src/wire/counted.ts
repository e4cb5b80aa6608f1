/** Numbers with their nouns, in what people are told. */

/** "1 row", "2 rows" @param noun one whose plural takes an s */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
