/** Questions for a word: "How many dogs are there?", "What color is the car?", "Where is the dog?", "Which animal is on the left?" */
import { article } from "../../language/grammar/articles.js";
import { singular } from "../../language/grammar.js";
import { placed } from "./places.js";
import { asksFor, filling, type Question, type Reply, type Statement, said } from "./statement.js";
import { COPULAS, type Words } from "./words.js";

/** What words say in answer to such a question; null where these rules do not know it. */
export function open(question: Words): Question | null {
  const { words, start, mark, part } = question;
  const [first, second] = [words[start] ?? "", words[start + 1] ?? ""];
  if (first === "how") return number(question);
  const between = /\brelation(?:ship)? between (.+?) and (.+)$/i.exec(part(start, mark));
  if (between !== null) return asksFor(`${between[1] ?? ""} is `, ` ${between[2] ?? ""}`, false);
  if (/^(?:color|colour)$/.test(second)) return colorOf(question);
  if (first === "which" || (first === "what" && !COPULAS.test(second))) return kind(question);
  if (first !== "what" && first !== "where" && first !== "who") return null;
  if (!COPULAS.test(second)) return null;
  return thing(question);
}

function number({ start, mark, part, subjectEnd }: Words): Question {
  const end = subjectEnd(start + 2) > start + 2 ? subjectEnd(start + 2) : start + 3;
  // "How many dogs are on the sofa?": only those there are counted.
  const place = part(end, mark).replace(/^(?:is|are|was|were) there\b/i, "");
  const rest = /^\s*(?:is|are|was|were)?\s*(.*)$/is.exec(place)?.[1] ?? "";
  const isOfPicture = PICTURE.test(rest) || /^(?:do|does|did|can|could|has|have|altogether|in total)\b/i.test(rest);
  const noun = part(start + 2, end);
  const after = isOfPicture ? "" : ` ${rest}`;
  const filled = (answer: string): Statement =>
    /\b(?:one|1)$/i.test(answer)
      ? filling("There is ", ` ${singularPhrase(noun)}${after.replace(/^ are\b/, " is")}`, true)(answer)
      : filling("There are ", ` ${noun}${after}`, true)(answer);
  return { type: "number", yes: null, no: null, presumed: null, filled };
}

/** "red cars" → "red car" */
function singularPhrase(noun: string): string {
  return noun.replace(/[\p{L}-]+$/u, (word) => singular(word));
}

const PICTURE =
  /^(?:(?:visible|shown|present|there|here)\s*)?(?:in|on)?\s*(?:(?:the|this|that) (?:image|picture|photo|photograph|scene))?$/i;

function colorOf({ words, start, mark, part }: Words): Question | null {
  const verb = words[start + 2] ?? "";
  if (!COPULAS.test(verb)) return null;
  return { ...asksFor(`${part(start + 3, mark)} ${verb} `, "", false), presumed: there(part(start + 3, mark), verb) };
}

/** "Which animal is on the left?": what is asked is who stands there. */
function kind({ words, start, mark, part, subjectEnd }: Words): Question | null {
  const end = subjectEnd(start + 1);
  const verb = words[end] ?? "";
  if (end === start + 1 || !COPULAS.test(verb)) return null;
  const rest = part(end + 1, mark);
  if (PICTURE.test(rest) || /^(?:this|that|it|these|those)\b/i.test(rest)) return null;
  return asksFor("", ` ${verb} ${rest}`, true);
}

/** That the asked thing is there: "the dog" → "There is a dog"; null where it is asked after as something else. */
function there(subject: string, verb: string): Reply | null {
  const [, noun = ""] = /^(?:the|this|that|these|those)\s+(.+)$/is.exec(subject) ?? [];
  if (noun === "") return null;
  return said(verb === "are" || verb === "were" ? `There are ${noun}` : `There is ${article(noun)} ${noun}`, true);
}

function thing({ words, start, mark, part, subjectEnd }: Words): Question | null {
  const [first, verb, third] = [words[start] ?? "", words[start + 1] ?? "", words[start + 2] ?? ""];
  if (first === "what" && third === "the" && /^(?:color|colour)$/.test(words[start + 3] ?? "") && words[start + 4] === "of")
    return { ...asksFor(`${part(start + 5, mark)} is `, "", false), presumed: there(part(start + 5, mark), "is") };
  const end = subjectEnd(start + 2);
  if (end === start + 2) return first === "where" ? null : asksFor("", ` ${verb} ${part(start + 2, mark)}`, true);
  const rest = part(end, mark)
    .replace(/\b(?:doing|located|positioned|in (?:the|this) (?:image|picture|photo|scene))\b/gi, "")
    .trim();
  const before = `${part(start + 2, end)} ${verb} ${rest === "" ? "" : `${rest} `}`;
  const presumed = there(part(start + 2, end), verb);
  if (first !== "where") return { ...asksFor(before, "", false), presumed };
  return { type: "open", yes: null, no: null, presumed, filled: (answer) => placed(before, answer) };
}
