/**
 * From the drafts of single sentences to the edits of the whole text: sentences that go leave no hole, an emptied line goes with its
 * bullet, and edits that touch become one. White space elsewhere stays as the writer had it.
 */
import type { Edit } from "../domain/correction.js";
import type { Span } from "../domain/span.js";
import { LABEL_SOURCE } from "../language/labels.js";
import type { Passage, Sentence } from "../language/passage.js";
import { type Cause, union } from "./draft.js";
import { openingBefore, withOwnMarks } from "./markup.js";

/** A bullet, a number or a letter of a list, where the reader took it for a sentence of its own. */
const MARKER = /^(?:[-*•+–—·▪◦‣#>]+|\(?(?:\d{1,3}|[a-zA-Z])[.)])$/u;
/** What may stand before the first word of a line that is emptied. */
const LINE_OPENING = new RegExp(
  `^[\\s\\-*•+–—·▪◦‣#>_]*(?:\\(?(?:\\d{1,3}|[a-z]|[ivx]{2,4})[.):]\\s*)?[\\s*_]*(?:${LABEL_SOURCE}[*_]*:[\\s*_]*)?$`,
  "iu",
);

/**
 * Deletes whole sentences.
 * @param gone by sentence index: why it goes
 * @returns edits in order
 */
export function removeSentences(passage: Passage, gone: ReadonlyMap<number, Cause>): readonly Edit[] {
  const { text, sentences } = passage;
  const edits: Edit[] = [];
  for (const run of runsOf(sentences, gone, text)) {
    const first = sentences[run.from];
    const last = sentences[run.to - 1];
    if (first === undefined || last === undefined) continue;
    const claims = union(sentences.slice(run.from, run.to).map(({ index }) => gone.get(index) ?? []));
    const span = spanOfRun(text, sentences, run, withOwnMarks(text, { start: first.span.start, end: last.span.end }));
    edits.push({ span, replacement: "", claims, kind: "delete" });
  }
  return edits;
}

interface Run {
  readonly from: number;
  readonly to: number;
}

/** Neighbors that go together; a marker between them or before them goes with them. */
function runsOf(sentences: readonly Sentence[], gone: ReadonlyMap<number, Cause>, text: string): readonly Run[] {
  const runs: Run[] = [];
  let from: number | null = null;
  for (let at = 0; at <= sentences.length; at += 1) {
    const sentence = sentences[at];
    const next = sentences[at + 1];
    const goes =
      sentence !== undefined &&
      (gone.has(sentence.index) ||
        (next !== undefined && gone.has(next.index) && isMarker(text, sentence) && !hasBreak(text, sentence.span.end, next.span.start)));
    if (goes) from ??= at;
    else if (from !== null) {
      runs.push({ from, to: at });
      from = null;
    }
  }
  return runs;
}

function isMarker(text: string, { span }: Sentence): boolean {
  return span.end - span.start < 8 && MARKER.test(text.slice(span.start, span.end));
}

function spanOfRun(text: string, sentences: readonly Sentence[], run: Run, core: Span): Span {
  const before = sentences[run.from - 1];
  const after = sentences[run.to];
  if (before !== undefined && !hasBreak(text, before.span.end, core.start)) {
    return { start: startAfter(text, before.span.end, withCounter(text, before.span.end, core.start)), end: core.end };
  }
  if (after !== undefined && !hasBreak(text, core.end, after.span.start))
    return { start: core.start, end: openingBefore(text, after.span.start, core.end) };
  const line = lineStart(text, core.start, before?.span.end ?? 0);
  const opensLine = LINE_OPENING.test(text.slice(line, core.start));
  const start = opensLine ? line : core.start;
  const isLastOfBlock =
    after !== undefined && before !== undefined && breaks(text, before.span.end, line) < breaks(text, core.end, after.span.start);
  if (isLastOfBlock && opensLine) return { start: trimBack(text, line, before.span.end), end: core.end };
  if (after !== undefined) return { start, end: opensLine ? lineStart(text, after.span.start, core.end) : core.end };
  if (before === undefined) return { start, end: core.end };
  return { start: opensLine ? trimBack(text, line, before.span.end) : start, end: core.end };
}

/** "… 2. A dog.": on one line too the number goes with its item. */
function withCounter(text: string, from: number, to: number): number {
  const [counter = ""] = /\s\(?(?:\d{1,3}|[a-z])[.)]\s*$/iu.exec(text.slice(Math.max(from, to - LONGEST_COUNTER), to)) ?? [];
  return to - counter.length;
}

const LONGEST_COUNTER = 12;

/** Characters between two sentences that belong to neither (an emoji, a closing mark) stay with the first. */
function startAfter(text: string, from: number, to: number): number {
  return trimBack(text, to, from);
}

function hasBreak(text: string, from: number, to: number): boolean {
  return /[\n\r]/.test(text.slice(from, to));
}

/** How many lines end between two offsets: the wider gap stays. */
function breaks(text: string, from: number, to: number): number {
  return text.slice(from, to).split("\n").length - 1;
}

function lineStart(text: string, at: number, floor: number): number {
  for (let position = at; position > floor; position -= 1) if (text[position - 1] === "\n" || text[position - 1] === "\r") return position;
  return floor;
}

function trimBack(text: string, at: number, floor: number): number {
  let position = at;
  while (position > floor && /\s/.test(text[position - 1] ?? "")) position -= 1;
  return position;
}

/** Edits of the same claims with nothing but white space between them become one: "Two dogs lie" → "A dog lies". */
export function joinEdits(text: string, edits: readonly Edit[]): readonly Edit[] {
  const joined: Edit[] = [];
  for (const edit of edits) {
    const last = joined.at(-1);
    const between = last === undefined ? null : text.slice(last.span.end, edit.span.start);
    const touches = between === "" || (between !== null && /^\s+$/.test(between) && last !== undefined && sharesClaims(last, edit));
    if (last === undefined || between === null || !touches) {
      joined.push(edit);
      continue;
    }
    const span = { start: last.span.start, end: edit.span.end };
    const replacement = last.replacement + between + edit.replacement;
    const kind = span.start === span.end ? "insert" : replacement === "" ? "delete" : "replace";
    joined[joined.length - 1] = { span, replacement, claims: union([last.claims, edit.claims]), kind };
  }
  return joined;
}

function sharesClaims(a: Edit, b: Edit): boolean {
  return a.replacement !== "" && b.replacement !== "" && a.claims.some((id) => b.claims.includes(id));
}
