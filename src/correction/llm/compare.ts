/**
 * What a rewriting changed, and which of it may stay. A language model that is asked to mend one thing polishes others. So each sentence that
 * it wrote anew is compared with the original word by word, and a difference that belongs to no refuted claim is put back: it belongs
 * to one where it touches the claim's words, or only bends a word (lie → lies) of a sentence in which one is mended.
 */
import { diffArrays } from "diff";
import type { Edit } from "../../domain/correction.js";
import type { JudgedClaim } from "../../domain/judgement.js";
import { overlaps, type Span } from "../../domain/span.js";
import { parse } from "../../language/parse.js";
import type { Passage, Sentence } from "../../language/passage.js";
import { type Cause, union } from "../draft.js";
import { joinEdits, removeSentences } from "../layout.js";

/** Past so many changed words of one sentence it is another sentence; the comparison of texts that share nothing is quadratic. */
const MAX_CHANGES = 240;

const PIECES = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*|\s+|[^\s]/gu;

/**
 * @param rewritten by sentence index: its new text, empty where it goes whole; other sentences stay
 * @param refuted the refuted claims
 * @returns edits in order, without overlap, each with its claims; null where a sentence shares too little with the original
 */
export function compare(passage: Passage, rewritten: ReadonlyMap<number, string>, refuted: readonly JudgedClaim[]): readonly Edit[] | null {
  const gone = new Map<number, Cause>();
  const inner: Edit[] = [];
  for (const sentence of passage.sentences) {
    const text = rewritten.get(sentence.index);
    const own = refuted.filter(({ claim }) => overlaps(claim.span, sentence.span));
    if (text === undefined || own.length === 0) continue;
    if (text.trim() === "") {
      gone.set(sentence.index, union(own.map(({ claim }) => [claim.id])));
      continue;
    }
    const edits = editsOf(passage.text, sentence, text.trim(), own);
    if (edits === null) return null;
    inner.push(...edits);
  }
  const all = [...removeSentences(passage, gone), ...inner];
  return joinEdits(
    passage.text,
    all.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
  );
}

interface Difference {
  readonly span: Span;
  readonly replacement: string;
}

function editsOf(text: string, sentence: Sentence, rewritten: string, refuted: readonly JudgedClaim[]): readonly Edit[] | null {
  const differences = differencesOf(text, sentence.span, rewritten);
  if (differences === null) return null;
  const causes = differences.map((difference) => touched(difference, refuted));
  const mended = union(causes);
  return differences.flatMap((difference, index): readonly Edit[] => {
    const own = causes[index] ?? [];
    const claims = own.length > 0 ? own : mended.length > 0 && onlyBends(text, difference) ? mended : [];
    return claims.length > 0 ? [{ ...difference, claims, kind: kindOf(difference) }] : [];
  });
}

/** Changed runs of words, those with nothing but white space between them as one. */
function differencesOf(text: string, { start, end }: Span, rewritten: string): readonly Difference[] | null {
  const changes = diffArrays(text.slice(start, end).match(PIECES) ?? [], rewritten.match(PIECES) ?? [], { maxEditLength: MAX_CHANGES });
  if (changes === undefined) return null;
  const differences: Difference[] = [];
  let at = start;
  for (const { value, added, removed } of changes) {
    const words = value.join("");
    const last = differences.at(-1);
    if (added || removed) {
      const difference = { span: { start: at, end: removed ? at + words.length : at }, replacement: added ? words : "" };
      if (last === undefined || !/^\s*$/.test(text.slice(last.span.end, at))) differences.push(difference);
      else differences[differences.length - 1] = joined(text, last, difference);
    }
    if (!added) at += words.length;
  }
  return differences.map((difference) => trimmed(text, difference));
}

function joined(text: string, first: Difference, second: Difference): Difference {
  const between = text.slice(first.span.end, second.span.start);
  return { span: { start: first.span.start, end: second.span.end }, replacement: first.replacement + between + second.replacement };
}

/** Without what both sides share at their ends: joining runs takes in the white space between them. */
function trimmed(text: string, { span, replacement }: Difference): Difference {
  let { start, end } = span;
  let words = replacement;
  while (start < end && words !== "" && /\s/.test(words[0] ?? "") && text[start] === words[0]) {
    start += 1;
    words = words.slice(1);
  }
  while (start < end && words !== "" && /\s/.test(words.at(-1) ?? "") && text[end - 1] === words.at(-1)) {
    end -= 1;
    words = words.slice(0, -1);
  }
  return { span: { start, end }, replacement: words };
}

/** The refuted claims whose words a difference changes or borders on. */
function touched({ span }: Difference, refuted: readonly JudgedClaim[]): Cause {
  return refuted.filter(({ claim }) => span.start <= claim.span.end && claim.span.start <= span.end).map(({ claim }) => claim.id);
}

const BENDING: ReadonlySet<string> = new Set("a an the it they them its their he she his her him this these that those".split(" "));

/** "lie" → "lies", "are" → "is", "they" → "it": nothing is said that was not said. */
function onlyBends(text: string, { span, replacement }: Difference): boolean {
  const [before, after] = [text.slice(span.start, span.end), replacement].map((words) =>
    parse(words).sentences.flatMap(({ tokens }) => tokens),
  );
  if (before === undefined || after === undefined || before.length !== after.length) return false;
  return before.every((token, index) => {
    const other = after[index];
    if (other === undefined) return false;
    const words = [token.text, other.text].map((word) => word.toLowerCase());
    return token.lemma === other.lemma || words[0] === words[1] || words.every((word) => BENDING.has(word));
  });
}

function kindOf({ span, replacement }: Difference): Edit["kind"] {
  if (span.start === span.end) return "insert";
  return replacement === "" ? "delete" : "replace";
}
