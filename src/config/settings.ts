/**
 * Every setting of Yaffle, once: from this table come the flags, the environment variables, the keys of the config file, the checks and
 * docs/settings.md.
 */
import type { z } from "zod";
import { BATCH_SETTINGS } from "./batch-settings.js";
import { DEVICE_SETTINGS } from "./device-settings.js";
import { address, answererName, choice, localModelName, modelName, NONE, wholeNumber, words } from "./fields.js";

export interface Setting<Value> {
  readonly schema: z.ZodType<Value>;
  /** Null where it depends on the machine (`defaultIs` says how) or nothing is set. */
  readonly fallback: NoInfer<Value> | null;
  readonly defaultIs?: string;
  /** Name of its argument in the help: "PORT". */
  readonly argument: string;
  readonly description: string;
  /** A variable that other programs read for the same thing; Yaffle's own goes before it. */
  readonly alsoVariable?: string;
  /** Never shown: neither in the log nor in an error. */
  readonly isSecret?: true;
}

const PORTS = [0, 65_535] as const;
const MEBIBYTE = 1024 * 1024;
const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

function setting<Value>(one: Setting<Value>): Setting<Value> {
  return one;
}

/** By key: the flag is --http-port, the variable YAFFLE_HTTP_PORT and the key of the file http_port. */
export const SETTINGS = {
  host: setting({
    schema: words(),
    fallback: "127.0.0.1",
    argument: "HOST",
    description:
      "Address that the service listens on. Only loopback addresses are allowed: there are no keys yet that would guard another.",
  }),
  http_port: setting({
    schema: wholeNumber(...PORTS),
    fallback: 8080,
    argument: "PORT",
    description: "Port for HTTP; 0 picks a free one.",
  }),
  grpc_port: setting({
    schema: wholeNumber(...PORTS),
    fallback: 50_051,
    argument: "PORT",
    description: "Port for gRPC; 0 picks a free one.",
  }),
  detector: setting({
    schema: words(),
    fallback: "centernet-coco",
    argument: "MODEL",
    description:
      "Object detector: a model of the registry (`yaffle models list`), file:PATH for an ONNX file, transformers:FOLDER for a published model with its configuration (of closed or open vocabulary), or inference:HOST:PORT/MODEL for one on a server of the Open Inference Protocol (several HOST:PORT with commas). Several with + between them are asked together.",
  }),
  text_reader: setting({
    schema: words(),
    fallback: "ppocr-v4",
    argument: "MODEL",
    description:
      "Reader of written words: a model of the registry, or none for no reader: what is said to be written is then unverifiable.",
  }),
  answerer: setting({
    schema: answererName(),
    fallback: NONE,
    argument: "MODEL",
    description:
      "Vision-language model that is asked about what boxes do not show: openai:MODEL at the address of openai_url, a model of the registry or transformers:FOLDER for one that runs here, inference:HOST:PORT/MODEL on a server of the Open Inference Protocol (several HOST:PORT with commas), or none for no model.",
  }),
  scorer: setting({
    schema: localModelName(),
    fallback: NONE,
    argument: "MODEL",
    description:
      "Model that weighs what is said of a thing against its contrary (CLIP, SigLIP): a model of the registry, transformers:FOLDER, or none for no model.",
  }),
  extractor: setting({
    schema: modelName("rules"),
    fallback: "rules",
    argument: "MODEL",
    description: "What breaks a response into claims: rules, or the language model openai:MODEL at the address of openai_url.",
  }),
  corrector: setting({
    schema: modelName(NONE),
    fallback: NONE,
    argument: "MODEL",
    description:
      "Language model of the pipeline woodpecker, which writes the corrections: openai:MODEL at the address of openai_url, or none for no model.",
  }),
  judge: setting({
    schema: modelName(NONE),
    fallback: NONE,
    argument: "MODEL",
    description:
      "Model that the service's score judge asks, a vision model for scores by the picture: openai:MODEL at the address of openai_url, or none.",
  }),
  openai_url: setting({
    schema: words(),
    fallback: "https://api.openai.com/v1",
    argument: "URL",
    description:
      "Address of the model server, with its version; any that speaks OpenAI's chat protocol (vLLM, Ollama, llama.cpp, LiteLLM).",
  }),
  openai_key: setting({
    schema: words(),
    fallback: null,
    argument: "KEY",
    description:
      "Key for the model server; a server that asks for none needs none. Better set in the environment than on the command line.",
    isSecret: true,
  }),
  openai_timeout_ms: setting({
    schema: wholeNumber(1, 3_600_000),
    fallback: 20_000,
    argument: "MILLISECONDS",
    description: "Time limit of one call of a language model; a call that fails in passing is tried again within the request's own limits.",
  }),
  openai_retries: setting({
    schema: wholeNumber(0, 20),
    fallback: 2,
    argument: "NUMBER",
    description: "How often a call of a language model is tried again after a passing failure (429, 500, a torn connection).",
  }),
  openai_max_concurrent: setting({
    schema: wholeNumber(1, 1024),
    fallback: 4,
    argument: "NUMBER",
    description: "Calls that the model server gets at once.",
  }),
  openai_max_tokens: setting({
    schema: wholeNumber(1, 1_000_000_000_000),
    fallback: null,
    defaultIs: "no cap",
    argument: "TOKENS",
    description: "Tokens of questions and replies that this process may spend; after that the language models count as unavailable.",
  }),
  ...DEVICE_SETTINGS,
  threads: setting({
    schema: wholeNumber(1, 1024),
    fallback: null,
    defaultIs: "the cores, shared out among the workers",
    argument: "NUMBER",
    description: "Threads that one run of a model may use.",
  }),
  models_dir: setting({
    schema: words(),
    fallback: null,
    defaultIs: "yaffle/models in the user's cache folder",
    argument: "FOLDER",
    description: "Folder of the model files.",
  }),
  cache_dir: setting({
    schema: words(),
    fallback: null,
    defaultIs: "yaffle in the user's cache folder",
    argument: "FOLDER",
    description: "Folder of what was read from large files and can be read again: COCO's annotations for the scores chair and pope.",
  }),
  hf_endpoint: setting({
    schema: address(),
    fallback: "https://huggingface.co",
    alsoVariable: "HF_ENDPOINT",
    argument: "ADDRESS",
    description: "Hub that models are pulled from where the registry names it, or a mirror of it.",
  }),
  models_mirror: setting({
    schema: address(),
    fallback: null,
    defaultIs: "none",
    argument: "ADDRESS",
    description: "Models folder served over HTTP, asked before every other source: ADDRESS/ID/PATH.",
  }),
  max_body_bytes: setting({
    schema: wholeNumber(1024, 1024 * MEBIBYTE),
    fallback: 28 * MEBIBYTE,
    argument: "BYTES",
    description: "Largest body of a request; a larger one is refused before it is read whole. Base64 adds a third to an image's bytes.",
  }),
  max_image_bytes: setting({
    schema: wholeNumber(1, 1024 * MEBIBYTE),
    fallback: 20 * MEBIBYTE,
    argument: "BYTES",
    description: "Largest image, as encoded.",
  }),
  max_image_pixels: setting({
    schema: wholeNumber(1, 1_000_000_000),
    fallback: 25_000_000,
    argument: "PIXELS",
    description: "Largest image, width times height; refused before it is decoded.",
  }),
  max_images: setting({
    schema: wholeNumber(1, 100),
    fallback: 8,
    argument: "NUMBER",
    description: "Most images of one request.",
  }),
  max_response_characters: setting({
    schema: wholeNumber(1, 1_000_000),
    fallback: 20_000,
    argument: "CHARACTERS",
    description: "Longest response (UTF-16 code units).",
  }),
  timeout_ms: setting({
    schema: wholeNumber(1, 3_600_000),
    fallback: 60_000,
    argument: "MILLISECONDS",
    description: "Time limit of one request; a request may ask for less.",
  }),
  expert_timeout_ms: setting({
    schema: wholeNumber(1, 3_600_000),
    fallback: 30_000,
    argument: "MILLISECONDS",
    description:
      "Time limit of one call of an expert, which also leaves a part of the request's own time to the report; past it the claims that hang on the expert stay unverifiable.",
  }),
  max_concurrent: setting({
    schema: wholeNumber(1, 1024),
    fallback: 4,
    argument: "NUMBER",
    description: "Requests that the service works on at once.",
  }),
  max_queued: setting({
    schema: wholeNumber(0, 100_000),
    fallback: 64,
    argument: "NUMBER",
    description: "Requests that may wait for their turn; one more is refused as overloaded.",
  }),
  queue: setting({
    schema: words(),
    fallback: null,
    isSecret: true,
    argument: "URL",
    description:
      "Redis (redis://, rediss://) or PostgreSQL (postgres://) that shares the rows of audits and batches among workers; without one the process works alone.",
  }),
  ...BATCH_SETTINGS,
  shutdown_timeout_ms: setting({
    schema: wholeNumber(0, 600_000),
    fallback: 25_000,
    argument: "MILLISECONDS",
    description: "On SIGTERM or SIGINT, how long accepted requests may take to finish.",
  }),
  log_level: setting({
    schema: choice(LOG_LEVELS),
    fallback: "info",
    argument: "LEVEL",
    description: "Least grave thing that is logged.",
  }),
} as const;

export type SettingKey = keyof typeof SETTINGS;
type ValueOf<One> = One extends Setting<infer Value> ? Value : never;

/** Settings that may be unset. */
type OptionalKey = "workers" | "batch_max_pictures" | "threads" | "queue" | "models_mirror" | "openai_key" | "openai_max_tokens";

/** All settings, each with its value. */
export type Settings = {
  readonly [Key in SettingKey]: Key extends OptionalKey ? ValueOf<(typeof SETTINGS)[Key]> | null : ValueOf<(typeof SETTINGS)[Key]>;
};

export const SETTING_KEYS = Object.keys(SETTINGS).filter(isSettingKey);

export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(SETTINGS, key);
}

/** --http-port */
export function flagOf(key: string): string {
  return `--${key.replaceAll("_", "-")}`;
}

/** YAFFLE_HTTP_PORT */
export function variableOf(key: string): string {
  return `YAFFLE_${key.toUpperCase()}`;
}
