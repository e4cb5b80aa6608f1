/** Settings from where they may stand: a flag before the environment, the environment before the config file, that before the default. */
import { readFileSync } from "node:fs";
import { type Fault, YaffleError } from "../domain/error.js";
import { defaultCacheFolder, defaultDataFolder, defaultModelsFolder } from "./models-folder.js";
import { flagOf, isSettingKey, SETTING_KEYS, SETTINGS, type Setting, type SettingKey, type Settings, variableOf } from "./settings.js";

/** Text by setting, as the command line gave it; what was not given is absent. */
export type Flags = Readonly<Partial<Record<SettingKey, string>>>;
type Environment = Readonly<Record<string, string | undefined>>;

export interface Sources {
  readonly flags: Flags;
  /** Path of the config file as given by --config. */
  readonly configFile?: string | undefined;
  readonly environment?: Environment;
}

/** Where things lie unless something is set. */
const FOLDERS: Readonly<Partial<Record<SettingKey, (environment: Environment) => string>>> = {
  models_dir: defaultModelsFolder,
  cache_dir: defaultCacheFolder,
  data_dir: defaultDataFolder,
};

interface Given {
  readonly value: unknown;
  /** As the user wrote it: "--http-port", "YAFFLE_HTTP_PORT", "http_port in yaffle.json". */
  readonly place: string;
}

/**
 * @throws YaffleError invalid_request with a fault for each setting that is wrong, and for each key of the file that is none
 */
export function readSettings({ flags, configFile, environment = process.env }: Sources): Settings {
  const path = configFile ?? nonEmpty(environment[variableOf("config")]);
  const file = path === undefined ? {} : readConfigFile(path);
  const faults: Fault[] = unknownKeys(file, path);
  const values: Record<string, unknown> = {};
  for (const key of SETTING_KEYS) {
    const given = find(key, flags, environment, file, path);
    const one: Setting<unknown> = SETTINGS[key];
    if (given === null) {
      values[key] = FOLDERS[key]?.(environment) ?? one.fallback;
      continue;
    }
    const result = one.schema.safeParse(given.value);
    if (result.success) values[key] = result.data;
    else faults.push({ path: given.place, message: faultOf(one, given.value, result.error.issues[0]?.message) });
  }
  if (faults.length > 0) {
    throw new YaffleError("invalid_request", faults.map(({ path, message }) => `${path}: ${message}`).join("; "), { faults });
  }
  return values as Settings;
}

/** The settings for the log: secrets only say that they are set. */
export function withoutSecrets(
  settings: Readonly<Record<string, unknown>>,
  table: Readonly<Record<string, { readonly isSecret?: true }>> = SETTINGS,
): Readonly<Record<string, unknown>> {
  const hidden = (key: string, value: unknown): unknown => (table[key]?.isSecret && value !== null ? "(set)" : value);
  return Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, hidden(key, value)]));
}

function find(key: SettingKey, flags: Flags, environment: Environment, file: Readonly<Record<string, unknown>>, path = ""): Given | null {
  const flag = flags[key];
  if (flag !== undefined) return { value: flag, place: flagOf(key) };
  const variable = nonEmpty(environment[variableOf(key)]);
  if (variable !== undefined) return { value: variable, place: variableOf(key) };
  const { alsoVariable }: Setting<unknown> = SETTINGS[key];
  const foreign = alsoVariable === undefined ? undefined : nonEmpty(environment[alsoVariable]);
  if (foreign !== undefined) return { value: foreign, place: alsoVariable ?? "" };
  if (Object.hasOwn(file, key)) return { value: file[key], place: `${key} in ${path}` };
  return null;
}

/** An empty variable counts as none: that is how compose files and shells leave one out. */
function nonEmpty(text: string | undefined): string | undefined {
  return text === "" ? undefined : text;
}

function faultOf({ isSecret }: Setting<unknown>, value: unknown, message = "is wrong"): string {
  return isSecret ? message : `${message}, not ${JSON.stringify(value)}`;
}

function unknownKeys(file: Readonly<Record<string, unknown>>, path = ""): Fault[] {
  return Object.keys(file)
    .filter((key) => !isSettingKey(key))
    .map((key) => ({ path: `${key} in ${path}`, message: `is not known; known are ${SETTING_KEYS.join(", ")}` }));
}

function readConfigFile(path: string): Readonly<Record<string, unknown>> {
  const refuse = (why: string, cause?: unknown): never => {
    throw new YaffleError("invalid_request", `The config file ${path} ${why}.`, { cause });
  };
  let text = "";
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    return refuse(`cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, cause);
  }
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed))
      return refuse('must hold one JSON object, as {"http_port": 8080}');
    return Object.fromEntries(Object.entries(parsed).map(([key, value]) => [key.replaceAll("-", "_"), value]));
  } catch (cause) {
    if (cause instanceof YaffleError) throw cause;
    return refuse(`is not valid JSON: ${cause instanceof Error ? cause.message : String(cause)}`, cause);
  }
}
