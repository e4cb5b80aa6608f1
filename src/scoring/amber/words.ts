/** The words that AMBER looks at: all that stand in its relations, and nothing else. */

export interface AmberWords {
  /** Word → the words that may stand for it. */
  readonly associations: ReadonlyMap<string, readonly string[]>;
  /** Every word of the relations, on either side. */
  readonly known: ReadonlySet<string>;
  /** Words too vague to be called right or wrong. */
  readonly safe: ReadonlySet<string>;
}

/** @param relations as in AMBER's relations file: word → the words that may stand for it */
export function amberWords(relations: Readonly<Record<string, readonly string[]>>, safeWords: readonly string[]): AmberWords {
  const associations = new Map(Object.entries(relations));
  return { associations, known: new Set([...associations].flatMap(([word, others]) => [word, ...others])), safe: new Set(safeWords) };
}
