/** The forms that a setting's text can have. On the command line and in the environment everything is text; a file may hold real values. */
import { z } from "zod";

const DIGITS = /^\d{1,15}$/;

/** A whole number, as itself or in digits. */
export function wholeNumber(minimum: number, maximum: number): z.ZodType<number> {
  const range = `must be a whole number from ${minimum} to ${maximum}`;
  return z
    .union([z.int(), z.string().regex(DIGITS).transform(Number)], { error: range })
    .refine((value) => value >= minimum && value <= maximum, range);
}

/** Text that is not empty. */
export function words(): z.ZodType<string> {
  return z.string({ error: "must be text" }).min(1, "must not be empty");
}

/** One of a few words. */
export function choice<const Choices extends readonly [string, ...string[]]>(choices: Choices): z.ZodType<Choices[number]> {
  return z.enum(choices, { error: `must be one of ${choices.join(", ")}` });
}

/** The name of a model that means: none. */
export const NONE = "none";

const LANGUAGE_MODEL = /^openai:\S+$/;

/** A language model by the server's name for it, "openai:gpt-4o-mini", or the word for what works without one. */
export function modelName(without: string): z.ZodType<string> {
  const form = `must be ${without} or openai:MODEL`;
  return z.string({ error: form }).refine((text) => text === without || LANGUAGE_MODEL.test(text), form);
}

const REMOTE_MODEL = /^inference:[^/]+:\d{1,5}\/[\w.-]+$/;
const LOCAL_MODEL = /^(?:transformers:.+|[a-z0-9][a-z0-9.-]*)$/;

/** A model that runs here, by its id in the registry or by its folder, or none. */
export function localModelName(): z.ZodType<string> {
  const form = `must be ${NONE}, a model of the registry or transformers:FOLDER`;
  return z.string({ error: form }).refine((text) => LOCAL_MODEL.test(text), form);
}

/** A model that answers questions: as `modelName`, one that runs here, or one on a server of the Open Inference Protocol. */
export function answererName(): z.ZodType<string> {
  const form = `must be ${NONE}, openai:MODEL, a model of the registry, transformers:FOLDER or inference:HOST:PORT/MODEL`;
  return z.string({ error: form }).refine((text) => [LANGUAGE_MODEL, LOCAL_MODEL, REMOTE_MODEL].some((known) => known.test(text)), form);
}

/** Address of a web server, with or without a path. */
export function address(): z.ZodType<string> {
  const form = "must be an address like https://models.example.org";
  return z.string({ error: form }).refine((text) => /^https?:\/\/[^/]/.test(text) && URL.canParse(text), form);
}
