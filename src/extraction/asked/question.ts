/**
 * Questions turned into the statements that their answers make. The forms are those of POPE and MME and their near kin, denied ones
 * ("Isn't there a dog?"), and statements that ask ("There is a dog, isn't there?"); a question of another form gives none, and its answer
 * is read alone.
 */
import { parse } from "../../language/parse.js";
import { open } from "./open.js";
import { polar } from "./polar.js";
import { type Question, said } from "./statement.js";
import { COPULAS, isMark, wordsOf } from "./words.js";

/** The last question of a prompt; null where there is none that these rules know. */
export function questionOf(prompt: string): Question | null {
  const { sentences } = parse(prompt);
  const sentence =
    sentences.findLast(({ tokens }) => tokens.some(({ text }) => isMark(text))) ??
    sentences.findLast(({ tokens }) => COPULAS.test(tokens[0]?.text.toLowerCase() ?? ""));
  if (sentence === undefined) return null;
  const asked = prompt.slice(sentence.span.start, sentence.span.end);
  const tagged = TAGGED.exec(asked);
  return tagged === null ? readQuestion(plainly(asked)) : readTagged(tagged[1] ?? "", tagged[2] ?? "");
}

/** As a question without its denial: "Isn't there" and "Is there" have the same yes and no. */
function plainly(asked: string): string {
  return asked.replace(/\b(is|are|was|were|does|do|did|has|have|could)n['’]t\b/gi, "$1").replace(/\bcan['’]t\b/gi, "can");
}

function readQuestion(asked: string): Question | null {
  const [sentence] = parse(asked).sentences;
  const words = sentence === undefined ? null : wordsOf(asked, sentence);
  return words === null ? null : (polar(words) ?? open(words));
}

const TAGGED =
  /^(?!\W*(?:is|are|was|were|does|do|did|can|could|has|have|what|which|who|where|how)\b)(.*\S),\s+((?:is|are|was|were|does|do|did|has|have|can|could)(?:n?['’]t)?\s+(?:there|it|they|he|she|this|that|you|we)|right|correct|no|yes)\s*[?？]$/isu;

/** "There is a dog, isn't there?" asks as "Is there a dog?" does, "There is no dog, is there?" as well. */
function readTagged(statement: string, tag: string): Question | null {
  const stated = affirmed(statement);
  const isDenied = stated !== statement;
  // "There is no dog, right?" "No.": nobody knows.
  if (isDenied && /^(?:right|correct|yes|no)$/i.test(tag)) return null;
  const there = /^\W*there['’]?\s?(s|is|are|was|were)\s+(.*)$/isu.exec(stated);
  if (there !== null) return readQuestion(`${there[1]?.replace(/^s$/i, "is") ?? ""} there ${there[2] ?? ""}?`);
  const isExistential = /\b(?:show|shows|see|contains?|depicts?)\b/i.test(stated);
  return { type: "polar", yes: said(stated, isExistential), no: said(stated, isExistential, true), presumed: null, filled: null };
}

/** Without its denial. */
function affirmed(statement: string): string {
  return statement
    .replace(/\b(there\s+(?:is|was))\s+no\b/i, "$1 a")
    .replace(/\b(there\s+(?:are|were))\s+no\b/i, "$1 any")
    .replace(/\b(there\s+(?:is|are|was|were))(?:n['’]t|\s+not)\b/i, "$1")
    .replace(/\b(is|are|was|were)(?:n['’]t|\s+not)\b/i, "$1");
}
