/** What is written in a picture, and what a model answers when it is asked about one. */
import type { Evidence } from "../domain/evidence.js";
import type { Answerer, TextReader } from "../domain/ports.js";
import { call, failureOf } from "./call.js";
import type { Sighting } from "./gather-detection.js";
import { plausible } from "./instances.js";
import { faultOfAnswer, faultOfLines } from "./sound.js";
import type { View } from "./view.js";

/** A question about a fainter box would be a question about something else. */
const MIN_PROBABILITY = 0.2;

/** @throws the request's reason where it aborts */
export async function readText({ picture, image, patience }: View, reader: TextReader | null): Promise<readonly Evidence[]> {
  if (reader === null) return [failureOf("text-reader", image, { code: "expert_unavailable", message: "no text reader configured" })];
  const expert = reader.facts.id;
  const outcome = await call((signal) => reader.read(picture, signal), patience);
  if ("failing" in outcome) return [failureOf(expert, image, outcome.failing)];
  const fault = faultOfLines(outcome.value);
  if (fault !== null) {
    return [failureOf(expert, image, { code: "expert_failed", message: `The text reader's answer is wrong in form: ${fault}.` })];
  }
  return [{ type: "text", expert, image, lines: outcome.value }];
}

/**
 * Asks about the likeliest instance of what the question is about, or about the whole picture where none was seen.
 * @throws the request's reason where it aborts
 */
export async function askQuestion(
  { picture, image, patience }: View,
  question: string,
  about: Sighting | null,
  answerer: Answerer | null,
): Promise<readonly Evidence[]> {
  if (answerer === null) return [failureOf("answerer", image, { code: "expert_unavailable", message: "no model configured" })];
  const expert = answerer.facts.id;
  const region = about?.type === "detection" ? (plausible(about, MIN_PROBABILITY, 1)[0] ?? null) : null;
  const outcome = await call((signal) => answerer.answer(picture, question, region, signal), patience);
  if ("failing" in outcome) return [failureOf(expert, image, outcome.failing)];
  const fault = faultOfAnswer(outcome.value);
  if (fault !== null) {
    return [failureOf(expert, image, { code: "expert_failed", message: `The answer is wrong in form: ${fault}.` })];
  }
  const { answer, probability } = outcome.value;
  return [{ type: "answer", expert, image, question, answer, probability, region }];
}
