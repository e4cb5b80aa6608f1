/**
 * From what a model says to an answer with a chance. Every adapter of an answerer goes by these rules; how a model is asked is its own.
 *
 * Where a model gives chances, they say how it leans, not how often it is right: models of this kind lean to yes. Where it gives none, a
 * question of yes or no is asked twice, the second time so that the other word is the right one; a model that only agrees with whatever it
 * is asked contradicts itself then, and its answer is worth nothing.
 */
import { YaffleError } from "../../domain/error.js";
import type { Answer } from "../../domain/ports.js";
import { asksYesOrNo, saidIn } from "./yes-no.js";

/** What a model said to one question. */
export interface Said {
  readonly text: string;
  /** Chance of yes, where the model gives one and the question is one of yes or no. */
  readonly yes: number | null;
  /** That a short answer is right, where the model gives it. */
  readonly sureness: number | null;
}

/** Puts one question to the model. */
export type Ask = (question: string, form: "yes_or_no" | "short") => Promise<Said>;

/** Both of two askings said the same: as often right as models of this kind are on such questions. */
const AGREED = 0.92;
/** They contradicted each other, or the second was neither. */
const CONTRADICTED = 0.5;
/** A short answer without chances has nothing that bears it out. */
const SHORT_UNSURE = 0.6;
/** A model need not heed any limit. */
const MAX_SHORT_CHARACTERS = 200;

/** @throws YaffleError upstream_failed where the model said nothing that answers; what asking throws */
export function answerBy(ask: Ask, question: string): Promise<Answer> {
  return asksYesOrNo(question) ? yesOrNo(ask, question) : shortly(ask, question);
}

async function yesOrNo(ask: Ask, question: string): Promise<Answer> {
  const { text, yes } = await ask(question, "yes_or_no");
  if (yes !== null) return { answer: yes >= 0.5 ? "Yes" : "No", probability: Math.max(yes, 1 - yes) };
  const said = saidIn(text);
  if (said === null) throw new YaffleError("upstream_failed", "The model answered neither yes nor no.");
  const contrary = await ask(contraryOf(question), "yes_or_no");
  const other = saidIn(contrary.text);
  return { answer: said === "yes" ? "Yes" : "No", probability: other !== null && other !== said ? AGREED : CONTRADICTED };
}

async function shortly(ask: Ask, question: string): Promise<Answer> {
  const { text, sureness } = await ask(question, "short");
  const answer = text.slice(0, MAX_SHORT_CHARACTERS).toWellFormed().replace(/\s+/g, " ").trim();
  if (answer === "") throw new YaffleError("upstream_failed", "The model's answer is empty.");
  return { answer, probability: sureness ?? SHORT_UNSURE };
}

/** The question whose right answer is the other word. */
export function contraryOf(question: string): string {
  return `Is "No" the right answer to this question about the picture: ${question}`;
}
