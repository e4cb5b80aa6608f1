/** What a detector of several, or on a server, does where one is not there. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { composeYaffle } from "../../../src/compose.js";
import { type OpenDetectorOptions, openDetector } from "../../../src/experts/detector/open.js";
import { ensureModel } from "../../../src/registry/models.js";
import { type OnnxSession, openSession } from "../../../src/runtime/onnx/session.js";
import { reportSchema } from "../../../src/wire/report-schema.js";
import { runCommand } from "../../support/command-line.js";
import { type InferenceServer, serveModels } from "../../support/inference-server.js";
import { TEST_MODELS_FOLDER } from "../../support/models-folder.js";
import { madePicture, pictureUri } from "../../support/pictures.js";

const LOST = "inference:127.0.0.1:1/centernet-coco";
const REFUSED = /^The model server 127\.0\.0\.1:1 failed: .*ECONNREFUSED 127\.0\.0\.1:1\.$/;
const ASK = { targets: [{ category: "dog", classes: ["dog"] }], effort: "glance" } as const;
const STACK = /^\s+at /m;

let session: OnnxSession;
let server: InferenceServer;
const serve = (port: number): Promise<InferenceServer> => serveModels({ "centernet-coco": { session } }, port);

beforeAll(async () => {
  session = await openSession((await ensureModel("centernet-coco", TEST_MODELS_FOLDER)).bytes, { threads: 1, workers: 0 });
  server = await serve(0);
});
afterAll(async () => {
  await server.close();
  await session.close();
});

function opening(spec: string) {
  const told: string[] = [];
  const time = { nowMs: 0 };
  const options: OpenDetectorOptions = {
    modelsFolder: TEST_MODELS_FOLDER,
    threads: 1,
    workers: 0,
    batch: { maxPixels: 1_000_000, maxDelayMs: 1 },
    cacheMaxBytes: 1_000_000,
    clock: { nowMs: () => time.nowMs },
    onCall: () => {},
    onMissing: ({ role, model }) => told.push(`missing ${role} ${model}`),
    onFound: (model) => told.push(`found ${model}`),
  };
  return { told, time, open: () => openDetector(spec, options) };
}

describe("a detector on a server that is down at the start", () => {
  it("is opened all the same, and found without a restart when the server has come", async () => {
    await server.close();
    const spec = `inference:${server.address}/centernet-coco`;
    const { told, time, open } = opening(spec);
    const detector = await open();
    expect(detector.facts).toEqual({ id: "centernet-coco", role: "detector", sha256: null, device: "remote" });
    const picture = madePicture(64, 64);
    await expect(detector.detect(picture, ASK)).rejects.toMatchObject({ code: "expert_unavailable" });
    server = await serve(server.port);
    time.nowMs = 1_000;
    expect((await detector.detect(picture, ASK)).map(({ category }) => category)).toEqual(["dog"]);
    expect(told).toEqual([`missing detector ${spec}`, `found ${spec}`]);
    await detector.close();
  });

  it("as one of two leaves the other's word, says that it is missing, and has its own word when it has come", async () => {
    const alone = await opening("centernet-coco").open();
    const both = await opening(`centernet-coco+inference:${server.address}/centernet-coco`).open();
    const picture = madePicture(64, 64);
    const [single] = await alone.detect(picture, ASK);
    const [joined] = await both.detect(picture, ASK);
    await Promise.all([alone.close(), both.close()]);
    await server.close();
    const { time, open } = opening(`centernet-coco+inference:${server.address}/centernet-coco`);
    const pair = await open();
    const message = expect.stringContaining(`The model server ${server.address} failed: `);
    expect(await pair.detect(picture, ASK)).toEqual([
      { ...single, unheard: [{ expert: "centernet-coco", code: "expert_unavailable", message }] },
    ]);
    server = await serve(server.port);
    time.nowMs = 1_000;
    expect(await pair.detect(picture, ASK)).toEqual([joined]);
    await pair.close();
  });

  it.each([
    ["centernet-coco+file:no-such.onnx", "invalid_request"],
    ["centernet-coco+no-such-model", "not_found"],
    ["centernet-coco+inference:no-such", "invalid_request"],
    [`${LOST}+file:no-such.onnx`, "invalid_request"],
    [LOST.replace("centernet-coco", "smolvlm-256m"), "invalid_request"],
    ["owlv2-base", "expert_unavailable"],
  ])("makes no error of the settings passable: %s", async (spec, code) => {
    await expect(opening(spec).open()).rejects.toMatchObject({ code });
  });
});

describe("a correction", () => {
  const correct = async (detector: string, response = "An elephant stands beside a giraffe.") => {
    const options = ["--models-dir", TEST_MODELS_FOLDER, "--text-reader", "none", "--workers", "0", "--detector", detector, "--json"];
    const run = await runCommand(["correct", "--image", await pictureUri(), "--response", response, ...options], {
      openYaffle: composeYaffle,
    });
    expect({ exitCode: run.exitCode, error: run.error }).toEqual({ exitCode: 0, error: "" });
    expect(run.out).not.toMatch(STACK);
    return reportSchema.parse(JSON.parse(run.out));
  };

  it("has the other half's verdicts where one half's server is down, and names the missing one", async () => {
    const half = await correct("centernet-coco");
    const pair = await correct("centernet-coco+inference:127.0.0.1:1/x");
    expect(pair.claims.map(({ verdict, probability }) => ({ verdict, probability }))).toEqual(
      half.claims.map(({ verdict, probability }) => ({ verdict, probability })),
    );
    expect(pair.summary.refuted).toBeGreaterThan(0);
    expect(pair.degraded).toContainEqual(expect.stringMatching(new RegExp(`^x: ${REFUSED.source.slice(1)}`)));
  });

  it("is given where one half was not pulled, and says how to get it", async () => {
    const { degraded, summary } = await correct("centernet-coco+owlv2-base");
    expect(summary.refuted).toBeGreaterThan(0);
    expect(degraded).toContainEqual(expect.stringMatching(/^owlv2-base: .*Run `yaffle models pull owlv2-base`\.$/));
  });

  it("leaves every claim open where the only detector's server is down, and refutes nothing", async () => {
    const { claims, changed, degraded } = await correct(LOST);
    expect(changed).toBe(false);
    expect(new Set(claims.map(({ verdict, because }) => `${verdict} ${because}`))).toEqual(new Set(["unverifiable expert_unavailable"]));
    expect(claims[0]?.reason).toBe('No detector could look for "elephant": it is not available.');
    expect(degraded).toContainEqual(expect.stringMatching(new RegExp(`^centernet-coco: ${REFUSED.source.slice(1)}`)));
  });

  it("names each where none of two is there", async () => {
    const { degraded } = await correct("inference:127.0.0.1:1/x+inference:127.0.0.1:2/y");
    expect(degraded.filter((line) => /127\.0\.0\.1:1 failed.*127\.0\.0\.1:2 failed/.test(line))).toHaveLength(1);
  });
});
