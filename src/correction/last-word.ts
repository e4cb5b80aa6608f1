/** What is left to say where every sentence would go: the last refuted claim, denied. A corrected text is never empty. */

import type { Claim } from "../domain/claim.js";
import type { JudgedClaim } from "../domain/judgement.js";
import { article } from "../language/grammar/articles.js";
import { capitalized } from "../language/grammar/casing.js";
import { isMass, plural, singular } from "../language/grammar.js";
import type { NounPhrase } from "../language/passage.js";
import { phraseAt } from "./doom.js";
import { type Mending, workAt } from "./mending.js";

/** A sentence such as "There is no elephant in the image." */
export function denial(mending: Mending, refuted: readonly JudgedClaim[]): string {
  const stated = refuted.filter(({ claim }) => !claim.negated);
  const existence = stated.findLast(({ claim }) => claim.kind === "existence");
  const none = stated.findLast(({ judgement }) => judgement.remedy?.type === "count" && judgement.remedy.value === 0);
  const absent = existence ?? none;
  if (absent !== undefined && absent.claim.object !== null) return denyExistence(mending, absent.claim);
  const last = stated.at(-1) ?? refuted.at(-1);
  if (last === undefined) return "";
  return last.claim.kind === "existence" && last.claim.negated ? affirmExistence(mending, last.claim) : denyText(last.claim);
}

/** "There is a dog in the image." of a denial that is wrong. */
function affirmExistence({ text }: Mending, claim: Claim): string {
  const [, noun = ""] = /^there (?:is|are) no (.+)$/.exec(claim.text) ?? [];
  const isPlural = /^there are /.test(claim.text);
  const words = noun === "" ? (claim.object?.category ?? text) : noun;
  return isPlural || isMass(words)
    ? `There ${isPlural ? "are" : "is"} ${words} in the image.`
    : `There is ${article(words)} ${words} in the image.`;
}

function denyExistence(mending: Mending, claim: Claim): string {
  const span = claim.object?.span ?? null;
  const work = span === null ? null : workAt(mending, span);
  const phrase = work === null || span === null ? null : phraseAt(work.sentence, span);
  const noun = phrase === null ? (claim.object?.category ?? "") : headText(mending.text, phrase);
  if (phrase?.plural === true) return `There are no ${plural(noun)} in the image.`;
  return `There is no ${singular(noun)} in the image.`;
}

function headText(text: string, { head, category }: NounPhrase): string {
  const words = text.slice(head.start, head.end);
  return /^\p{L}/u.test(words) && !/^(?:pair|couple|group|one|dozen)s?$/i.test(words)
    ? words.charAt(0).toLowerCase() + words.slice(1)
    : category;
}

/** "the car is red" → "The car is not red."; a claim without such a verb is denied as a whole. */
function denyText({ text }: Claim): string {
  const words = text.trim().replace(/[.!?]+$/, "");
  const says = /^(the .+?) says (".*")$/.exec(words);
  if (says !== null) return `${says[1]?.replace("the", "The") ?? ""} does not say ${says[2] ?? ""}.`;
  const denied = /\b(?:is|are|was|were)\b/i.test(words)
    ? words.replace(/\b(is|are|was|were)\b(?: not\b)?/i, (whole, verb: string) => (/ not$/i.test(whole) ? verb : `${verb} not`))
    : `it is not so that ${words}`;
  return `${capitalized(denied)}.`;
}
