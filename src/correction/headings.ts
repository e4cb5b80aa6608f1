/** Answers whose questions went, and headings whose lists went whole: a title over nothing goes too. Only a line of its own, right over bullets or numbers, is a heading. */
import type { Passage, Sentence } from "../language/passage.js";
import { type Cause, union } from "./draft.js";
import type { Mending } from "./mending.js";

/** "## Animals", "**Animals**", "Animals:". */
const HEADING = /^\s*(?:#{1,6}\s.*|(?:\*\*|__).+(?:\*\*|__):?|.*:(?:\*\*|__)?)\s*$/u;
const BULLET = /^\s*(?:[-*•+–—·▪◦‣](?!\*)\s?|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{2,4})[.):]\s?)/u;

/** What of a line can be a heading; longer lines are text. */
const LONGEST_HEADING = 120;

/**
 * @param gone sentences that go, by index
 * @returns headings that go with them, by index
 */
export function loneHeadings({ text, sentences }: Passage, gone: ReadonlyMap<number, Cause>): ReadonlyMap<number, Cause> {
  const lone = new Map<number, Cause>();
  if (gone.size === 0) return lone;
  for (let at = 0; at < sentences.length; at += 1) {
    const heading = sentences[at];
    if (heading === undefined || gone.has(heading.index) || !isHeading(text, sentences, at)) continue;
    let next = at + 1;
    const causes: Cause[] = [];
    let [isBelowBullet, keepsAny] = [false, false];
    for (; next < sentences.length; next += 1) {
      const line = lineAt(text, sentences, next);
      if (line !== null) isBelowBullet = BULLET.test(line) && !isHeading(text, sentences, next);
      const sentence = sentences[next];
      if (sentence === undefined || !isBelowBullet) break;
      const cause = gone.get(sentence.index);
      if (cause !== undefined) causes.push(cause);
      else if (/\p{L}{2}/u.test(text.slice(sentence.span.start, sentence.span.end))) keepsAny = true;
    }
    if (causes.length > 0 && !keepsAny) lone.set(heading.index, union(causes));
  }
  return lone;
}

/** "Is there a cat? Perhaps.": an answer of a word or two goes with its question. */
export function loneAnswers({ text, sentences }: Passage, gone: ReadonlyMap<number, Cause>): ReadonlyMap<number, Cause> {
  const lone = new Map<number, Cause>();
  for (const { index, span, nounPhrases, tokens } of sentences) {
    const question = sentences[index - 1];
    const cause = question === undefined ? undefined : gone.get(question.index);
    if (question === undefined || cause === undefined || gone.has(index) || nounPhrases.length > 0) continue;
    const isAnswer =
      tokens.filter(({ tag }) => tag !== "PUNCT").length <= LONGEST_ANSWER && /\p{L}/u.test(text.slice(span.start, span.end));
    if (isAnswer && text.slice(question.span.start, question.span.end).endsWith("?")) lone.set(index, cause);
  }
  return lone;
}

/** "Q: What is on the sofa? A: A dog.": a question of the response's own goes with its answer. */
export function questionsAlone({ passage: { text, sentences }, questions, gone }: Mending): ReadonlyMap<number, Cause> {
  const alone = new Map<number, Cause>();
  for (const index of questions.keys()) {
    const [question, answer, next] = sentences.slice(Math.max(0, index - 1), index + 2);
    const cause = gone.get(index);
    if (cause === undefined || question === undefined || answer?.index !== index || gone.has(question.index)) continue;
    if (!text.slice(question.span.start, question.span.end).endsWith("?")) continue;
    // What still follows may answer it as well.
    const isLast = next === undefined || gone.has(next.index) || text.slice(next.span.start, next.span.end).endsWith("?");
    if (isLast || text.slice(answer.span.end, next.span.start).includes("\n")) alone.set(question.index, cause);
  }
  return alone;
}

/** In words. */
const LONGEST_ANSWER = 2;

function isHeading(text: string, sentences: readonly Sentence[], at: number): boolean {
  const line = lineAt(text, sentences, at);
  const after = sentences[at + 1];
  const sentence = sentences[at];
  if (line === null || sentence === undefined || line.length > LONGEST_HEADING || !HEADING.test(line)) return false;
  return after === undefined || text.slice(sentence.span.end, after.span.start).includes("\n");
}

/** The line that a sentence begins; null where it stands in the midst of one. Bounded, so that long lines cost no time. */
function lineAt(text: string, sentences: readonly Sentence[], at: number): string | null {
  const sentence = sentences[at];
  if (sentence === undefined) return null;
  const before = sentences[at - 1]?.span.end ?? 0;
  const gap = text.slice(before, sentence.span.start);
  if (at > 0 && !gap.includes("\n")) return null;
  const start = before + gap.lastIndexOf("\n") + 1;
  const piece = text.slice(start, Math.max(start + LONGEST_HEADING, sentence.span.start) + 2);
  const end = piece.indexOf("\n");
  return end < 0 ? piece : piece.slice(0, end);
}
