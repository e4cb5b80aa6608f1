/** Experts whose calls are told: how long each took and how it ended. Each closes the expert that it is given. */
import { asYaffleError, type ErrorCode } from "../../domain/error.js";
import type { Answerer, ClaimReader, Clock, Detector, DetectRequest, Expert, Scorer, TextReader, Writer } from "../../domain/ports.js";
import type { ExpertFacts } from "../../domain/report.js";

/** One call of an expert. */
export interface ExpertCall {
  /** The expert's id. */
  readonly expert: string;
  readonly role: ExpertFacts["role"];
  readonly device: string;
  /** Of a detector; null of the others, who know one. */
  readonly effort: DetectRequest["effort"] | null;
  readonly durationMs: number;
  readonly outcome: "ok" | ErrorCode;
}

/** By what calls are timed, and who is told of them. */
export interface Meter {
  readonly clock: Clock;
  /** Must not throw. */
  readonly tell: (call: ExpertCall) => void;
}

type Timed = <Result>(run: () => Promise<Result>, signal: AbortSignal | undefined, effort?: DetectRequest["effort"]) => Promise<Result>;

function timedBy({ facts: { id, role, device } }: Expert, { clock, tell }: Meter): Timed {
  return async (run, signal, effort) => {
    const startMs = clock.nowMs();
    const told = (outcome: ExpertCall["outcome"]): void =>
      tell({ expert: id, role, device, effort: effort ?? null, durationMs: clock.nowMs() - startMs, outcome });
    try {
      const result = await run();
      told("ok");
      return result;
    } catch (error) {
      told(signal?.aborted === true ? "cancelled" : asYaffleError(error).code);
      throw error;
    }
  };
}

export function metered(detector: Detector, meter: Meter): Detector {
  const timed = timedBy(detector, meter);
  return {
    facts: detector.facts,
    vocabulary: detector.vocabulary,
    detect: (picture, request, signal) => timed(() => detector.detect(picture, request, signal), signal, request.effort),
    close: () => detector.close(),
  };
}

export function meteredTextReader(textReader: TextReader, meter: Meter): TextReader {
  const timed = timedBy(textReader, meter);
  return {
    facts: textReader.facts,
    read: (picture, signal) => timed(() => textReader.read(picture, signal), signal),
    close: () => textReader.close(),
  };
}

export function meteredAnswerer(answerer: Answerer, meter: Meter): Answerer {
  const timed = timedBy(answerer, meter);
  return {
    facts: answerer.facts,
    answer: (picture, question, region, signal) => timed(() => answerer.answer(picture, question, region, signal), signal),
    close: () => answerer.close(),
  };
}

export function meteredScorer(scorer: Scorer, meter: Meter): Scorer {
  const timed = timedBy(scorer, meter);
  return {
    facts: scorer.facts,
    compare: (picture, texts, region, signal) => timed(() => scorer.compare(picture, texts, region, signal), signal),
    close: () => scorer.close(),
  };
}

export function meteredReader(reader: ClaimReader, meter: Meter): ClaimReader {
  const timed = timedBy(reader, meter);
  return {
    facts: reader.facts,
    read: (response, context, signal) => timed(() => reader.read(response, context, signal), signal),
    close: () => reader.close(),
  };
}

/** Its three questions are calls like any other: what they cost is the model's time. */
export function meteredWriter(writer: Writer, meter: Meter): Writer {
  const timed = timedBy(writer, meter);
  return {
    facts: writer.facts,
    concepts: (sentences, signal) => timed(() => writer.concepts(sentences, signal), signal),
    questions: (sentences, concepts, signal) => timed(() => writer.questions(sentences, concepts, signal), signal),
    rewrite: (sentences, facts, signal) => timed(() => writer.rewrite(sentences, facts, signal), signal),
    close: () => writer.close(),
  };
}
