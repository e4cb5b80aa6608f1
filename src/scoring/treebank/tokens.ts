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
  // Words spoken as one.
  [/\b(can)(not)\b/gi, "$1 $2"],
  [/\b(d)('ye)\b/gi, "$1 $2"],
  [/\b(gim|lem)(me)\b/gi, "$1 $2"],
  [/\b(gon|wan)(na)\b/gi, "$1 $2"],
  [/\b(got)(ta)\b/gi, "$1 $2"],
  [/\b(more)('n)\b/gi, "$1 $2"],
  [/ ('t)(is|was)\b/gi, " $1 $2"],
];
const RULES_AT_START: readonly Rule[] = [SENTENCE_START, ...RULES];

/** Most chunks: a word, perhaps with one mark behind it. Nothing else needs to be asked of them. */
const PLAIN_CHUNK = /^[a-z]+[,;:?!]?$/i;
const SLURRED_WORDS: ReadonlySet<string> = new Set(
  ["cannot", "gimme", "lemme", "gonna", "wanna", "gotta"].flatMap((word) => ["", ",", ";", ":", "?", "!"].map((mark) => word + mark)),
);
/** Letters come after all the marks that a plain chunk may end with. */
const CODE_OF_A = 0x41;
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
    if (!PLAIN_CHUNK.test(chunk) || SLURRED_WORDS.has(chunk.toLowerCase())) tokens.push(...parted(chunk, isFirst));
    else if (chunk.charCodeAt(chunk.length - 1) >= CODE_OF_A) tokens.push(chunk);
    else tokens.push(chunk.slice(0, -1), chunk.slice(-1));
    isFirst = false;
  }
  return period === null ? tokens : [...tokens, ".", ...closingMarks(text.slice(period + 1))];
}

function parted(chunk: string, isFirst: boolean): readonly string[] {
  let text = ` ${chunk} `;
  for (const [pattern, replacement] of isFirst ? RULES_AT_START : RULES) text = text.replace(pattern, replacement);
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
