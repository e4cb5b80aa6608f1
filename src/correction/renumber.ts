/**
 * The numbers of a list that lost items: 1, 2, 4 becomes 1, 2, 3. Only of a list that counted up by one before; letters count too, bullets and
 * what the text says of "number 3" elsewhere stay. A list within a list counts by itself.
 */
import type { Edit } from "../domain/correction.js";
import { contains, type Span } from "../domain/span.js";
import { type Cause, union } from "./draft.js";

/** What stands before a number, the number or letter, and what closes it: "  **3.", "(b)", "> 2)". */
const ITEM =
  /^([ \t]*(?:>[ \t]*)*(?:#{1,6}[ \t]+)?(?:\*\*|__)?(?:(?:[Ss]tep|[Ii]tem|[Oo]bject|[Pp]oint|[Pp]art|[Dd]etail) )?)(\(?)(\d{1,3}|[a-zA-Z]|[ivx]{2,4})([.):])(?=[ \t*_]|$)/u;
/** The same within a line: "… (2) a dog", "… 2. A dog". */
const INNER = /(?<=[^\s\n-][ \t])()(\(?)(\d{1,3}(?=\)|\.[ \t]+\p{Lu})|[a-h](?=\)))([.)])(?=[ \t])/gu;

/** The first twenty Roman numbers, by value. */
const ROMAN = " i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split(" ");

type Kind = "digits" | "lower" | "upper" | "roman";

interface Item {
  readonly number: Span;
  readonly value: number;
  /** Why it goes; null where it stays. */
  readonly cause: Cause | null;
}

interface ItemList {
  readonly kind: Kind;
  /** What is around the number, alike for all items of one list. */
  readonly style: string;
  readonly indent: number;
  readonly items: Item[];
}

/**
 * @param edits what is done to the text otherwise, in order: a number inside one of them goes
 * @returns edits of the numbers that stay, in order; none of them overlaps another
 */
export function renumber(text: string, edits: readonly Edit[]): readonly Edit[] {
  return listsOf(text, edits)
    .flatMap((list) => countAnew(text, list))
    .sort((a, b) => a.span.start - b.span.start);
}

function countAnew(text: string, { kind, items }: ItemList): readonly Edit[] {
  const [first] = items;
  if (first === undefined || !items.every(({ value }, index) => value === first.value + index)) return [];
  const edits: Edit[] = [];
  const lost: Cause[] = [];
  for (const { number, value, cause } of items) {
    if (cause !== null) lost.push(cause);
    else if (lost.length > 0) {
      const width = text.startsWith("0", number.start) ? number.end - number.start : 1;
      const replacement = written(kind, value - lost.length).padStart(width, "0");
      edits.push({ span: number, replacement, claims: union(lost), kind: "replace" });
    }
  }
  return edits;
}

function written(kind: Kind, value: number): string {
  if (kind === "digits") return String(value);
  return kind === "roman" ? (ROMAN[value] ?? "") : String.fromCodePoint((kind === "lower" ? 96 : 64) + value);
}

/** As what a number or letter can be read, the likelier first: "i" is a letter behind "h" and a number elsewhere. */
function readings(count: string): readonly (readonly [Kind, number])[] {
  if (/\d/.test(count)) return [["digits", Number(count)]];
  const roman = ROMAN.indexOf(count);
  const asRoman: readonly (readonly [Kind, number])[] = roman > 0 ? [["roman", roman]] : [];
  if (count.length > 1) return asRoman;
  const letter = (count.toLowerCase().codePointAt(0) ?? 0) - 96;
  return [...(count === "i" ? asRoman : []), [/[a-z]/.test(count) ? "lower" : "upper", letter], ...asRoman];
}

/** Lists in the order in which they begin. A number that goes back begins another list; an inner list ends with the next item outside. */
function listsOf(text: string, edits: readonly Edit[]): readonly ItemList[] {
  const lists: ItemList[] = [];
  let open: ItemList[] = [];
  let next = 0;
  for (const { match, start, indent } of counters(text)) {
    const [, before = "", bracket = "", count = "", closing = ""] = match;
    const at = start + before.length + bracket.length;
    const number = { start: at, end: at + count.length };
    while ((edits[next]?.span.end ?? Number.POSITIVE_INFINITY) <= at) next += 1;
    const edit = edits[next];
    const cause = edit !== undefined && contains(edit.span, number) ? edit.claims : null;
    open = open.filter((list) => list.indent <= indent);
    const style = `${before}${bracket}${closing}`;
    const known = readings(count);
    const alike = open.filter((list) => list.style === style);
    const [[kind, value] = [null, 0]] = [...known.filter((one) => alike.some((list) => continues(list, one))), ...known];
    if (kind === null) continue;
    // A number that skips some goes on with its list, which then does not count up by one.
    const list = alike.find((each) => each.kind === kind && value > (each.items.at(-1)?.value ?? value));
    if (list !== undefined) {
      list.items.push({ number, value, cause });
      continue;
    }
    const begun: ItemList = { kind, style, indent, items: [{ number, value, cause }] };
    lists.push(begun);
    open = [...open.filter((each) => each.style !== style || each.kind !== kind), begun];
  }
  return lists;
}

function continues({ kind, items }: ItemList, [asKind, value]: readonly [Kind, number]): boolean {
  return kind === asKind && items.at(-1)?.value === value - 1;
}

interface Counter {
  readonly match: RegExpExecArray;
  readonly start: number;
  readonly indent: number;
}

/** Numbers and letters that may count items, in order: at the start of a line, then within it. */
function* counters(text: string): Generator<Counter> {
  for (let start = 0; start < text.length; ) {
    const lineEnd = text.indexOf("\n", start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    const line = text.slice(start, end);
    const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
    const first = ITEM.exec(line.slice(0, LONGEST_OPENING));
    if (first !== null) yield { match: first, start, indent };
    for (const match of line.matchAll(INNER)) {
      if (match.index >= (first?.[0].length ?? 0)) yield { match, start: start + match.index, indent };
    }
    start = end + 1;
  }
}

const LONGEST_OPENING = 60;
