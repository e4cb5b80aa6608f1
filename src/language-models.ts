/** Language models of the settings, behind the ports. All roles share one connection, and so its circuit, its places and its cap. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Settings } from "./config/settings.js";
import { createChatWriter } from "./correction/llm/chat-writer.js";
import { YaffleError } from "./domain/error.js";
import type { Answerer, ClaimReader, Writer } from "./domain/ports.js";
import { createChatAnswerer } from "./experts/answerer/chat-answerer.js";
import { type Missing, type OnMissing, unavailableAnswerer, unavailableReader, unavailableWriter } from "./experts/unavailable.js";
import { createChatReader } from "./extraction/llm/chat-reader.js";
import type { ChatModel } from "./runtime/openai/chat.js";
import { type ModelServer, openModelServer, type Surroundings } from "./runtime/openai/client.js";
import type { Judge } from "./scoring/judge/request.js";

export interface LanguageModels {
  readonly answerer: Answerer | null;
  readonly reader: ClaimReader | null;
  readonly writer: Writer | null;
}

const PREFIX = "openai:";

const SURROUNDINGS: Surroundings = {
  clock: { nowMs: () => performance.now() },
  nowMs: () => Date.now(),
  random: () => Math.random(),
  sleep: async (ms, signal) => {
    signal.throwIfAborted();
    await sleep(ms, undefined, { signal }).catch(() => signal.throwIfAborted());
  },
};

/**
 * Opens what the settings name; without a language model among them nothing is loaded. No server is asked yet. Where the package that
 * speaks to the server is missing, each role stands there unavailable, and says so in every report that would have asked it.
 * @throws YaffleError invalid_request for an address that is none; what `onMissing` throws
 */
export async function openLanguageModels(settings: Settings, onMissing: OnMissing): Promise<LanguageModels> {
  const { answerer, extractor, corrector } = settings;
  if (![answerer, extractor, corrector].some((name) => name.startsWith(PREFIX))) return { answerer: null, reader: null, writer: null };
  const server = await connectIfCan(settings);
  const role = <Part>(
    name: string,
    roleName: Missing["role"],
    make: (model: ChatModel, id: string) => Part,
    without: (id: string, reason: YaffleError) => Part,
  ): Part | null => {
    if (!name.startsWith(PREFIX)) return null;
    if (!(server instanceof YaffleError)) return make(server.model(name.slice(PREFIX.length)), name);
    onMissing({ role: roleName, model: name, reason: server });
    return without(name, server);
  };
  return {
    answerer: role(answerer, "answerer", createChatAnswerer, unavailableAnswerer),
    reader: role(extractor, "extractor", createChatReader, unavailableReader),
    writer: role(corrector, "corrector", createChatWriter, unavailableWriter),
  };
}

const servers = new WeakMap<Settings, Promise<ModelServer>>();

/**
 * The one server of these settings, whoever asks.
 * @throws YaffleError expert_unavailable where the package `openai` is missing; invalid_request for an address that is none
 */
export function connect(settings: Settings): Promise<ModelServer> {
  const known = servers.get(settings);
  if (known !== undefined) return known;
  const opened = open(settings);
  servers.set(settings, opened);
  return opened;
}

/**
 * The judge of the service. Where its package is missing, the service does all else, and whoever asks for the score is told.
 * @returns null where the settings name none
 * @throws as `openLanguageModels`
 */
export async function openJudge(settings: Settings, onMissing: OnMissing): Promise<Judge | null> {
  const { judge, max_image_bytes: maxImageBytes, max_image_pixels: maxImagePixels } = settings;
  if (!judge.startsWith(PREFIX)) return null;
  const name = judge.slice(PREFIX.length);
  const server = await connectIfCan(settings);
  if (server instanceof YaffleError) onMissing({ role: "judge", model: judge, reason: server });
  const model = server instanceof YaffleError ? { name, complete: () => Promise.reject(server) } : server.model(name);
  return { model, concurrency: settings.openai_max_concurrent, limits: { maxImageBytes, maxImagePixels } };
}

/** @returns instead of the server why there is none, where that is a matter of what is installed here */
function connectIfCan(settings: Settings): Promise<ModelServer | YaffleError> {
  return connect(settings).catch((error: unknown) => {
    if (error instanceof YaffleError && error.code === "expert_unavailable") return error;
    throw error;
  });
}

function open(settings: Settings): Promise<ModelServer> {
  const options = {
    baseUrl: settings.openai_url,
    key: settings.openai_key,
    timeoutMs: settings.openai_timeout_ms,
    retries: settings.openai_retries,
    maxConcurrent: settings.openai_max_concurrent,
    maxTokens: settings.openai_max_tokens,
  };
  return openModelServer(options, SURROUNDINGS);
}
