/** The real process: what only a spawned one can show. Few, since each takes a second or more. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { reportSchema } from "../../src/wire/report-schema.js";
import { correctionClient } from "../support/grpc-client.js";
import { TEST_MODELS_FOLDER } from "../support/models-folder.js";

const MAIN = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

function yaffle(...words: readonly string[]): ChildProcess {
  return yaffleIn({}, ...words);
}

function yaffleIn(environment: Readonly<Record<string, string>>, ...words: readonly string[]): ChildProcess {
  const env = { ...process.env, ...environment, YAFFLE_MODELS_DIR: TEST_MODELS_FOLDER, YAFFLE_TEXT_READER: "none" };
  return spawn(process.execPath, ["--import", "tsx", MAIN, ...words], { env, stdio: ["pipe", "pipe", "pipe"] });
}

async function finished(child: ChildProcess): Promise<{ readonly code: number | null; readonly out: string; readonly error: string }> {
  const code = new Promise<number | null>((resolve) => child.once("close", resolve));
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error("the process has no streams");
  const [out, error] = await Promise.all([text(stdout), text(stderr)]);
  return { code: await code, out, error };
}

const image = join(mkdtempSync(join(tmpdir(), "yaffle-process-")), "plain.png");
await sharp({ create: { width: 320, height: 200, channels: 3, background: "#c8b88a" } })
  .png()
  .toFile(image);

const addresses = z.object({ http: z.string(), grpc: z.string() });

/** Every line of the log is JSON; the one that says where comes when the service is ready. */
async function firstWithAddresses(lines: AsyncIterator<string>): Promise<z.infer<typeof addresses>> {
  for (let line = await lines.next(); line.done !== true; line = await lines.next()) {
    const told = addresses.safeParse(JSON.parse(line.value));
    if (told.success) return told.data;
  }
  throw new Error("the log ended before the service was ready");
}

describe("the yaffle process", () => {
  it("writes the report of the embedded detector to standard output, and nothing to standard error", async () => {
    const { code, out, error } = await finished(yaffle("correct", "--json", "--image", image, "--response", "There is an elephant."));
    expect({ code, error }).toEqual({ code: 0, error: "" });
    expect(reportSchema.parse(JSON.parse(out)).experts.map(({ id }) => id)).toContain("centernet-coco");
  });

  it.skipIf(process.platform !== "linux")(
    "says in one line of its own that there is no GPU, whatever the drivers have to say, and that trying again is of no use",
    async () => {
      // No driver is found by these names, on a machine with a GPU either.
      const hidden = { VK_DRIVER_FILES: "/none.json", VK_ICD_FILENAMES: "/none.json" };
      const { code, out, error } = await finished(
        yaffleIn(hidden, "correct", "--json", "--image", image, "--response", "A dog.", "--device", "webgpu"),
      );
      expect({ code, out, lines: error.trimEnd().split("\n").length }).toEqual({ code: 2, out: "", lines: 1 });
      expect(JSON.parse(error)).toMatchObject({
        code: "invalid_request",
        retryable: false,
        detail: expect.stringMatching(
          /^The detector centernet-coco cannot be used: The model cannot run on webgpu: \S.*\. It needs a GPU with a Vulkan/,
        ),
      });
      expect(error).not.toContain("onnxruntime_src");
    },
  );

  it("ends in silence where its reader has read enough", async () => {
    const child = yaffle("models", "list");
    child.stdout?.destroy();
    const code = new Promise<number | null>((resolve) => child.once("exit", resolve));
    expect([await code, child.stderr === null ? "" : await text(child.stderr)]).toEqual([0, ""]);
  });

  it("refuses a model file that is none, and names it", async () => {
    const { code, out, error } = await finished(yaffle("correct", "--image", image, "--response", "A dog.", "--detector", `file:${image}`));
    expect(out).toBe("");
    expect(code).toBeGreaterThan(0);
    expect(error).toContain(image);
  });

  it("serves until it is told to leave, and says where in one JSON line", async () => {
    const child = yaffle("serve", "--http-port", "0", "--grpc-port", "0");
    const { stderr } = child;
    if (stderr === null) throw new Error("the process has no standard error");
    const lines = createInterface({ input: stderr })[Symbol.asyncIterator]();
    const ready = await firstWithAddresses(lines);
    expect((await fetch(`${ready.http}/readyz`)).status).toBe(200);
    const client = correctionClient(ready.grpc);
    const picture = await sharp(image).jpeg().toBuffer();
    const outcome = await client.call("Verify", { images: [{ data: picture }], response: "There is an elephant." }, null);
    client.close();
    expect(outcome).toMatchObject({ report: { original: "There is an elephant.", edits: [] } });
    const closed = new Promise((resolve) => child.once("close", resolve));
    child.kill("SIGTERM");
    expect(await closed).toBe(0);
  });

  it("leaves in order where it is told to before it is ready", async () => {
    const child = yaffle("serve", "--http-port", "0", "--grpc-port", "0");
    const { stderr } = child;
    if (stderr === null) throw new Error("the process has no standard error");
    const closed = new Promise((resolve) => child.once("close", (code, signal) => resolve({ code, signal })));
    // Its first line comes when the detector is open.
    stderr.once("data", () => child.kill("SIGTERM"));
    expect(await closed).toEqual({ code: 0, signal: null });
  });
});
