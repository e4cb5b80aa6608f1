/** Settings as options of a command: one flag for each, described by the table of settings. */
import { type Command, Option } from "commander";
import type { Flags } from "../config/read.js";
import { flagOf, isSettingKey, SETTINGS, type Setting, type SettingKey, variableOf } from "../config/settings.js";

/** What running a model needs. */
export const MODEL_SETTINGS: readonly SettingKey[] = [
  ...(["detector", "text_reader", "answerer", "scorer", "extractor", "corrector", "models_dir"] as const),
  ...([
    "device",
    "text_reader_device",
    "answerer_device",
    "scorer_device",
    "threads",
    "workers",
    "memory_arena",
    "graph_optimization",
  ] as const),
  ...(["openai_url", "openai_key", "openai_timeout_ms", "openai_retries", "openai_max_concurrent", "openai_max_tokens"] as const),
];

/** What bounds one request. */
export const LIMIT_SETTINGS: readonly SettingKey[] = [
  "timeout_ms",
  "expert_timeout_ms",
  "max_images",
  "max_image_bytes",
  "max_image_pixels",
  "max_response_characters",
];

export function addSettings(command: Command, keys: readonly SettingKey[]): Command {
  for (const key of keys) {
    const { argument, description, fallback, defaultIs }: Setting<unknown> = SETTINGS[key];
    command.addOption(
      new Option(`${flagOf(key)} <${argument}>`, `${description} [${variableOf(key)}; ${defaultIs ?? String(fallback ?? "none")}]`),
    );
  }
  return command.option("--config <FILE>", "config file: settings as one JSON object [YAFFLE_CONFIG]");
}

/** The flags of settings among the options that a command was given. */
export function flagsOf(options: Readonly<Record<string, unknown>>): Flags {
  const named = Object.entries(options).map(
    ([name, value]) => [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value] as const,
  );
  return Object.fromEntries(named.filter(([key, value]) => isSettingKey(key) && typeof value === "string"));
}
