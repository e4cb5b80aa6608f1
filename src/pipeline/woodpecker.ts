/**
 * Woodpecker's five steps (Yin et al. 2023, arXiv 2310.16045) in Yaffle's walk: key concepts, questions, visual validation, visual claims,
 * correction. The verdicts are Yaffle's own; the language model only writes, and only where something is refuted: sentences without a
 * refuted claim are not shown to the last step. What it writes must pass the same gates as the edits, or the edits stand.
 */
import { compare } from "../correction/llm/compare.js";
import { faultsOf, visualClaims } from "../correction/llm/visual-claims.js";
import { type Check, checkKey, type Target } from "../domain/check.js";
import { applyEdits } from "../domain/correction.js";
import { YaffleError } from "../domain/error.js";
import type { Evidence } from "../domain/evidence.js";
import type { JudgedClaim } from "../domain/judgement.js";
import type { NumberedSentence, Writer } from "../domain/ports.js";
import { overlaps } from "../domain/span.js";
import { call } from "../experts/call.js";
import type { EvidenceBook } from "../experts/gather.js";
import { parse } from "../language/parse.js";
import type { Passage } from "../language/passage.js";
import { targetOf } from "../language/vocabulary/look-up.js";
import { withStop } from "./degradation.js";
import { type Examination, look, type Scene } from "./examine.js";
import { type Mended, mend } from "./mend.js";
import { patienceFor } from "./patience.js";
import type { Wording } from "./read-claims.js";
import { review } from "./woodpecker-review.js";

/** A concept less likely than this is not asked about: there is nothing to look at. */
const MIN_PRESENCE = 0.5;
const MAX_QUESTION_CHARACTERS = 300;

export interface Rewritten extends Mended {
  /** Why the edits stand instead of the model's text, where they do. */
  readonly notes: readonly string[];
}

/** Corrects a response by a language model, or by edits where that fails. @throws the signal's reason where it aborts */
export async function woodpecker(
  original: string,
  wording: Wording,
  scene: Scene,
  examination: Examination,
  writer: Writer,
): Promise<Rewritten> {
  const refuted = examination.judged.filter(({ judgement }) => judgement.verdict === "refuted");
  if (refuted.length === 0) return { edits: [], corrected: original, rejudged: examination.judged, notes: [] };
  const outcome = await rewrite(original, wording, scene, examination, writer, refuted).catch((thrown: unknown) => {
    scene.signal.throwIfAborted();
    if (thrown instanceof YaffleError) return thrown.message;
    throw thrown;
  });
  if (typeof outcome !== "string") return { ...outcome, notes: [] };
  const note = `corrector ${writer.facts.id}: ${outcome} The edits stand instead.`;
  return { ...(await mend(original, wording, scene, examination)), notes: [note] };
}

/** @returns the correction, or why there is none */
async function rewrite(
  original: string,
  wording: Wording,
  scene: Scene,
  examination: Examination,
  writer: Writer,
  refuted: readonly JudgedClaim[],
): Promise<Mended | string> {
  const passage = parse(original);
  const sentences = passage.sentences.map(({ index, span }) => ({ index, text: original.slice(span.start, span.end) }));
  const concepts = await ask(scene, (signal) => writer.concepts(sentences, signal));
  const seen = await validate(concepts, sentences, passage, scene, examination.book, writer);
  const facts = visualClaims([...examination.judged.flatMap(({ evidence }) => evidence), ...seen]);
  const wrong = sentences.flatMap((sentence) => {
    const span = passage.sentences[sentence.index]?.span;
    const own = span === undefined ? [] : refuted.filter(({ claim }) => overlaps(claim.span, span));
    return own.length === 0 ? [] : [{ ...sentence, wrong: faultsOf(own) }];
  });
  const texts = await ask(scene, (signal) => writer.rewrite(wrong, facts, signal));
  const edits = compare(passage, texts, refuted);
  if (edits === null) return "Its text has too little in common with the response.";
  const correction = { edits, corrected: applyEdits(original, edits) };
  return review(original, correction, [...facts, ...wrong.flatMap((sentence) => sentence.wrong)], wording, scene, examination);
}

/** Steps two and three: what is there of the concepts, and answers to questions about what is. */
async function validate(
  concepts: readonly string[],
  sentences: readonly NumberedSentence[],
  { text }: Passage,
  scene: Scene,
  book: EvidenceBook,
  writer: Writer,
): Promise<readonly Evidence[]> {
  const said = text.toLowerCase();
  const targets = new Map(concepts.filter((concept) => said.includes(concept.trim().toLowerCase())).flatMap(namedTarget));
  const detected = await lookAgain(
    [...targets.values()].map((target): Check => ({ type: "detect", target })),
    scene,
    book,
  );
  if (scene.experts.answerer === null) return detected;
  const present = [...targets].filter(([, { category }]) =>
    detected.some((item) => item.type === "detection" && item.category === category && item.presence >= MIN_PRESENCE),
  );
  if (present.length === 0) return detected;
  const names = present.map(([concept]) => concept);
  const questions = await ask(scene, (signal) => writer.questions(sentences, names, signal));
  const about = new Map(present);
  const asked = questions
    .filter(({ question }) => question.length <= MAX_QUESTION_CHARACTERS && question.trim().endsWith("?"))
    .map(({ question, concept }): Check => ({ type: "ask", question, about: concept === null ? null : (about.get(concept) ?? null) }));
  return [...detected, ...(await lookAgain(asked, scene, book))];
}

function namedTarget(concept: string): readonly (readonly [string, Target])[] {
  const phrase = parse(concept)
    .sentences.flatMap(({ nounPhrases }) => nounPhrases)
    .find(({ isThing }) => isThing);
  if (phrase === undefined) return [];
  const { category } = phrase;
  return [[concept, { category, classes: targetOf(category).classes }]];
}

async function lookAgain(checks: readonly Check[], scene: Scene, book: EvidenceBook): Promise<readonly Evidence[]> {
  const fresh = await look(
    checks.filter((check) => !book.has(checkKey(check))),
    scene,
    "glance",
  );
  return [...new Set(checks.map(checkKey))].flatMap((key) => book.get(key) ?? fresh.get(key) ?? []);
}

/** One call of the writer, within the time of an expert. @throws YaffleError where it fails */
async function ask<Value>(scene: Scene, run: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
  const outcome = await call(run, patienceFor("words", scene));
  if ("failing" in outcome) throw new YaffleError("upstream_failed", withStop(outcome.failing.message));
  return outcome.value;
}
