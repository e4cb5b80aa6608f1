/**
 * Marks that stress or link words ("**", "_", "<b>", "[" and "](address)") stand between tokens. A pair whose words all go goes with
 * them; of a pair that still holds a word neither half goes. Which half a mark is, is read from what stands beside it, as in Markdown.
 */
import type { Span } from "../domain/span.js";
import { LINK_END, TAG } from "../language/markup.js";

/** A run of one Markdown mark, an end of a link, or a tag. */
const MARK = `${TAG}|${LINK_END}|\\*{1,3}|_{1,3}|\`{1,3}|!?\\[|<[a-z][\\w-]{0,40}>`;
const MARKS = new RegExp(MARK, "giu");
const MARKS_AT_END = new RegExp(`(?:(?:${MARK})[ \\t]*)+$`, "iu");
const MARKS_AT_START = new RegExp(`^(?:[ \\t]*(?:${MARK}))+`, "iu");

interface Mark extends Span {
  readonly text: string;
  readonly opens: boolean;
}

/** What goes with words that go: ranges to delete, in order; all of one edit but for the marks that stay between them. */
export interface Stretch {
  /** Ends of the last token that stays before, and of nothing at the start of a sentence. */
  readonly before: number | null;
  /** The tokens that go. */
  readonly tokens: readonly Span[];
  /** Start of the first token that stays behind; null at the end of a sentence. */
  readonly after: number | null;
}

export function withoutMarks(text: string, stretch: Stretch): readonly Span[] {
  const { before, tokens, after } = stretch;
  const first = tokens[0]?.start ?? 0;
  const last = tokens.at(-1)?.end ?? first;
  const region = { start: before ?? first - adjoining(text, first), end: after ?? last + trailing(text, last) };
  const marks = marksIn(text, region, tokens);
  const partners = pairs(marks);
  const single = marks.filter((mark) => !partners.has(mark));
  const closing = single.filter(({ opens }) => !opens);
  const opening = single.filter(({ opens }) => opens);
  const paired = [...partners].map(({ end }) => end);
  const start = Math.max(region.start, ...closing.map(({ end }) => end).filter((end) => end <= first));
  // Behind a bracket nothing is put a space before.
  const end = /[[(]/.test(text[start - 1] ?? "") ? region.end : Math.max(last, ...paired);
  const open = opening[0];
  const lateClosing = closing.find((mark) => mark.start >= first);
  if (before === null) return cut(open?.start ?? region.end, { start: region.start, end: region.end }, single);
  if (open !== undefined) {
    const from = start + spaceAt(text, start);
    return cut(open.start, { start: from, end: after ?? end }, single);
  }
  return lateClosing === undefined ? [{ start, end }] : cut(lateClosing.start, { start, end }, single);
}

/** A range of whole sentences with the marks around it that only they had: "<li>", "</li>" of an item, "[" and "](address)". */
export function withOwnMarks(text: string, core: Span): Span {
  const region = { start: core.start - adjoining(text, core.start), end: core.end + trailing(text, core.end) };
  const marks = marksIn(text, region, []);
  const partners = pairs(marks);
  let { start, end } = core;
  for (const mark of marks.filter((each) => each.end <= core.start && each.opens).reverse()) {
    if (!partners.has(mark)) break;
    start = mark.start;
  }
  for (const mark of marks.filter((each) => each.start >= core.end && !each.opens)) {
    if (!partners.has(mark)) break;
    end = mark.end;
  }
  return { start, end };
}

/** Where the marks that open right before an offset begin. */
export function openingBefore(text: string, at: number, floor: number): number {
  let start = at;
  for (const mark of marksIn(text, { start: Math.max(floor, at - adjoining(text, at)), end: at }, []).toReversed()) {
    if (!mark.opens || /\S/u.test(text.slice(mark.end, start))) break;
    start = mark.start;
  }
  return start;
}

/** The range without the marks that stay in it. */
function cut(from: number, range: Span, staying: readonly Mark[]): readonly Span[] {
  const spans: Span[] = [];
  let start = range.start;
  for (const mark of staying.filter(
    (each) => each.start >= Math.min(from, range.end) && each.end <= range.end && each.start >= range.start,
  )) {
    spans.push({ start, end: mark.start });
    start = mark.end;
  }
  spans.push({ start, end: range.end });
  return spans.filter(({ start: begin, end }) => end > begin);
}

function marksIn(text: string, region: Span, tokens: readonly Span[]): readonly Mark[] {
  const marks: Mark[] = [];
  let start = region.start;
  for (const token of [...tokens, { start: region.end, end: region.end }]) {
    for (const match of text.slice(start, token.start).matchAll(MARKS)) {
      const at = start + match.index;
      const end = at + match[0].length;
      marks.push({ start: at, end, text: nameOf(match[0]), opens: opensAt(text, { start: at, end }) });
    }
    start = token.end;
  }
  return marks;
}

/** What both halves of a pair have in common. */
function nameOf(mark: string): string {
  if (mark.startsWith("<")) return /^<\/?([a-z][\w-]*)/iu.exec(mark)?.[1]?.toLowerCase() ?? mark;
  return /^[![\]]/u.test(mark) ? "[" : mark;
}

function opensAt(text: string, { start, end }: Span): boolean {
  const first = text[start];
  if (first === "<") return text[start + 1] !== "/";
  if (first === "[" || first === "!") return true;
  if (first === "]") return false;
  return /[^\s.,;:!?)\]*_`]/u.test(text[end] ?? " ") && !/[\p{L}\p{N}]/u.test(text[start - 1] ?? " ");
}

/** Marks whose other half stands here too. */
function pairs(marks: readonly Mark[]): ReadonlySet<Mark> {
  const paired = new Set<Mark>();
  const open: Mark[] = [];
  for (const mark of marks) {
    if (mark.opens) {
      open.push(mark);
      continue;
    }
    const partner = open.findLastIndex(({ text }) => text === mark.text);
    const found = open[partner];
    if (found === undefined) continue;
    open.splice(partner);
    paired.add(found).add(mark);
  }
  return paired;
}

/** Length of the marks right before an offset. */
function adjoining(text: string, at: number): number {
  return MARKS_AT_END.exec(text.slice(Math.max(0, at - LONGEST), at))?.[0].length ?? 0;
}

/** Length of the marks right behind an offset. */
function trailing(text: string, at: number): number {
  return MARKS_AT_START.exec(text.slice(at, at + LONGEST))?.[0].length ?? 0;
}

/** Marks beside words that go are looked for so far, in characters. */
const LONGEST = 400;

function spaceAt(text: string, at: number): number {
  return /^\s*/u.exec(text.slice(at, at + LONGEST))?.[0].length ?? 0;
}
