/**
 * Experts that answer each question about a photograph once. Many of their callers wait for one asking, so it ends with the evaluation
 * (`signal`) and not with any of them.
 */
import type { Answer, Answerer, Scorer, TextReader } from "../domain/ports.js";
import { remembering } from "./remembering.js";

export function rememberingTextReader(reader: TextReader, signal?: AbortSignal): TextReader {
  const remember = remembering<Awaited<ReturnType<TextReader["read"]>>>();
  return {
    facts: reader.facts,
    read: (picture) => remember(picture.sha256, () => reader.read(picture, signal)),
    close: () => reader.close(),
  };
}

export function rememberingAnswerer(answerer: Answerer, signal?: AbortSignal): Answerer {
  const remember = remembering<Answer>();
  return {
    facts: answerer.facts,
    answer: (picture, question, region) =>
      remember(JSON.stringify([picture.sha256, question, region]), () => answerer.answer(picture, question, region, signal)),
    close: () => answerer.close(),
  };
}

export function rememberingScorer(scorer: Scorer, signal?: AbortSignal): Scorer {
  const remember = remembering<readonly number[]>();
  return {
    facts: scorer.facts,
    compare: (picture, texts, region) =>
      remember(JSON.stringify([picture.sha256, texts, region]), () => scorer.compare(picture, texts, region, signal)),
    close: () => scorer.close(),
  };
}
