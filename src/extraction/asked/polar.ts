/** Questions for yes or no: "Is there a dog?", "Are there three?", "Is the car red or blue?", "Does the image show a cat?" */
import { placed } from "./places.js";
import { type Question, type Statement, said } from "./statement.js";
import { AUXILIARIES, COPULAS, type Words } from "./words.js";

/** What "yes" and "no" say to a question that begins with its verb; null for another. */
export function polar({ words, start, mark, part, subjectEnd }: Words): Question | null {
  const verb = words[start] ?? "";
  const next = words[start + 1] ?? "";
  if (COPULAS.test(verb) && next === "there") return existential(verb, part(start + 2, mark));
  if (!COPULAS.test(verb) && !AUXILIARIES.test(verb)) return null;
  const end = /^(?:you|this|that|it)$/.test(next) ? start + 2 : subjectEnd(start + 1);
  if (end === start + 1) return null;
  const isExistential = next === "you" || /^(?:do|does|can|did)$/.test(verb);
  const [subject, rest] = [part(start + 1, end), part(end, mark).replace(/^not\s+/i, "")];
  const statement = `${subject} ${verb} ${rest}`;
  const joint = jointOf(rest);
  const alternatives = COPULAS.test(verb) && joint === "or" ? (answer: string): Statement => placed(`${subject} ${verb} `, answer) : null;
  return {
    type: "polar",
    yes: joint === "or" ? null : said(statement, isExistential),
    // That not both hold says of neither that it does not.
    no: joint === null ? said(statement, isExistential, true) : null,
    presumed: isExistential ? said(statement, isExistential) : null,
    filled: alternatives,
  };
}

const COUNTED = /^(?:the|\d|one|two|three|four|five|six|seven|eight|nine|ten|more|at|fewer|exactly|only)\b/i;

function existential(verb: string, asked: string): Question {
  const rest = asked.replace(/^not\s+/i, "");
  const joint = jointOf(rest);
  const undetermined = rest.replace(/^(?:an?|any|some)\s+/i, "");
  const isBare = undetermined !== rest || !COUNTED.test(rest);
  const none = joint === null ? undetermined : undetermined.replace(/\b(or)\s+(?:an?|any|some)\s+/gi, "$1 ");
  // "not only one" is no denial that the reader knows.
  const no = /^(?:only|exactly|just)\s/i.test(rest)
    ? said(`There ${verb} ${rest}`, true, true)
    : /^no\s/i.test(rest)
      ? said(`There ${verb} ${rest.replace(/^no\s+/i, "a ")}`, true)
      : said(isBare ? `There ${verb} no ${none}` : `There ${verb} not ${rest}`, true);
  return {
    type: "polar",
    yes: joint === "or" ? null : said(`There ${verb} ${rest}`, true),
    no: joint === "and" ? null : no,
    presumed: /^no\s/i.test(rest) || joint !== null ? null : said(`There ${verb} ${rest}`, true),
    filled: null,
  };
}

/** Whether two things are asked for at once. "black and white" is one color, and "bread and butter" is not asked for. */
function jointOf(rest: string): "and" | "or" | null {
  const joint = /\s(and|or)\s/i.exec(rest)?.[1]?.toLowerCase();
  return joint === "and" || joint === "or" ? joint : null;
}
