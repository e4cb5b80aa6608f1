/** What was asked once is not asked again: an evaluation judges some hundred statements a photograph, and asks much of the same thrice. */

/** @returns asks, or gives what was said before under the same key; a failure is not remembered */
export function remembering<Said>(): (key: string, ask: () => Promise<Said>) => Promise<Said> {
  const known = new Map<string, Promise<Said>>();
  return (key, ask) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const fresh = ask();
    known.set(key, fresh);
    fresh.catch(() => known.delete(key));
    return fresh;
  };
}
