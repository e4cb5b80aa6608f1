/**
 * An answerer or a scorer that remembers what it said, and is asked once where many ask the same at the same time: its runs take seconds,
 * or cost money. What it says hangs on the model, the picture, the region and the words, and on nothing else.
 */
import type { Box } from "../../domain/box.js";
import { YaffleError } from "../../domain/error.js";
import type { Picture } from "../../domain/picture.js";
import type { Answer, Answerer, Expert, Scorer } from "../../domain/ports.js";
import { BoundedStore } from "./bounded-store.js";
import { SingleFlight } from "./single-flight.js";

/** What a remembered value takes beside its texts, roughly: it bounds the store, it does not measure it. */
const BYTES_A_VALUE = 300;
const BYTES_A_CHARACTER = 2;

/** Closes the given answerer. @param maxBytes of what is remembered; 0 remembers nothing, and still asks once for all who ask at the same time */
export function cachedAnswerer(answerer: Answerer, maxBytes: number): Answerer {
  const memory = new Memory<Answer>(answerer, maxBytes, ({ answer }) => answer.length);
  return {
    facts: answerer.facts,
    answer: (picture, question, region, signal) =>
      memory.ask(picture, region, [question], signal, (shared) => answerer.answer(picture, question, region, shared)),
    close: () => memory.close(),
  };
}

/** The same of a scorer. Its chances hang on the order of the texts, as far as they come in it. */
export function cachedScorer(scorer: Scorer, maxBytes: number): Scorer {
  const memory = new Memory<readonly number[]>(scorer, maxBytes, (chances) => chances.length);
  return {
    facts: scorer.facts,
    compare: (picture, texts, region, signal) =>
      memory.ask(picture, region, texts, signal, (shared) => scorer.compare(picture, texts, region, shared)),
    close: () => memory.close(),
  };
}

class Memory<Value> {
  readonly #expert: Expert;
  readonly #name: string;
  readonly #lengthOf: (value: Value) => number;
  readonly #store: BoundedStore<Value>;
  readonly #flights = new SingleFlight<Value>();
  #isClosed = false;

  constructor(expert: Expert, maxBytes: number, lengthOf: (value: Value) => number) {
    this.#expert = expert;
    this.#name = expert.facts.sha256 ?? expert.facts.id;
    this.#lengthOf = lengthOf;
    this.#store = new BoundedStore(maxBytes);
  }

  /** @throws what the work throws, which is not remembered; the signal's reason where it aborts */
  async ask(
    { sha256, width, height }: Picture,
    region: Box | null,
    texts: readonly string[],
    signal: AbortSignal | undefined,
    work: (signal: AbortSignal) => Promise<Value>,
  ): Promise<Value> {
    signal?.throwIfAborted();
    if (this.#isClosed) throw new YaffleError("expert_unavailable", "The expert is closed.");
    const place = region === null ? null : [region.x1, region.y1, region.x2, region.y2];
    const key = JSON.stringify([this.#name, sha256, width, height, place, texts]);
    const look = async (shared: AbortSignal): Promise<Value> => {
      const found = await work(shared);
      this.#store.set(key, found, BYTES_A_VALUE + (key.length + this.#lengthOf(found)) * BYTES_A_CHARACTER);
      return found;
    };
    const value = await (this.#store.get(key) ?? this.#flights.run(key, signal, look));
    signal?.throwIfAborted();
    return value;
  }

  close(): Promise<void> {
    this.#isClosed = true;
    return this.#expert.close();
  }
}
