/**
 * From what is to change in a sentence, by token, to edits of the text. Marks that stress words stand between tokens: they stay with the
 * words that stay, and a pair around words that go goes with them.
 */
import type { Edit } from "../domain/correction.js";
import type { Span } from "../domain/span.js";
import type { Token } from "../language/passage.js";
import { type Cause, union } from "./draft.js";

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
      const core = { start: token.span.start, end: tokens[next - 1]?.span.end ?? token.span.end };
      const span = withGap(text, core, keptEnd, tokens[next]?.span.start ?? null);
      edits.push({ span, replacement: "", claims: cause, kind: "delete" });
      at = next;
      continue;
    }
    const added = inserted.get(at);
    if (added !== undefined) {
      const span = { start: token.span.start, end: token.span.start };
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

/** What goes goes with the white space before it, at the start of a sentence with that behind it. */
function withGap(text: string, core: Span, before: number | null, after: number | null): Span {
  if (before === null) return { start: core.start, end: after ?? core.end };
  const gap = text.slice(before, core.start);
  if (gap.trim() === "") return { start: before, end: core.end };
  const opening = /[*_`]+$/.exec(gap)?.[0] ?? "";
  if (opening === "") return { start: before + gap.trimEnd().length, end: core.end };
  if (text.startsWith(opening, core.end))
    return { start: core.start - opening.length - leadingSpace(gap, opening), end: core.end + opening.length };
  return { start: core.start, end: after ?? core.end };
}

/** White space right before the marks that open. */
function leadingSpace(gap: string, opening: string): number {
  const before = gap.slice(0, gap.length - opening.length);
  return before.length - before.trimEnd().length;
}
