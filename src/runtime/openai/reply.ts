/** Replies of the protocol, whole and streamed, read with distrust: whatever is not as it should be makes the reply a broken one. */
import { z } from "zod";
import { YaffleError } from "../../domain/error.js";
import type { ChatReply } from "./chat.js";

const chance = z.object({ token: z.string(), logprob: z.number() });
const logprobs = z.object({ content: z.array(chance.extend({ top_logprobs: z.array(chance).nullish() })).nullish() }).nullish();
const usage = z.object({ total_tokens: z.number().nonnegative() }).nullish();

const wholeReply = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
        finish_reason: z.string().nullish(),
        logprobs,
      }),
    )
    .min(1),
  usage,
});

const chunk = z.object({
  choices: z.array(
    z.object({
      delta: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }).nullish(),
      finish_reason: z.string().nullish(),
    }),
  ),
  usage,
});

/** A reply with what it cost. */
export interface ReadReply {
  readonly reply: ChatReply;
  /** Null where the server does not count. */
  readonly tokensUsed: number | null;
  /** The reply was cut at its longest before it said anything: the model thought instead. */
  readonly isAllThought: boolean;
}

/** A reply that does not follow the protocol. */
export class BrokenReply extends Error {
  override readonly name = "BrokenReply";
}

/** @throws BrokenReply; YaffleError upstream_failed where the model declined. One that was cut at its longest is given as it is. */
export function readWhole(document: unknown): ReadReply {
  const result = wholeReply.safeParse(document);
  const [choice] = result.data?.choices ?? [];
  if (!result.success || choice === undefined) throw new BrokenReply("it is no chat completion");
  const text = choice.message.content ?? "";
  const isAllThought = finish(text, choice.finish_reason ?? null, (choice.message.refusal ?? "") !== "");
  const tokens = (choice.logprobs?.content ?? []).map(({ token, logprob, top_logprobs }) => ({
    token,
    probability: Math.exp(logprob),
    rivals: (top_logprobs ?? []).map((rival) => ({ token: rival.token, probability: Math.exp(rival.logprob) })),
  }));
  return { reply: { text, tokens }, tokensUsed: result.data.usage?.total_tokens ?? null, isAllThought };
}

/**
 * @param maxCharacters a longer reply is not read to its end
 * @throws BrokenReply where the stream ends before the model does; YaffleError as `readWhole`, and where it is too long
 */
export async function readStream(chunks: AsyncIterable<unknown>, maxCharacters: number): Promise<ReadReply> {
  let text = "";
  let reason: string | null = null;
  let isRefusal = false;
  let tokensUsed: number | null = null;
  for await (const one of chunks) {
    const result = chunk.safeParse(one);
    if (!result.success) throw new BrokenReply("a piece of it is no piece of a chat completion");
    tokensUsed = result.data.usage?.total_tokens ?? tokensUsed;
    const [choice] = result.data.choices;
    text += choice?.delta?.content ?? "";
    isRefusal ||= (choice?.delta?.refusal ?? "") !== "";
    reason = choice?.finish_reason ?? reason;
    if (text.length > maxCharacters) throw new YaffleError("upstream_failed", `The model wrote more than ${maxCharacters} characters.`);
  }
  if (reason === null) throw new BrokenReply("it ended in the middle");
  return { reply: { text, tokens: [] }, tokensUsed, isAllThought: finish(text, reason, isRefusal) };
}

function finish(text: string, reason: string | null, isRefusal: boolean): boolean {
  if (isRefusal || reason === "content_filter") throw new YaffleError("upstream_failed", "The model declined to answer.");
  return reason === "length" && text.trim() === "";
}
