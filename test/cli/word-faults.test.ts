/** What is wrong with the words of a command is told at once, before anything is opened. */
import { describe, expect, it } from "vitest";
import { runCommand } from "../support/command-line.js";
import { pictureUri } from "../support/pictures.js";

interface Problem {
  readonly code: string;
  readonly errors: readonly { readonly path: string; readonly message: string }[];
}

/** Nothing may be opened for a command that is refused. */
const openYaffle = (): never => {
  throw new Error("a model was opened");
};

async function refused(...words: readonly string[]): Promise<Problem> {
  // The name of a command may have two words.
  const depth = ["models", "score"].includes(words[0] ?? "") ? 2 : 1;
  const { exitCode, out, error } = await runCommand([...words.slice(0, depth), "--json", ...words.slice(depth)], {
    openYaffle,
    openService: openYaffle,
  });
  expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" });
  return JSON.parse(error);
}

async function paths(...words: readonly string[]): Promise<readonly string[]> {
  return (await refused(...words)).errors.map(({ path }) => path);
}

describe("a command whose words are wrong", () => {
  it("is refused with every fault, each by its flag", async () => {
    const { code, errors } = await refused(
      ...["correct", "stray", "--responce", "A dog.", "--colour=red", "--policy", "wild", "--kinds", "count,smell"],
      ...["--timeout-ms", "soon", "--threads", "-1", "--boxes=yes"],
    );
    expect(code).toBe("invalid_request");
    expect(errors).toEqual([
      { path: "stray", message: "is a word too many; put a text of several words in quotes" },
      { path: "--responce", message: "is not known; did you mean --response?" },
      { path: "--colour", message: "is not known; yaffle correct --help lists what is" },
      { path: "options.policy", message: 'must be one of "cautious", "balanced", "strict", not "wild"' },
      { path: "options.kinds.1", message: expect.stringContaining('not "smell"') },
      { path: "--boxes", message: 'takes no value, not "yes"' },
      { path: "--image", message: "is missing" },
      { path: "--response", message: "is missing" },
      { path: "--threads", message: expect.stringContaining("must be a whole number") },
      { path: "--timeout-ms", message: expect.stringContaining("must be a whole number") },
    ]);
  });

  it.each([
    [
      ["audit", "--concurrency", "0", "--formt", "pope"],
      ["--concurrency", "--formt", "<ROWS.jsonl>", "--out"],
    ],
    [
      ["audit", "rows.jsonl", "--out", "o", "--format", "odd", "--fail-above", "2", "--policy", "wild"],
      ["--format", "--fail-above", "options.policy"],
    ],
    [
      ["score", "pope", "--sampling", "odd", "--nothing"],
      ["--sampling", "--nothing"],
    ],
    [
      ["models", "pull", "a", "b", "--hf-endpoint", "ftp://x"],
      ["b", "--hf-endpoint"],
    ],
    [
      ["serve", "--http-port", "70000", "--grpc-prot", "1", "--log-level", "loud"],
      ["--grpc-prot", "--http-port", "--log-level"],
    ],
    [
      ["correct", "--image", "a.png", "--response", "b", "--config", "/nowhere.json", "--prompt"],
      ["--prompt", "config"],
    ],
  ])("tells all of %j", async (words, expected) => {
    // --json is a flag of some of them only.
    expect((await paths(...words)).filter((path) => path !== "--json")).toEqual(expected);
  });

  it("takes a flag's value for what it is, whatever it looks like", async () => {
    const words = ["verify", "--json", "--image", await pictureUri(), "--response", "--policy", "--prompt=- x"];
    const { exitCode, out } = await runCommand(words);
    expect({ exitCode, original: JSON.parse(out).original }).toEqual({ exitCode: 0, original: "--policy" });
  });

  it("explains itself where it is asked to, whatever else stands there", async () => {
    const { exitCode, out } = await runCommand(["correct", "--nothing", "--help"], { openYaffle });
    expect({ exitCode, out }).toEqual({ exitCode: 0, out: expect.stringContaining("Usage: yaffle correct") });
  });
});

describe("words that are not UTF-8", () => {
  const words = ["verify", "--image", "/nowhere/a.jpg", "--response", "A \uFFFD dog."];

  it("are refused, since Node has changed them", async () => {
    const rawWords = (): Uint8Array => Buffer.from([0x41, 0x20, 0xff, 0x20, 0x64, 0x6f, 0x67]);
    const { exitCode, error } = await runCommand(words, { rawWords });
    expect({ exitCode, error }).toEqual({ exitCode: 2, error: "yaffle: A \uFFFD dog.: is not valid UTF-8; encode it as UTF-8\n" });
  });

  it.each([Buffer.from(words.join("\0")), null])("are no others: the character itself is text", async (raw) => {
    const { error } = await runCommand(words, { rawWords: () => raw });
    expect(error).toContain("there is no such file");
  });
});

describe("an output that cannot be written", () => {
  it("is told before a model is loaded", async () => {
    const image = await pictureUri();
    const { errors } = await refused(
      "correct",
      "--image",
      image,
      "--response",
      "a",
      "--picture",
      "/nowhere/a.png",
      "--report",
      "/nowhere/a.json",
    );
    expect(errors.map(({ path }) => path)).toEqual(["--picture", "--report"]);
  });
});

describe("a request that cannot be answered", () => {
  it.each([
    ["a missing file", ["--image", "/nowhere/a.jpg", "--response", "A dog."], "there is no such file"],
    ["an empty response", ["--image", "/nowhere/a.jpg", "--response", " "], "response: is empty"],
    [
      "a pipeline without its model",
      ["--image", "/nowhere/a.jpg", "--response", "a", "--pipeline", "woodpecker"],
      "needs a language model",
    ],
  ])("is refused for %s before a model is loaded", async (_name, words, message) => {
    const { exitCode, error } = await runCommand(["correct", ...words], { openYaffle });
    expect({ exitCode, error }).toEqual({ exitCode: 2, error: expect.stringContaining(message) });
  });
});
