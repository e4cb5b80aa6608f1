/** Pulling from servers that break, lie and stall. */
import { randomBytes } from "node:crypto";
import { EventEmitter } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sha256Of } from "../../src/registry/model-file.js";
import { ABANDONED_AFTER_MS } from "../../src/registry/pull/part.js";
import { type PullOptions, pullEntry } from "../../src/registry/pull/pull.js";
import type { FetchedFile, FetchedModel } from "../../src/registry/schema.js";
import { readSourceLine } from "../../src/registry/source.js";
import { type Answer, brokenAfter, type FileServer, refusing, serveFiles, stalledAfter, whole } from "../support/file-server.js";

const BYTES = Buffer.from(randomBytes(300_000));
const OTHER = Buffer.from(randomBytes(300_000));
const PATH = "/acme/tiny/resolve/r1/onnx/model.onnx";
const FILE: FetchedFile = {
  path: "onnx/model.onnx",
  sources: sourcesOf("hf:acme/tiny@r1#onnx/model.onnx"),
  sha256: sha256Of(BYTES),
  bytes: BYTES.length,
};

const arrived = new EventEmitter();
let folder = "";
let server: FileServer | null = null;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "yaffle-pull-"));
});
afterEach(async () => {
  await server?.close();
  server = null;
  await rm(folder, { recursive: true });
});

function sourcesOf(...lines: readonly string[]): FetchedFile["sources"] {
  return lines.map((line) => {
    const source = readSourceLine(line);
    if (source === null) throw new Error(`no source: ${line}`);
    return source;
  });
}

function model(file: Partial<FetchedFile> = {}): FetchedModel {
  return {
    id: "tiny",
    origin: "fetched",
    role: "detector",
    architecture: "detr",
    runner: "onnx",
    description: "a model of this test",
    licence: "Apache-2.0",
    attribution: "this test",
    input: "none",
    classes: "coco",
    calibration: null,
    memoryMebibytes: 1,
    files: [{ ...FILE, ...file }],
  };
}

async function serving(answers: Readonly<Record<string, readonly Answer[]>>): Promise<PullOptions> {
  server = await serveFiles(answers);
  return {
    modelsFolder: folder,
    hubAddress: `${server.address}/`,
    mirror: null,
    stallMs: 300,
    retryDelayMs: 1,
    onProgress: () => arrived.emit("some"),
  };
}

const target = () => join(folder, "tiny", "onnx", "model.onnx");
const left = () => readdir(join(folder, "tiny", "onnx"));

describe("pulling a model", () => {
  it("brings its file, tells how far it is, and asks for nothing the second time", async () => {
    const options = await serving({ [PATH]: [whole(BYTES)] });
    const seen: number[] = [];
    const first = await pullEntry(model(), {
      ...options,
      onProgress: ({ file, received, total }) => {
        expect([file, total]).toEqual(["onnx/model.onnx", BYTES.length]);
        seen.push(received);
      },
    });
    expect(first).toMatchObject({ isNew: true, paths: [target()], unpinned: {} });
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBe(BYTES.length);
    expect(sha256Of(await readFile(target()))).toBe(sha256Of(BYTES));
    expect(await left()).toEqual(["model.onnx"]);
    expect(await pullEntry(model(), options)).toMatchObject({ isNew: false });
    expect(server?.requests).toEqual([`GET ${PATH}`]);
  });

  it("goes on where the server broke off", async () => {
    const options = await serving({ [PATH]: [brokenAfter(100_000, BYTES, arrived), whole(BYTES)] });
    await pullEntry(model(), options);
    expect(sha256Of(await readFile(target()))).toBe(sha256Of(BYTES));
    expect(server?.requests).toHaveLength(2);
    expect(server?.requests[1]).toMatch(/ bytes=[1-9]\d*-$/);
  });

  it("goes on after a stall", async () => {
    const options = await serving({ [PATH]: [stalledAfter(100_000, BYTES), whole(BYTES)] });
    await pullEntry(model(), options);
    expect(sha256Of(await readFile(target()))).toBe(sha256Of(BYTES));
    expect(server?.requests[1]).toContain(`GET ${PATH} bytes=`);
  });

  it("waits out a server that is busy, and leaves one that has no such file for the next source", async () => {
    const options = await serving({ [PATH]: [refusing(404)], "/second": [refusing(503), refusing(429), whole(BYTES)] });
    const sources = [...FILE.sources, ...sourcesOf(`${server?.address}/second`)];
    await pullEntry(model({ sources }), options);
    expect(server?.requests).toEqual([`GET ${PATH}`, "GET /second", "GET /second", "GET /second"]);
    expect(sha256Of(await readFile(target()))).toBe(sha256Of(BYTES));
  });

  it("asks the mirror first, and other sources only where it fails", async () => {
    const options = await serving({ "/mirror/tiny/onnx/model.onnx": [refusing(404), whole(BYTES)], [PATH]: [whole(BYTES)] });
    await pullEntry(model(), { ...options, mirror: `${server?.address}/mirror/` });
    expect(server?.requests).toEqual(["GET /mirror/tiny/onnx/model.onnx", `GET ${PATH}`]);
  });

  it("follows a redirection", async () => {
    const move: Answer = (_request, response) => {
      response.writeHead(302, { location: "/elsewhere" }).end();
    };
    await pullEntry(model(), await serving({ [PATH]: [move], "/elsewhere": [whole(BYTES)] }));
    expect(sha256Of(await readFile(target()))).toBe(sha256Of(BYTES));
  });

  it("never gives the name to another file of the same size, and says what came", async () => {
    const options = await serving({ [PATH]: [whole(OTHER)] });
    await expect(pullEntry(model(), options)).rejects.toMatchObject({
      code: "upstream_failed",
      message: expect.stringMatching(/gives another file: sha256 [0-9a-f]{64} instead of [0-9a-f]{64}/),
    });
    expect(await left()).toEqual([]);
  });

  it("stops a server that sends more or less than the registry says, before it is read", async () => {
    const options = await serving({ [PATH]: [whole(Buffer.alloc(400_000))] });
    await expect(pullEntry(model(), options)).rejects.toThrow("it sends another file: 400000 bytes instead of 300000");
    const endless: Answer = (_request, response) => {
      response.writeHead(200);
      response.write(Buffer.alloc(500_000));
    };
    await server?.close();
    await expect(pullEntry(model(), await serving({ [PATH]: [endless] }))).rejects.toThrow("bytes instead of 300000");
  });

  it("does not believe a server that goes on elsewhere than it was asked to", async () => {
    const lying: Answer = (_request, response) => {
      response.writeHead(206, { "content-range": `bytes 7-${BYTES.length - 1}/${BYTES.length}` }).end(BYTES.subarray(7));
    };
    const options = await serving({ [PATH]: [brokenAfter(100_000, BYTES, arrived), lying] });
    await expect(pullEntry(model(), options)).rejects.toThrow(/asked to go on at byte \d+ and began at 7/);
  });

  it("starts anew where what lay there was the wrong half", async () => {
    await mkdir(join(folder, "tiny", "onnx"), { recursive: true });
    await writeFile(`${target()}.part`, OTHER.subarray(0, 100_000));
    const options = await serving({ [PATH]: [whole(BYTES)] });
    await pullEntry(model(), options);
    expect(server?.requests).toEqual([`GET ${PATH} bytes=100000-`, `GET ${PATH}`]);
    expect(sha256Of(await readFile(target()))).toBe(sha256Of(BYTES));
  });

  it("gives up a server that brings nothing, and leaves what came before for the next pull", async () => {
    const gone: Answer = (_request, response) => {
      response.destroy();
    };
    const options = await serving({ [PATH]: [brokenAfter(100_000, BYTES, arrived), gone, gone, gone, whole(BYTES)] });
    await expect(pullEntry(model(), options)).rejects.toMatchObject({ code: "upstream_failed" });
    expect(await left()).toEqual(["model.onnx.part"]);
    await pullEntry(model(), options);
    expect(server?.requests.at(-1)).toMatch(/ bytes=[1-9]/);
    expect(await left()).toEqual(["model.onnx"]);
  });

  it("takes over what a killed pull left, and not what a living one writes", async () => {
    await mkdir(join(folder, "tiny", "onnx"), { recursive: true });
    const [dead, living] = [`${target()}.dead.part`, `${target()}.living.part`];
    await writeFile(dead, BYTES.subarray(0, 200_000));
    await writeFile(living, BYTES.subarray(0, 250_000));
    const long = new Date(Date.now() - 2 * ABANDONED_AFTER_MS);
    await utimes(dead, long, long);
    await pullEntry(model(), await serving({ [PATH]: [whole(BYTES)] }));
    expect(server?.requests).toEqual([`GET ${PATH} bytes=200000-`]);
    expect(await left()).toEqual(["model.onnx", "model.onnx.living.part"]);
  });

  it("is done by two at once without harm", async () => {
    const options = await serving({ [PATH]: [whole(BYTES)] });
    await Promise.all([pullEntry(model(), options), pullEntry(model(), options)]);
    expect(sha256Of(await readFile(target()))).toBe(sha256Of(BYTES));
    expect(await left()).toEqual(["model.onnx"]);
  });

  it("mends an altered file", async () => {
    const options = await serving({ [PATH]: [whole(BYTES)] });
    await mkdir(join(folder, "tiny", "onnx"), { recursive: true });
    await writeFile(target(), OTHER);
    expect(await pullEntry(model(), options)).toMatchObject({ isNew: true });
    expect(sha256Of(await readFile(target()))).toBe(sha256Of(BYTES));
  });

  it("stops when told to, keeping what came", async () => {
    const options = await serving({ [PATH]: [stalledAfter(100_000, BYTES)] });
    const leaving = new AbortController();
    const onProgress = () => leaving.abort(new Error("the user left"));
    await expect(pullEntry(model(), { ...options, signal: leaving.signal, onProgress })).rejects.toThrow("the user left");
    expect(await left()).toEqual(["model.onnx.part"]);
  });

  it("takes a file of this machine", async () => {
    const original = join(folder, "original.onnx");
    await writeFile(original, BYTES);
    await pullEntry(model({ sources: sourcesOf(`file:${folder}/none`, `file:${original}`) }), await serving({}));
    expect(sha256Of(await readFile(target()))).toBe(sha256Of(BYTES));
  });
});

describe("a full disk", () => {
  it("is told before anything is fetched where the file is too large", async () => {
    const huge: Answer = (_request, response) => {
      response.writeHead(200, { "content-length": 9e15 }).flushHeaders();
    };
    const options = await serving({ [PATH]: [huge] });
    await expect(pullEntry(model({ bytes: 9e15 }), options)).rejects.toMatchObject({
      code: "expert_unavailable",
      message: expect.stringMatching(/^The disk is full: .* needs 9000000000000000 bytes more, and \d+ are free\.$/),
    });
  });

  it.runIf(process.platform === "linux")("is told where it fills on the way", async () => {
    await mkdir(join(folder, "tiny", "onnx"), { recursive: true });
    await symlink("/dev/full", `${target()}.part`);
    const options = await serving({ [PATH]: [whole(BYTES)] });
    await expect(pullEntry(model(), options)).rejects.toThrow("The disk is full: ");
  });
});

describe("an unpinned file", () => {
  const unpinned = { sha256: null, bytes: null };

  it("is held to what the first pull got, until the model is removed", async () => {
    const options = await serving({ [PATH]: [whole(BYTES), whole(OTHER)] });
    expect((await pullEntry(model(unpinned), options)).unpinned).toEqual({ "onnx/model.onnx": sha256Of(BYTES) });
    expect(await readFile(`${target()}.sha256`, "utf8")).toBe(`${sha256Of(BYTES)}  model.onnx\n`);
    await rm(target());
    await expect(pullEntry(model(unpinned), options)).rejects.toThrow(`instead of ${sha256Of(BYTES)}`);
    await rm(join(folder, "tiny"), { recursive: true });
    expect((await pullEntry(model(unpinned), options)).unpinned).toEqual({ "onnx/model.onnx": sha256Of(OTHER) });
  });

  it("is gone on with by the next pull where the server still has that version, and begun anew where it has another", async () => {
    const gone: Answer = (_request, response) => {
      response.destroy();
    };
    const breaking = [brokenAfter(100_000, BYTES, arrived), gone, gone, gone];
    const options = await serving({ [PATH]: [...breaking, whole(BYTES), ...breaking, whole(OTHER, '"v2"')] });
    for (const [bytes, asks] of [
      [BYTES, 5],
      [OTHER, 10],
    ] as const) {
      await expect(pullEntry(model(unpinned), options)).rejects.toMatchObject({ code: "upstream_failed" });
      expect(await left()).toEqual([expect.stringMatching(/^model\.onnx\.[0-9a-f]{12}\.[\w-]+\.part$/)]);
      const long = new Date(Date.now() - 2 * ABANDONED_AFTER_MS);
      for (const name of await left()) await utimes(join(folder, "tiny", "onnx", name), long, long);
      await pullEntry(model(unpinned), options);
      expect(server?.requests).toHaveLength(asks);
      expect(server?.requests.at(-1)).toMatch(/ bytes=[1-9]\d*-$/);
      expect(sha256Of(await readFile(target()))).toBe(sha256Of(bytes));
      expect(await left()).toEqual(["model.onnx", "model.onnx.sha256"]);
      await rm(join(folder, "tiny"), { recursive: true });
    }
  });

  it("is not put together where a server goes on with another version unasked", async () => {
    const other: Answer = ({ headers }, response) => {
      const start = Number(/^bytes=(\d+)-$/.exec(headers.range ?? "")?.[1]);
      const range = `bytes ${start}-${OTHER.length - 1}/${OTHER.length}`;
      response.writeHead(206, { etag: '"v2"', "content-range": range }).end(OTHER.subarray(start));
    };
    const options = await serving({ [PATH]: [brokenAfter(100_000, BYTES, arrived), other, whole(OTHER, '"v2"')] });
    await pullEntry(model(unpinned), options);
    expect(sha256Of(await readFile(target()))).toBe(sha256Of(OTHER));
  });

  it("is never put together of two versions", async () => {
    const options = await serving({ [PATH]: [brokenAfter(100_000, BYTES, arrived), whole(OTHER, '"v2"')] });
    await pullEntry(model(unpinned), options);
    expect(sha256Of(await readFile(target()))).toBe(sha256Of(OTHER));
  });

  it("goes on where it broke off as long as the version is the same", async () => {
    const options = await serving({ [PATH]: [brokenAfter(100_000, BYTES, arrived), whole(BYTES)] });
    await pullEntry(model(unpinned), options);
    expect(server?.requests[1]).toMatch(/ bytes=[1-9]/);
    expect(sha256Of(await readFile(target()))).toBe(sha256Of(BYTES));
  });
});
