/**
 * A model that answers questions on a server of the Open Inference Protocol. Such servers serve tensors, so what a question and an answer are
 * has to be agreed on; deploy/triton/README.md holds the same for whoever writes the model.
 *
 *   in   image        UINT8 [height, width, 3]  the upright picture, or a thing in it, in RGB; longer side at most 1024
 *                     or BYTES [1]              the same as a JPEG
 *   in   question     BYTES [1]                 UTF-8
 *   out  answer       BYTES [1]                 UTF-8: Yes or No, or a few words
 *   out  yes_no       FP32  [2]                 may be missing: natural logarithms of the chances of yes and of no as the answer's first token
 *   out  probability  FP32  [1]                 may be missing: that the answer is right
 *
 * Each shape may have one more size in front, for a batch: Yaffle sends one question a call and leaves batches to the server.
 */
import { YaffleError } from "../../domain/error.js";
import type { Answerer } from "../../domain/ports.js";
import type { RemoteModel } from "../../runtime/open-inference/address.js";
import { type EncodedTensor, type OpenedModel, openRemoteModel, type RemoteModelOptions } from "../../runtime/open-inference/model.js";
import type { Inference, ModelMetadata, TensorMetadata } from "../../runtime/open-inference/protocol.js";
import { decodeElements, encodeElement } from "../../runtime/open-inference/strings.js";
import { decodeOutput } from "../../runtime/open-inference/tensors.js";
import { answerBy, type Said } from "./answering.js";
import { jpegOf, pixelsOf } from "./sight.js";
import { leaning, saidIn } from "./yes-no.js";

/** A datatype that a tensor may have, and its sizes without the batch's; null where any size will do. */
type Form = readonly [datatype: string, shape: readonly (number | null)[]];

const INPUTS: Readonly<Record<string, readonly Form[]>> = {
  image: [
    ["UINT8", [null, null, 3]],
    ["BYTES", [1]],
  ],
  question: [["BYTES", [1]]],
};
const OUTPUTS: Readonly<Record<string, readonly Form[]>> = {
  answer: [["BYTES", [1]]],
  yes_no: [["FP32", [2]]],
  probability: [["FP32", [1]]],
};
const NEEDED: ReadonlySet<string> = new Set(["image", "question", "answer"]);

/**
 * Asks whether the model is ready, and whether it takes questions and gives answers.
 * @throws YaffleError invalid_request where its tensors are others; as `openRemoteModel` does
 */
export async function openRemoteAnswerer(remote: RemoteModel, options: RemoteModelOptions): Promise<Answerer> {
  const model = await openRemoteModel(remote, options);
  const strange = strangeIn(model.metadata);
  if (strange === null) return answererOn(model);
  await model.close();
  throw new YaffleError(
    "invalid_request",
    `The model ${remote.model} on ${remote.endpoints.join(", ")} answers no questions: ${strange}. It must take image (UINT8 [-1, -1, 3], or BYTES [1]) and question (BYTES [1]), and give answer (BYTES [1]); it may give yes_no (FP32 [2]) and probability (FP32 [1]).`,
  );
}

/** What a report calls it, known before its server is. */
export function remoteFacts({ model }: Pick<RemoteModel, "model">): Answerer["facts"] {
  return { id: model, role: "answerer", sha256: null, device: "remote" };
}

function answererOn(model: OpenedModel): Answerer {
  const { inputs, outputs } = model.metadata;
  const wanted = outputs.map(({ name }) => name).filter((name) => Object.hasOwn(OUTPUTS, name));
  return {
    facts: remoteFacts({ model: model.name }),
    answer: async (picture, question, region, signal) => {
      signal?.throwIfAborted();
      const facts = factsOf(inputs, "image");
      const image =
        facts.datatype === "BYTES" ? asElement(facts, await jpegOf(picture, region)) : asPixels(facts, await pixelsOf(picture, region));
      return answerBy(async (asked, form) => {
        const text = asElement(factsOf(inputs, "question"), Buffer.from(asked, "utf8"));
        return saidBy(await model.run([image, text], wanted, signal), form);
      }, question);
    },
    close: () => model.close(),
  };
}

function saidBy(reply: Inference, form: "yes_or_no" | "short"): Said {
  const [element] = decodeElements(reply, "answer");
  if (element === undefined) throw new YaffleError("upstream_failed", "The model gave no answer.");
  const text = new TextDecoder().decode(element);
  const sureness = chanceIn(reply);
  return { text, sureness, yes: form === "yes_or_no" ? (leaningIn(reply) ?? leaningOf(text, sureness)) : null };
}

/** A 32-bit logarithm of a chance of one may come out a little above. */
const ROUNDING = 1e-3;

/** Chance of yes by the chances of both words; null where the model gives none, or neither was likely. */
function leaningIn(reply: Inference): number | null {
  const values = decodeOutput(reply, "yes_no")?.values;
  if (values === undefined) return null;
  const [yes, no] = [Math.exp(Number(values[0])), Math.exp(Number(values[1]))];
  if (!(yes + no <= 1 + ROUNDING)) throw new YaffleError("upstream_failed", "The model's yes_no holds no logarithms of two chances.");
  return leaning(yes, no);
}

/** Chance of yes by what was said and how sure that is. */
function leaningOf(text: string, sureness: number | null): number | null {
  const said = saidIn(text);
  if (said === null || sureness === null) return null;
  return said === "yes" ? sureness : 1 - sureness;
}

function chanceIn(reply: Inference): number | null {
  const values = decodeOutput(reply, "probability")?.values;
  if (values === undefined) return null;
  const chance = Number(values[0]);
  if (!(chance >= 0 && chance <= 1)) throw new YaffleError("upstream_failed", `The model's probability is ${chance}, not one from 0 to 1.`);
  return chance;
}

function asElement({ name, datatype, shape }: TensorMetadata, bytes: Uint8Array): EncodedTensor {
  return { name, datatype, shape: shape.map(() => 1), bytes: encodeElement(bytes) };
}

function asPixels(
  { name, datatype, shape }: TensorMetadata,
  { width, height, pixels }: Awaited<ReturnType<typeof pixelsOf>>,
): EncodedTensor {
  const sizes = [height, width, 3];
  return { name, datatype, shape: shape.length > sizes.length ? [1, ...sizes] : sizes, bytes: pixels };
}

function factsOf(tensors: readonly TensorMetadata[], name: string): TensorMetadata {
  const found = tensors.find((tensor) => tensor.name === name);
  if (found === undefined) throw new Error(`the model was opened without its ${name}`);
  return found;
}

/** What is no model that answers questions about it; null where nothing is. */
function strangeIn({ inputs, outputs }: ModelMetadata): string | null {
  const faults = [...strangeAmong("input", inputs, INPUTS), ...strangeAmong("output", outputs, OUTPUTS)];
  return faults.length === 0 ? null : faults.join(", ");
}

function strangeAmong(
  kind: "input" | "output",
  tensors: readonly TensorMetadata[],
  forms: Readonly<Record<string, readonly Form[]>>,
): readonly string[] {
  const missing = Object.keys(forms).filter((name) => NEEDED.has(name) && !tensors.some((tensor) => tensor.name === name));
  const strange = tensors.flatMap(({ name, datatype, shape }) => {
    const known = Object.hasOwn(forms, name) ? forms[name] : undefined;
    // An output that is not asked for may be there; an input that is not known cannot be given.
    if (known === undefined) return kind === "input" ? [`its input ${name} is not known`] : [];
    return known.some((form) => fits(datatype, shape, form)) ? [] : [`its ${kind} ${name} is ${datatype} [${shape.join(", ")}]`];
  });
  return [...missing.map((name) => `it has no ${kind} ${name}`), ...strange];
}

function fits(datatype: string, shape: readonly number[], [wanted, sizes]: Form): boolean {
  const own = shape.length === sizes.length + 1 ? shape.slice(1) : shape;
  if (datatype !== wanted || own.length !== sizes.length) return false;
  return sizes.every((size, index) => own[index] === -1 || size === null || own[index] === size);
}
