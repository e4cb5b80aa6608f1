/**
 * What is wrong with the words of a command, all of it at once. Commander stops at the first: whoever mistyped two flags would learn of the
 * second only after mending the first.
 */
import { type Argument, type Command, InvalidArgumentError, type Option } from "commander";
import { readSettings } from "../config/read.js";
import { type Fault, YaffleError } from "../domain/error.js";
import { nearest } from "../wire/faults.js";
import { flagsOf } from "./settings-options.js";

/** Words that ask for an explanation: whatever else stands there, it is given. */
const ASKS_FOR_HELP: ReadonlySet<string> = new Set(["--help", "-h"]);

interface Reading {
  readonly faults: readonly Fault[];
  /** By the option's name in camelCase; the last where one is repeated. */
  readonly values: Readonly<Record<string, string>>;
  readonly operands: readonly string[];
}

/**
 * @param words the command line without the program
 * @returns one fault for each flag that is unknown, lacks its value or has a wrong one, each word too many, and all that is missing
 */
export function wordFaults(program: Command, words: readonly string[]): readonly Fault[] {
  const { command, rest } = named(program, words);
  // A command that is missing or unknown is commander's to explain; and of help there is nothing to refuse.
  if (command.commands.length > 0 || rest.some((word) => ASKS_FOR_HELP.has(word))) return [];
  const { faults, values, operands } = readWords(command, rest);
  return [
    ...faults,
    ...missingArguments(command.registeredArguments, operands),
    ...missingOptions(command.options, values),
    ...settingFaults(command, values),
  ];
}

function named(command: Command, words: readonly string[]): { readonly command: Command; readonly rest: readonly string[] } {
  const [word, ...rest] = words;
  const child = command.commands.find((one) => one.name() === word);
  return child === undefined ? { command, rest: words } : named(child, rest);
}

function readWords(command: Command, words: readonly string[]): Reading {
  const faults: Fault[] = [];
  const values: Record<string, string> = {};
  const operands: string[] = [];
  const most = command.registeredArguments.some(({ variadic }) => variadic) ? Number.POSITIVE_INFINITY : command.registeredArguments.length;
  const left = [...words];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (!isFlag(word) || word === "--") {
      for (const operand of word === "--" ? left.splice(0) : [word]) {
        if (operands.push(operand) > most)
          faults.push({ path: operand, message: "is a word too many; put a text of several words in quotes" });
      }
      continue;
    }
    const [flag = word, attached] = parted(word);
    const option = command.options.find(({ long, short }) => long === flag || short === flag);
    if (option === undefined) {
      faults.push({ path: flag, message: `is not known; ${hint(flag, command)}` });
      if (attached === undefined && left[0] !== undefined && !isFlag(left[0])) left.shift();
    } else if (!option.required) {
      if (attached !== undefined) faults.push({ path: flag, message: `takes no value, not ${JSON.stringify(attached)}` });
      values[option.attributeName()] = "";
    } else {
      const value = attached ?? left.shift();
      values[option.attributeName()] = value ?? "";
      faults.push(...(value === undefined ? [{ path: flag, message: "needs a value after it" }] : valueFaults(option, value)));
    }
  }
  return { faults, values, operands };
}

function hint(flag: string, command: Command): string {
  const near = nearest(flag, command.options.map(longOf));
  return near === undefined ? `yaffle ${pathOf(command)} --help lists what is` : `did you mean ${near}?`;
}

/** "models pull" */
function pathOf(command: Command): string {
  const above = command.parent;
  return above?.parent == null ? command.name() : `${pathOf(above)} ${command.name()}`;
}

/** A lone dash is standard input. */
function isFlag(word: string): boolean {
  return word.startsWith("-") && word !== "-";
}

/** "--name=value" as commander reads it. */
function parted(word: string): readonly [flag: string, attached?: string] {
  const at = word.startsWith("--") ? word.indexOf("=") : -1;
  return at < 0 ? [word] : [word.slice(0, at), word.slice(at + 1)];
}

function valueFaults(option: Option, value: string): readonly Fault[] {
  try {
    option.parseArg?.(value, undefined);
    return [];
  } catch (thrown) {
    if (thrown instanceof YaffleError) return thrown.faults;
    if (thrown instanceof InvalidArgumentError)
      return [{ path: longOf(option), message: `${plain(thrown.message)}, not ${JSON.stringify(value)}` }];
    throw thrown;
  }
}

/** "Give a whole number from 1." reads on. */
function plain(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, "");
}

function missingArguments(registered: readonly Argument[], operands: readonly string[]): readonly Fault[] {
  return registered
    .filter(({ required }, index) => required && operands[index] === undefined)
    .map((argument) => ({ path: `<${argument.name()}>`, message: "is missing" }));
}

function missingOptions(options: readonly Option[], values: Readonly<Record<string, string>>): readonly Fault[] {
  return options
    .filter((option) => option.mandatory && option.defaultValue === undefined && values[option.attributeName()] === undefined)
    .map((option) => ({ path: longOf(option), message: "is missing" }));
}

/** Of a command that takes settings: those on the command line, in the environment and in the config file. */
function settingFaults(command: Command, { config, ...values }: Readonly<Record<string, string>>): readonly Fault[] {
  if (!command.options.some(({ long }) => long === "--config")) return [];
  try {
    readSettings({ flags: flagsOf(values), configFile: config });
    return [];
  } catch (thrown) {
    if (!(thrown instanceof YaffleError)) throw thrown;
    return thrown.faults.length > 0 ? thrown.faults : [{ path: "config", message: thrown.message }];
  }
}

function longOf({ long, short }: Option): string {
  return long ?? short ?? "";
}
