/**
 * Words and marks of one sentence by the Penn Treebank rules: contractions are parted ("ca n't", "it 's"), most marks stand alone, a
 * period only at the end of the sentence.
 *
 * Source: the rules published with the Penn Treebank (R. MacIntyre 1995) in the order and with the additions of NLTK 3's word tokenizer,
 * which CHAIR's scorer calls. Quotes become `` and ''. Each rule looks at most one character beyond its own chunk of non-white text, so a
 * sentence is cut at white space first and only chunks with a mark in them, or with a slurred word, walk through the rules.
 */

type Rule = readonly [pattern: RegExp, replacement: string];

const SENTENCE_START: Rule = [/^ "/, " `` "];

/** Applied in order to a chunk with a space on both sides. */
const RULES: readonly Rule[] = [
  // Opening quotes.
  [/[«“‘„]|`+/g, " $& "],
  [/([ ([{<])(?:"|'')/g, "$1 `` "],
  [/'(?!re|ve|ll|m|t|s|d|n)([\p{L}\p{N}_])(?![\p{L}\p{N}_])/giu, "' $1"],
  // Marks inside and behind words.
  [/([:,])(\D)/g, " $1 $2"],
  [/\.{2,}/g, " $& "],
  [/[;@#$%&]/g, " $& "],
  [/[?!]/g, " $& "],
  [/([^'])' /g, "$1 ' "],
  [/\*/g, " * "],
  [/[[\](){}<>]/g, " $& "],
  [/--/g, " -- "],
  // Closing quotes and contractions.
  [/[»”’]/g, " $& "],
  [/''/g, " '' "],
  [/"/g, " '' "],
  [/([^' ])('[smd]|') /gi, "$1 $2 "],
  [/([^' ])('ll|'re|'ve|n't) /gi, "$1 $2 "],
];

/** Words spoken as one, and where they part. */
const SLURRED: readonly Rule[] = [
  [/\b(can)(not)\b/gi, "$1 $2"],
  [/\b(d)('ye)\b/gi, "$1 $2"],
  [/\b(gim|lem)(me)\b/gi, "$1 $2"],
  [/\b(gon|wan)(na)\b/gi, "$1 $2"],
  [/\b(got)(ta)\b/gi, "$1 $2"],
  [/\b(more)('n)\b/gi, "$1 $2"],
  [/ ('t)(is|was)\b/gi, " $1 $2"],
];

const SIMPLE_CHUNK = /^[\p{L}\p{N}_\-/.]+$/u;
const MAY_BE_SLURRED = /cannot|d'ye|gimme|lemme|gonna|wanna|gotta|more'n|'tis|'twas/i;
/** What may stand behind the last period. */
const CLOSING_MARKS = "])}>\"'»”’";

/** @param sentence one sentence; white space around it does not matter */
export function tokensOf(sentence: string): readonly string[] {
  const text = sentence.trimEnd();
  const period = finalPeriod(text);
  const chunks = (period === null ? text : text.slice(0, period)).split(/\s+/);
  const tokens: string[] = [];
  let isFirst = true;
  for (const chunk of chunks) {
    if (chunk === "") continue;
    const mayBeSlurred = MAY_BE_SLURRED.test(chunk);
    if (!mayBeSlurred && SIMPLE_CHUNK.test(chunk) && !chunk.includes("..") && !chunk.includes("--")) tokens.push(chunk);
    else tokens.push(...parted(chunk, isFirst, mayBeSlurred));
    isFirst = false;
  }
  return period === null ? tokens : [...tokens, ".", ...closingMarks(text.slice(period + 1))];
}

function parted(chunk: string, isFirst: boolean, mayBeSlurred: boolean): readonly string[] {
  let text = ` ${chunk} `;
  const rules = [...(isFirst ? [SENTENCE_START] : []), ...RULES, ...(mayBeSlurred ? SLURRED : [])];
  for (const [pattern, replacement] of rules) text = text.replace(pattern, replacement);
  return text.split(" ").filter((token) => token !== "");
}

/** The place of the last period, where only closing marks follow it and no other period stands before it. */
function finalPeriod(text: string): number | null {
  let at = text.length - 1;
  while (at > 0 && (CLOSING_MARKS.includes(text[at] ?? "") || text[at] === " ")) at--;
  return at < 1 || text[at] !== "." || text[at - 1] === "." ? null : at;
}

/** A straight quote closes, unless white space stands before it. */
function closingMarks(marks: string): readonly string[] {
  return (marks.match(/ "|''|\S/g) ?? []).map((mark) => (mark === '"' ? "''" : mark === ' "' ? "``" : mark));
}
