/**
 * From what is to change in a sentence, by token, to edits of the text. Marks that stress words stand between tokens: they stay with the
 * words that stay, and a pair around words that go goes with them.
 */
import type { Edit } from "../domain/correction.js";
import type { Token } from "../language/passage.js";
import { type Cause, union } from "./draft.js";
import { openingBefore, withoutMarks } from "./markup.js";

interface Change {
  readonly text: string;
  readonly cause: Cause;
}

export interface Changes {
  readonly dropped: ReadonlyMap<number, Cause>;
  readonly replaced: ReadonlyMap<number, Change>;
  readonly inserted: ReadonlyMap<number, Change>;
}

/** @param text the whole text that the tokens are of; @returns edits in order */
export function editsOf(text: string, tokens: readonly Token[], { dropped, replaced, inserted }: Changes): readonly Edit[] {
  const edits: Edit[] = [];
  let keptEnd: number | null = null;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (token === undefined) break;
    if (dropped.has(at)) {
      let next = at + 1;
      while (dropped.has(next)) next += 1;
      const cause = union(Array.from({ length: next - at }, (_, offset) => dropped.get(at + offset) ?? []));
      const going = tokens.slice(at, next).map(({ span }) => span);
      for (const span of withoutMarks(text, { before: keptEnd, tokens: going, after: tokens[next]?.span.start ?? null }))
        edits.push({ span, replacement: "", claims: cause, kind: "delete" });
      at = next;
      continue;
    }
    const added = inserted.get(at);
    if (added !== undefined) {
      // "There is a [dog](address)": what leads to a linked or stressed noun is none of its words.
      const floor = tokens[at - 1]?.span.end ?? 0;
      const place = /^there (?:is|are)\b/i.test(added.text) ? openingBefore(text, token.span.start, floor) : token.span.start;
      const span = { start: place, end: place };
      edits.push({ span, replacement: `${added.text} `, claims: added.cause, kind: "insert" });
    }
    const change = replaced.get(at);
    if (change !== undefined && change.text !== token.text)
      edits.push({ span: token.span, replacement: change.text, claims: change.cause, kind: "replace" });
    keptEnd = token.span.end;
    at += 1;
  }
  return edits;
}
