import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { YaffleError } from "../../src/domain/error.js";
import { reportSchema } from "../../src/wire/report-schema.js";
import { runCommand } from "../support/command-line.js";
import { beachDetector, yaffleSeeing } from "../support/serving.js";

const folder = mkdtempSync(join(tmpdir(), "yaffle-cli-"));
const image = join(folder, "beach.png");
await sharp({ create: { width: 320, height: 200, channels: 3, background: "#c8b88a" } })
  .png()
  .toFile(image);

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe("yaffle correct", () => {
  it("prints a readable account: the text marked, the corrected text, a line a claim", async () => {
    const { exitCode, out, error } = await runCommand([
      "correct",
      "--image",
      image,
      "--response",
      "There are two chairs and an elephant on the beach.",
    ]);
    expect({ exitCode, error }).toEqual({ exitCode: 0, error: "" });
    expect(out).toContain("two chairs[- and an elephant-] on");
    expect(out).toContain("Corrected:\nThere are two chairs on the beach.");
    expect(out).toMatch(/^✗ c\d+ {2}refuted {7}0\.\d\d {2}there is an elephant: /m);
    expect(out).toMatch(/^✓ c\d+ {2}supported {5}0\.9\d {2}there are two chairs: /m);
    expect(out).toMatch(/\d+ claims: \d+ supported, \d+ refuted, \d+ unverifiable · \d+\.\d s with\sfake-detector,\scolor/);
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(72);
  });

  it("prints one JSON document, and nothing else", async () => {
    const { exitCode, out, error } = await runCommand(["correct", "--json", "--image", image, "--response", "There is an elephant."]);
    expect({ exitCode, error }).toEqual({ exitCode: 0, error: "" });
    expect(reportSchema.parse(JSON.parse(out))).toMatchObject({ changed: true, corrected: "There is no elephant in the image." });
  });

  it("reads the response from a file or from standard input, and keeps all but the last line end", async () => {
    const path = file("response.txt", "There are chairs.\n\n");
    const fromFile = await runCommand(["verify", "--json", "--image", image, "--response", `@${path}`]);
    expect(JSON.parse(fromFile.out).original).toBe("There are chairs.\n");
    const fromInput = await runCommand(["verify", "--json", "--image", image, "--response", "-"], { stdin: "There are chairs.\r\n" });
    expect(JSON.parse(fromInput.out).original).toBe("There are chairs.");
  });

  it.each([
    [
      "an unknown flag",
      ["--image", image, "--responce", "a"],
      "--responce: is not known; did you mean --response?; --response: is missing",
    ],
    ["nothing", [], "--image: is missing; --response: is missing"],
    ["a word too many", ["--image", image, "--response", "a", "b"], "b: is a word too many"],
    ["a file that is not there", ["--image", join(folder, "none.jpg"), "--response", "A dog."], "there is no such file"],
    ["a response file that is not there", ["--image", image, "--response", "@/nowhere/a.txt"], "there is no such file"],
    ["a wrong limit", ["--image", image, "--response", "a", "--timeout-ms", "soon"], "--timeout-ms: must be a whole number"],
    ["an address", ["--image", "https://example.org/a.jpg", "--response", "a"], "does not fetch images"],
    ["standard input twice", ["--image", image, "--response", "-", "--prompt", "-"], "cannot both be standard input"],
    ["a config file that is not there", ["--image", image, "--response", "a", "--config", "/nowhere.json"], "cannot be read"],
  ])("refuses %s with exit code 2, in words or as a problem object", async (_name, words, message) => {
    const plain = await runCommand(["correct", ...words]);
    expect({ ...plain, error: plain.error.includes(message) }).toEqual({ exitCode: 2, out: "", error: true });
    expect(plain.error.trimEnd()).not.toContain("\n");
    const json = await runCommand(["correct", "--json", ...words]);
    expect({ exitCode: json.exitCode, out: json.out }).toEqual({ exitCode: 2, out: "" });
    expect(JSON.parse(json.error)).toMatchObject({ detail: expect.stringContaining(message), retryable: false });
  });

  it("fails with 1 for what the user is not to blame for, and with 130 when interrupted", async () => {
    const failing = (error: Error): Parameters<typeof runCommand>[1] => ({ openYaffle: () => Promise.reject(error) });
    const words = ["correct", "--image", image, "--response", "A dog."];
    expect(await runCommand(words, failing(new YaffleError("expert_unavailable", "The model file is damaged.")))).toEqual({
      exitCode: 1,
      out: "",
      error: "yaffle: The model file is damaged.\n",
    });
    expect((await runCommand(words, failing(new YaffleError("cancelled", "Interrupted.")))).exitCode).toBe(130);
    expect((await runCommand(words, failing(new Error("odd\nthing")))).error).toContain("(odd thing)");
  });

  it("logs where it is told to, and only then", async () => {
    const levels: string[] = [];
    const openYaffle: NonNullable<Parameters<typeof runCommand>[1]>["openYaffle"] = async (_settings, _signal, log) => {
      levels.push(log?.level ?? "none");
      return yaffleSeeing(beachDetector());
    };
    const words = ["verify", "--image", image, "--response", "A dog."];
    await runCommand(words, { openYaffle });
    await runCommand([...words, "--log-level", "debug"], { openYaffle });
    expect(levels).toEqual(["silent", "debug"]);
  });

  it("draws the boxes that were used, in the color of their verdict", async () => {
    const out = join(folder, "out.png");
    const { exitCode, error } = await runCommand(["correct", "--image", image, "--response", "There are two chairs.", "--picture", out]);
    expect({ exitCode, error }).toEqual({ exitCode: 0, error: `Picture: ${out}\n` });
    const { data, info } = await sharp(out).raw().toBuffer({ resolveWithObject: true });
    expect({ width: info.width, height: info.height }).toEqual({ width: 320, height: 200 });
    const at = (x: number, y: number): readonly number[] => [...data.subarray((y * info.width + x) * info.channels).subarray(0, 3)];
    // The left edge of the first box, x1 = 0, and a place where nothing is drawn.
    expect(at(1, 100)).toEqual([0x00, 0x9e, 0x73]);
    expect(at(160, 195)).toEqual([0xc8, 0xb8, 0x8a]);
  });

  it("writes one picture for each image", async () => {
    const out = join(folder, "many.png");
    const { error } = await runCommand([
      "correct",
      "--image",
      image,
      "--image",
      image,
      "--response",
      "There are chairs.",
      "--picture",
      out,
    ]);
    expect(error).toBe(`Picture: ${out}\nPicture: ${join(folder, "many-2.png")}\n`);
  });
});

describe("yaffle models", () => {
  it("lists the registry as JSON", async () => {
    const { out } = await runCommand(["models", "list", "--json", "--models-dir", join(folder, "models")]);
    expect(JSON.parse(out).models).toContainEqual(expect.objectContaining({ id: "centernet-coco", role: "detector", state: "missing" }));
  });

  it("says which file is missing and how to mend it", async () => {
    const { exitCode, out, error } = await runCommand(["models", "verify", "centernet-coco", "--models-dir", join(folder, "models")]);
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: "" });
    expect(error).toContain("yaffle models pull centernet-coco");
  });

  it("does not know what the registry does not have", async () => {
    expect(await runCommand(["models", "pull", "nothing", "--models-dir", folder])).toMatchObject({ exitCode: 2, out: "" });
  });
});

describe("yaffle serve", () => {
  it("does not listen beyond this machine, and says so before it loads a model", async () => {
    const { exitCode, out, error } = await runCommand(["serve", "--host", "0.0.0.0", "--detector", "file:/nowhere.onnx"]);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" });
    expect(error).toContain('"0.0.0.0" is no loopback address');
  });

  it("hands its flags on", async () => {
    let seen: unknown;
    const openService: NonNullable<Parameters<typeof runCommand>[1]>["openService"] = async (settings) => {
      seen = settings;
      throw new YaffleError("internal", "enough");
    };
    await runCommand(["serve", "--http-port", "0", "--max-queued", "7"], { openService });
    expect(seen).toMatchObject({ http_port: 0, max_queued: 7, host: "127.0.0.1" });
  });
});
