/**
 * A cap on the tokens that one process may spend. Each call reserves what it may cost before it starts, so that many calls at once cannot
 * pass the cap together; when it ends, what the server counted takes that place. Pictures cost what the server says, and the reserve
 * for them is a guess: the cap can be passed by what one call was underestimated.
 */
import { YaffleError } from "../../domain/error.js";
import type { ChatRequest } from "./chat.js";

/** Characters of English a token, on the careful side. */
const CHARACTERS_A_TOKEN = 3;
/** A picture of middling size, at the prices of servers that are known. */
const TOKENS_A_PICTURE = 1_000;

export class Spending {
  readonly #cap: number | null;
  #used = 0;
  #reserved = 0;

  /** @param cap in tokens; null for none */
  constructor(cap: number | null) {
    this.#cap = cap;
  }

  /** Tokens spent so far, of questions and replies. */
  get used(): number {
    return this.#used;
  }

  /**
   * @returns to be called once with what the call cost; null where it cost nothing or that is not known
   * @throws YaffleError expert_unavailable where the cap leaves no room for the call
   */
  reserve(tokens: number): (cost: number | null) => void {
    if (this.#cap !== null && this.#used + this.#reserved + tokens > this.#cap) {
      throw new YaffleError("expert_unavailable", `The cap of ${this.#cap} tokens leaves no room for another call (${this.#used} spent).`);
    }
    this.#reserved += tokens;
    return (cost) => {
      this.#reserved -= tokens;
      this.#used += cost ?? 0;
    };
  }
}

/** What a call may cost, its whole reply included. */
export function expectedTokens({ instructions, parts, maxTokens }: ChatRequest): number {
  const costs = parts.map((part) => (part.type === "text" ? tokensOf(part.text) : TOKENS_A_PICTURE));
  return tokensOf(instructions) + costs.reduce((sum, cost) => sum + cost, 0) + maxTokens;
}

/** A careful guess at the tokens of a text. */
export function tokensOf(text: string): number {
  return Math.ceil(text.length / CHARACTERS_A_TOKEN);
}
