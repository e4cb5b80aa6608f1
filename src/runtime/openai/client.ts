/**
 * Models behind an address that speaks OpenAI's chat protocol: OpenAI itself, vLLM, Ollama, llama.cpp, LiteLLM. The `openai` package is
 * optional and loaded when the first model is opened; its own retries and log are off, so that waiting, chance and what is told of a
 * failure stay in our hands. All models of one server share its circuit, its places and its tokens.
 */
import type { OpenAI } from "openai";
import { YaffleError } from "../../domain/error.js";
import type { Clock } from "../../domain/ports.js";
import type { ChatModel, ChatReply, ChatRequest } from "./chat.js";
import { Circuit } from "./circuit.js";
import { bodyOf, type Dialect, FULL_DIALECT, learn, thoughtTokens } from "./dialect.js";
import { brokenReply, failureOf, type ServerFailure } from "./failure.js";
import { Gate } from "./gate.js";
import { BrokenReply, type ReadReply, readStream, readWhole } from "./reply.js";
import { expectedTokens, Spending, tokensOf } from "./spending.js";
import { waitMs } from "./waiting.js";

export interface ServerOptions {
  /** With the version: "https://api.openai.com/v1". */
  readonly baseUrl: string;
  /** Null for a server that asks for none. */
  readonly key: string | null;
  /** For one try of one call. */
  readonly timeoutMs: number;
  /** Tries after the first. */
  readonly retries: number;
  /** Calls at once. */
  readonly maxConcurrent: number;
  /** Tokens of questions and replies that may be spent in all; null for no cap. */
  readonly maxTokens: number | null;
}

/** What is outside: time and chance. */
export interface Surroundings {
  readonly clock: Clock;
  /** Milliseconds since 1970: a server may name a date. */
  readonly nowMs: () => number;
  /** At least 0 and below 1. */
  readonly random: () => number;
  /** @throws the signal's reason where it aborts */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

export interface ModelServer {
  /** A model of the server, by the server's name for it. Nothing is asked of the server yet. */
  model(name: string): ChatModel;
  readonly tokensUsed: number;
}

/** For whoever lacks the package. */
const MISSING = "Language models need the package openai, which is not installed or does not load. Run `npm install openai@6`.";

/** Failures in a row that open the circuit, and how long it rests. */
const CIRCUIT = { threshold: 5, restMs: 30_000 };

/** @throws YaffleError expert_unavailable where the package `openai` is not installed; invalid_request for an address that is none */
export async function openModelServer(options: ServerOptions, surroundings: Surroundings): Promise<ModelServer> {
  const { protocol, username, password } = addressOf(options.baseUrl);
  if (protocol !== "https:" && protocol !== "http:") throw wrongAddress(options.baseUrl);
  // No request can be made of such an address, and each call would tell of a connection that failed.
  if (username !== "" || password !== "") {
    throw new YaffleError(
      "invalid_request",
      "The address of the model server holds a name or a password, which is not sent. A key is set apart (openai_key).",
    );
  }
  return new Server(options, surroundings, await connect(options));
}

class Server implements ModelServer {
  readonly #options: ServerOptions;
  readonly #outside: Surroundings;
  readonly #client: OpenAI;
  readonly #circuit: Circuit;
  readonly #gate: Gate;
  readonly #spending: Spending;
  readonly #dialects = new Map<string, Dialect>();

  constructor(options: ServerOptions, outside: Surroundings, client: OpenAI) {
    this.#options = options;
    this.#outside = outside;
    this.#client = client;
    this.#circuit = new Circuit({ ...CIRCUIT, clock: outside.clock });
    this.#gate = new Gate(options.maxConcurrent);
    this.#spending = new Spending(options.maxTokens);
  }

  get tokensUsed(): number {
    return this.#spending.used;
  }

  model(name: string): ChatModel {
    return { name, complete: (request, signal = new AbortController().signal) => this.#complete(name, request, signal) };
  }

  async #complete(model: string, request: ChatRequest, signal: AbortSignal): Promise<ChatReply> {
    for (let attempt = 0; ; ) {
      const dialect = this.#dialects.get(model) ?? FULL_DIALECT;
      const outcome = await this.#gate.pass(() => this.#try(model, request, dialect, signal), signal);
      if ("reply" in outcome) {
        if (!outcome.isAllThought || dialect.thinks) return outcome.reply;
        this.#dialects.set(model, { ...dialect, thinks: true });
        continue;
      }
      const { error, isPassing, askedWaitMs, complaint } = outcome;
      const learnt = complaint === null ? null : learn(dialect, complaint);
      if (learnt !== null) {
        this.#dialects.set(model, learnt);
        continue;
      }
      if (!isPassing || attempt >= this.#options.retries) throw error;
      await this.#outside.sleep(waitMs(attempt, askedWaitMs, this.#outside.random), signal);
      attempt += 1;
    }
  }

  /** One try. Its failure is a value; only the caller's leaving, an open circuit and spent tokens are thrown. */
  async #try(model: string, request: ChatRequest, dialect: Dialect, signal: AbortSignal): Promise<ReadReply | ServerFailure> {
    const most = expectedTokens(request) + thoughtTokens(dialect);
    const settle = this.#spending.reserve(most);
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), this.#options.timeoutMs);
    let cost: number | null = null;
    try {
      this.#circuit.admit();
      try {
        const read = await this.#ask(model, request, dialect, AbortSignal.any([signal, limit.signal]));
        cost = read.tokensUsed ?? guessedTokens(request, read);
        this.#circuit.succeeded();
        return read;
      } catch (thrown) {
        // A reply that had begun is paid for, though nobody read it to its end.
        if (signal.aborted || limit.signal.aborted || thrown instanceof BrokenReply || thrown instanceof YaffleError) cost = most;
        if (signal.aborted) {
          this.#circuit.abandoned();
          throw signal.reason;
        }
        const failure = this.#failureOf(thrown, limit.signal.aborted);
        if (failure.isPassing) this.#circuit.failed();
        else this.#circuit.succeeded();
        return failure;
      }
    } finally {
      clearTimeout(timer);
      settle(cost);
    }
  }

  async #ask(model: string, request: ChatRequest, dialect: Dialect, signal: AbortSignal): Promise<ReadReply> {
    const body = bodyOf(request, model, dialect);
    const reply: unknown = await this.#client.post("/chat/completions", { body, signal, stream: request.maxCharacters !== null });
    return request.maxCharacters === null ? readWhole(reply) : readStream(reply as AsyncIterable<unknown>, request.maxCharacters);
  }

  #failureOf(thrown: unknown, isLate: boolean): ServerFailure {
    const { timeoutMs, key } = this.#options;
    if (isLate) {
      const error = new YaffleError("deadline_exceeded", `The model server gave no reply within ${timeoutMs} ms.`);
      return { error, isPassing: true, askedWaitMs: null, complaint: null };
    }
    if (thrown instanceof BrokenReply) return brokenReply(thrown.message);
    if (thrown instanceof SyntaxError) return brokenReply("it is not valid JSON");
    return failureOf(thrown, key, this.#outside.nowMs());
  }
}

/** Where the server does not count, a careful guess. */
function guessedTokens(request: ChatRequest, { reply }: ReadReply): number {
  return expectedTokens({ ...request, maxTokens: 0 }) + tokensOf(reply.text);
}

/** Everything that the package would otherwise take from the environment is named, so that no foreign key is sent to the address. */
async function connect({ baseUrl, key, timeoutMs }: ServerOptions): Promise<OpenAI> {
  const { OpenAI: Client } = await import("openai").catch((cause: unknown) => {
    throw new YaffleError("expert_unavailable", MISSING, { cause });
  });
  return new Client({
    baseURL: baseUrl,
    apiKey: key ?? "none",
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    timeout: timeoutMs,
    logLevel: "off",
    ...(key === null && { defaultHeaders: { Authorization: null } }),
  });
}

function addressOf(text: string): URL {
  try {
    return new URL(text);
  } catch {
    throw wrongAddress(text);
  }
}

function wrongAddress(text: string): YaffleError {
  const shown = text.replace(/\/\/[^/@]*@/, "//");
  return new YaffleError("invalid_request", `"${shown}" is no address of a model server; one looks like http://127.0.0.1:8000/v1.`);
}
