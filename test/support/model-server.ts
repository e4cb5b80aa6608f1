/** A client of a scripted model server, in surroundings without time and chance. */
import { type ModelServer, openModelServer, type ServerOptions } from "../../src/runtime/openai/client.js";

export interface Sleeps {
  readonly server: ModelServer;
  /** How long it would have slept, in order. */
  readonly waitsMs: readonly number[];
  /** Lets time pass. */
  advance(ms: number): void;
}

export const TEST_KEY = "sk-test-0123456789abcdef";

export async function connectTo(baseUrl: string, options: Partial<ServerOptions> = {}): Promise<Sleeps> {
  const waitsMs: number[] = [];
  let nowMs = 0;
  const server = await openModelServer(
    { baseUrl, key: TEST_KEY, timeoutMs: 20_000, retries: 2, maxConcurrent: 4, maxTokens: null, ...options },
    {
      clock: { nowMs: () => nowMs },
      nowMs: () => Date.UTC(2026, 0, 1) + nowMs,
      random: () => 0.5,
      sleep: async (ms, signal) => {
        signal.throwIfAborted();
        waitsMs.push(ms);
        nowMs += ms;
      },
    },
  );
  return {
    server,
    waitsMs,
    advance: (ms) => {
      nowMs += ms;
    },
  };
}
