/**
 * Models that answer questions about a picture in words. Besides the words, the chances of every token and of its rivals are kept: the
 * library gives none, but lets the logits be looked at before a token is chosen.
 */
import type { PreTrainedModel, PreTrainedTokenizer, Tensor } from "@huggingface/transformers";
import type { Library } from "./library.js";
import type { WrittenToken } from "./messages.js";
import { type Feeds, type Loaded, loadModel, loadTokenizer, type Source } from "./parts.js";
import { promptingFor } from "./prompting.js";

/** As many as OpenAI's protocol gives. */
const RIVALS = 20;

export async function loadGeneration(source: Source): Promise<Loaded<"ask">> {
  const { library } = source;
  const [model, tokenizer, prepare] = await Promise.all([
    loadModel(library.AutoModelForImageTextToText, source),
    loadTokenizer(source),
    promptingFor(source),
  ]);
  return {
    labels: [],
    perform: async ({ picture, question, maxTokens }, isLeft) => {
      const feeds = await prepare(picture, question);
      return generate(library, model, tokenizer, feeds, maxTokens, isLeft);
    },
    dispose: async () => {
      await model.dispose();
    },
  };
}

async function generate(
  library: Library,
  model: PreTrainedModel,
  tokenizer: PreTrainedTokenizer,
  feeds: Feeds,
  maxTokens: number,
  isLeft: () => boolean,
): Promise<{ readonly text: string; readonly tokens: readonly WrittenToken[] }> {
  const steps: (readonly Candidate[])[] = [];
  class Watch extends library.LogitsProcessor {
    override _call(_: bigint[][], logits: Tensor): Tensor {
      steps.push(likeliest(logits.data as Float32Array, RIVALS));
      return logits;
    }
  }
  class Leave extends library.StoppingCriteria {
    override _call(sequences: number[][]): boolean[] {
      return sequences.map(isLeft);
    }
  }
  const watches = new library.LogitsProcessorList();
  watches.push(new Watch());
  const sequences: unknown = await model.generate({
    ...feeds,
    max_new_tokens: maxTokens,
    do_sample: false,
    logits_processor: watches,
    stopping_criteria: new Leave(),
  });
  if (isLeft()) throw new Error("nobody waits for it any more");
  const ids = sequences instanceof library.Tensor ? [...(sequences.data as BigInt64Array)].slice(-steps.length).map(Number) : [];
  // Marks like the one that ends a text are no words.
  const wordOf = (id: number): string => tokenizer.decode([id], { skip_special_tokens: true });
  return {
    text: tokenizer.decode(ids, { skip_special_tokens: true }).trim(),
    tokens: ids.map((id, step) => {
      const named = (steps[step] ?? []).map(({ id: other, probability }) => ({ token: wordOf(other), probability }));
      const at = steps[step]?.findIndex((candidate) => candidate.id === id) ?? -1;
      return { token: wordOf(id), probability: named[at]?.probability ?? 0, rivals: named };
    }),
  };
}

interface Candidate {
  readonly id: number;
  readonly probability: number;
}

/** The likeliest tokens by falling chance, after a softmax over all. */
function likeliest(logits: Float32Array, most: number): readonly Candidate[] {
  let highest = Number.NEGATIVE_INFINITY;
  for (const value of logits) if (value > highest) highest = value;
  let sum = 0;
  for (const value of logits) sum += Math.exp(value - highest);
  const best: { id: number; value: number }[] = [];
  for (const [id, value] of logits.entries()) {
    if (best.length === most && value <= (best.at(-1)?.value ?? 0)) continue;
    const place = best.findIndex((other) => other.value < value);
    best.splice(place < 0 ? best.length : place, 0, { id, value });
    if (best.length > most) best.pop();
  }
  return best.map(({ id, value }) => ({ id, probability: Math.exp(value - highest) / sum }));
}
