/** @returns the first word behind an index that is such a mark; their number where none is */
export function clauseEnd(words: readonly string[], index: number, mark: RegExp): number {
  const end = words.findIndex((word, at) => at > index && mark.test(word));
  return end < 0 ? words.length : end;
}
