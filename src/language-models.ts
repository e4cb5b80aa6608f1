/** Language models of the settings, behind the ports. All roles share one connection, and so its circuit, its places and its cap. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Settings } from "./config/settings.js";
import { createChatWriter } from "./correction/llm/chat-writer.js";
import type { Answerer, ClaimReader, Writer } from "./domain/ports.js";
import { createChatAnswerer } from "./experts/answerer/chat-answerer.js";
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
 * Opens what the settings name; without a language model among them nothing is loaded. No server is asked yet.
 * @throws YaffleError expert_unavailable where the package `openai` is missing; invalid_request for an address that is none
 */
export async function openLanguageModels(settings: Settings): Promise<LanguageModels> {
  const { answerer, extractor, corrector } = settings;
  if (![answerer, extractor, corrector].some((name) => name.startsWith(PREFIX))) return { answerer: null, reader: null, writer: null };
  const server = await connect(settings);
  const role = <Part>(name: string, make: (model: ChatModel, id: string) => Part): Part | null =>
    name.startsWith(PREFIX) ? make(server.model(name.slice(PREFIX.length)), name) : null;
  return {
    answerer: role(answerer, createChatAnswerer),
    reader: role(extractor, createChatReader),
    writer: role(corrector, createChatWriter),
  };
}

const servers = new WeakMap<Settings, Promise<ModelServer>>();

/** The one server of these settings, whoever asks. @throws as `openLanguageModels` */
export function connect(settings: Settings): Promise<ModelServer> {
  const known = servers.get(settings);
  if (known !== undefined) return known;
  const opened = open(settings);
  servers.set(settings, opened);
  return opened;
}

/** The judge of the service. @returns null where the settings name none. @throws as `openLanguageModels` */
export async function openJudge(settings: Settings): Promise<Judge | null> {
  const { judge, max_image_bytes: maxImageBytes, max_image_pixels: maxImagePixels } = settings;
  if (!judge.startsWith(PREFIX)) return null;
  const server = await connect(settings);
  const model = server.model(judge.slice(PREFIX.length));
  return { model, concurrency: settings.openai_max_concurrent, limits: { maxImageBytes, maxImagePixels } };
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
