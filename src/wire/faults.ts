/** What a schema says against a value, as faults that a caller can mend: one a field, each with what would be right. */
import { z } from "zod";
import { type Fault, YaffleError } from "../domain/error.js";

/** More than these would bury the first. */
const MAX_FAULTS = 20;
const MAX_QUOTED_CHARACTERS = 60;

/**
 * The value as the schema reads it.
 * @param prefix put before each path: "options" where the value is a request's options
 * @throws YaffleError invalid_request with one fault for each thing wrong
 */
export function parseOrRefuse<Schema extends z.ZodType>(schema: Schema, value: unknown, prefix = ""): z.output<Schema> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  throw refusal(result.error.issues.flatMap((issue) => faultsOf(issue, schema, prefix)).slice(0, MAX_FAULTS));
}

/** What reading one part of a request came to: its value, or what is wrong with that part. */
export type Part<Value> = { readonly value: Value } | { readonly refused: YaffleError };

/**
 * Reads one part of a request, so that its faults can be told together with those of the others.
 * @throws what the reader throws but refusals that name faults
 */
export function part<Value>(read: () => Value): Part<Value> {
  try {
    return { value: read() };
  } catch (thrown) {
    if (thrown instanceof YaffleError && thrown.faults.length > 0) return { refused: thrown };
    throw thrown;
  }
}

/** The values of both parts. @throws YaffleError with the faults of both: invalid_request where they are of several kinds */
export function both<First, Second>(first: Part<First>, second: Part<Second>): readonly [First, Second] {
  if ("value" in first && "value" in second) return [first.value, second.value];
  throw together([first, second]);
}

/** The values of all parts. @throws YaffleError as `both` does */
export function all<Value>(parts: readonly Part<Value>[]): readonly Value[] {
  const values = parts.flatMap((one) => ("value" in one ? [one.value] : []));
  if (values.length === parts.length) return values;
  throw together(parts);
}

function together(parts: readonly Part<unknown>[]): YaffleError {
  const refusals = parts.flatMap((one) => ("refused" in one ? [one.refused] : []));
  const [first, ...others] = refusals;
  if (first !== undefined && others.length === 0) return first;
  return refusal(refusals.flatMap(({ faults }) => faults).slice(0, MAX_FAULTS));
}

/** @param faults at least one; the message names them all */
export function refusal(faults: readonly Fault[], cause?: unknown): YaffleError {
  const detail = faults.map(({ path, message }) => (path === "" ? message : `${path}: ${message}`)).join("; ");
  return new YaffleError("invalid_request", detail, { faults, cause });
}

function faultsOf(issue: z.core.$ZodIssue, schema: z.ZodType, prefix: string): readonly Fault[] {
  const at = (...more: readonly string[]): string => [prefix, ...issue.path, ...more].filter((part) => part !== "").join(".");
  switch (issue.code) {
    case "unrecognized_keys": {
      const known = knownKeys(schema, issue.path);
      return issue.keys.map((key) => ({ path: at(key), message: `is not known; ${suggestion(key, known)}` }));
    }
    case "invalid_type":
      return [
        { path: at(), message: issue.input === undefined ? "is missing" : `must be ${named(issue.expected)}, not ${shown(issue.input)}` },
      ];
    case "invalid_value":
      return [
        {
          path: at(),
          message: `must be one of ${issue.values.map((value) => JSON.stringify(value)).join(", ")}, not ${shown(issue.input)}`,
        },
      ];
    case "too_small":
    case "too_big":
      return [{ path: at(), message: outOfBounds(issue) }];
    default:
      return [{ path: at(), message: issue.message }];
  }
}

const ARTICLES: Readonly<Record<string, string>> = {
  string: "a string",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
};

/** zod's own words begin so; a schema that has better ones keeps them. */
const PLAIN_BOUND = /^Too (?:small|big):/;

const UNITS: Readonly<Record<string, string>> = { string: "characters", array: "entries" };

function outOfBounds(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  if (!PLAIN_BOUND.test(issue.message)) return issue.message;
  const [bound, limit] = issue.code === "too_small" ? ["at least", Number(issue.minimum)] : ["at most", Number(issue.maximum)];
  const unit = UNITS[issue.origin];
  const wanted = unit === undefined ? `be ${bound} ${limit}` : `have ${bound} ${limit} ${unit}`;
  return `must ${wanted}, not ${shown(issue.input)}`;
}

function named(type: string): string {
  return ARTICLES[type] ?? type;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  const text = JSON.stringify(value) ?? String(value);
  return text.length > MAX_QUOTED_CHARACTERS ? `${text.slice(0, MAX_QUOTED_CHARACTERS)}…` : text;
}

/** Names of the object that the path leads to. */
function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  const open = opened(schema);
  const [step, ...rest] = path;
  if (step !== undefined && open instanceof z.ZodArray) return knownKeys(asType(open.element), rest);
  if (!(open instanceof z.ZodObject)) return [];
  if (step === undefined) return Object.keys(open.shape);
  const field: unknown = open.shape[String(step)];
  return field instanceof z.ZodType ? knownKeys(field, rest) : [];
}

function asType(schema: unknown): z.ZodType {
  return schema instanceof z.ZodType ? schema : z.unknown();
}

/** The schema behind defaults, optionals and transformations. */
function opened(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return opened(asType(schema.unwrap()));
  if (schema instanceof z.ZodPipe) return opened(asType(schema.in));
  return schema;
}

function suggestion(key: string, known: readonly string[]): string {
  const near = nearest(key, known);
  return near === undefined ? `known here: ${known.join(", ")}` : `did you mean ${near}?`;
}

/** The known name that the key was probably meant for: another case, other separators, or one letter off. */
export function nearest(key: string, known: readonly string[]): string | undefined {
  return known.find((name) => isNear(folded(name), folded(key)));
}

function folded(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "")
    .slice(0, MAX_QUOTED_CHARACTERS);
}

/** One letter more, less, other, or two of them swapped. */
function isNear(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  const isSwap = restA.length > 1 && restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
  return isSwap || restA.slice(1) === restB || restA === restB.slice(1) || restA.slice(1) === restB.slice(1);
}
