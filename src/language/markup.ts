/**
 * What of a text is markup and no words: HTML tags, the brackets and address of a Markdown link, pictures, bare addresses, and numbers
 * that count within a line ("(1) a man, (2) a dog"). Known by form;
 * a tag that is not of HTML ("<STOP>") is taken for words unless it has attributes or is closed ("<ref>a dog</ref>").
 */
import type { Span } from "../domain/span.js";

/** Tags that stress words, part lines or hold pictures. */
const NAMES =
  "a|abbr|b|big|blockquote|br|center|cite|code|dd|del|div|dl|dt|em|figcaption|figure|font|h[1-6]|hr|i|img|ins|kbd|label|li|mark|ol|p|pre|q|s|section|small|" +
  "span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|tt|u|ul|var";
/** ` class="x"`, ` id=x`, ` hidden`. */
const ATTRIBUTES = "(?:\\s+[a-z][\\w:-]{0,40}(?:=(?:\"[^\"<>]{0,2000}\"|'[^'<>]{0,2000}'|[^\\s\"'<>]{1,2000}))?){0,20}";
const FIRST_ATTRIBUTE = "\\s+[a-z][\\w:-]{0,40}=[\"'][^<>\"']{0,2000}[\"']";
/** An opening or closing HTML tag. */
export const TAG = `</?(?:${NAMES})${ATTRIBUTES}\\s*/?>|<[a-z][\\w-]{0,40}${FIRST_ATTRIBUTE}${ATTRIBUTES}\\s*/?>|</[a-z][\\w-]{0,40}>`;
/** "](https://example.com \"title\")" and "][1]": what closes a link. */
export const LINK_END =
  "\\]\\([^()\\s]{0,2000}(?:\\([^()\\s]{0,200}\\)[^()\\s]{0,2000})?(?:\\s+(?:\"[^\"\\n]{0,400}\"|'[^'\\n]{0,400}'))?\\)|\\]\\[[^\\][\\n]{0,100}\\]";

/** A whole picture, "![what it shows](address)": it is no picture that was asked about. */
const PICTURE = new RegExp(`!\\[[^\\][\\n]{0,400}(?:${LINK_END})`, "giu");
const TAGS = new RegExp(TAG, "giu");
const LINK_ENDS = new RegExp(LINK_END, "giu");
const ADDRESS = /<?\b(?:https?:\/\/|www\.)[^\s<>()[\]"'“”]{1,2000}[^\s<>()[\]"'“”.,;:!?*_]>?/giu;

/** How far before its address a link may open. */
const LONGEST_LINK = 400;

/** Ranges of the text that are markup, in no order; they may overlap. Linear in its length. */
export function markupIn(text: string): readonly Span[] {
  const spans: Span[] = [];
  if (text.includes("<")) spans.push(...found(text, TAGS), ...closedTags(text));
  if (text.includes("](") || text.includes("][")) {
    spans.push(...found(text, PICTURE));
    for (const end of found(text, LINK_ENDS)) {
      const start = text.slice(Math.max(0, end.start - LONGEST_LINK), end.start).lastIndexOf("[");
      if (start < 0) continue;
      const opening = Math.max(0, end.start - LONGEST_LINK) + start;
      if (!text.slice(opening, end.start).includes("\n")) spans.push({ start: opening, end: opening + 1 }, end);
    }
  }
  if (/https?:|www\./iu.test(text)) spans.push(...found(text, ADDRESS));
  return [...spans, ...countersIn(text)];
}

/** "1)", "(2)", "(b)" behind another word of their line. */
const COUNTER = /(?<=[^\s\n-][ \t])(?:\(([1-9]|1\d|[a-h])\)|([1-9]|1\d|[a-h])\))(?=[ \t])/gu;

/** Counters of which the first and the second are there, in one form. */
function countersIn(text: string): readonly Span[] {
  if (!/[1a]\)/u.test(text)) return [];
  const forms = ["(1", "1", "(a", "a"].filter((first) => {
    const second = first.replace("1", "2").replace("a", "b");
    return text.includes(`${first})`) && text.includes(`${second})`);
  });
  return found(text, COUNTER).filter(({ start, end }) =>
    forms.includes(
      text
        .slice(start, end - 1)
        .replace(/\d+/u, "1")
        .replace(/[b-h]/u, "a"),
    ),
  );
}

/** Opening tags without attributes whose name a closing tag repeats somewhere. */
function closedTags(text: string): readonly Span[] {
  const closed = new Set([...text.matchAll(/<\/([a-z][\w-]{0,40})>/giu)].map(([, name = ""]) => name.toLowerCase()));
  if (closed.size === 0) return [];
  return found(text, /<[a-z][\w-]{0,40}>/giu).filter(({ start, end }) => closed.has(text.slice(start + 1, end - 1).toLowerCase()));
}

function found(text: string, pattern: RegExp): readonly Span[] {
  return [...text.matchAll(pattern)].map(({ index, 0: match }) => ({ start: index, end: index + match.length }));
}
