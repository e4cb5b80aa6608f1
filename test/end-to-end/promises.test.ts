/** Every promise on every door, and that none is left without its proof. */
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Door } from "../../src/serving/door.js";
import { listenGrpc } from "../../src/serving/grpc/server.js";
import { createHttpApp } from "../../src/serving/http/app.js";
import type { WireReport } from "../../src/wire/report-schema.js";
import { type CorrectionClient, correctionClient } from "../support/grpc-client.js";
import { beachDetector, deskFor, yaffleSeeing } from "../support/serving.js";
import { type Call, commandLineDoor, grpcDoor, jsonDoor, libraryDoor, multipartDoor } from "./doors.js";
import { DOORS, type DoorName, PROMISES, type Samples } from "./promises.js";

const proofs = new Set<string>();
let samples: Samples;
let calls: Readonly<Record<DoorName, Call>>;
let server: Door;
let client: CorrectionClient;

beforeAll(async () => {
  samples = { jpeg: await madeJpeg(7), other: await madeJpeg(90) };
  const yaffle = yaffleSeeing(slowAboutDogs());
  const app = createHttpApp(deskFor(yaffle));
  server = await listenGrpc(deskFor(yaffle), "127.0.0.1", 0);
  client = correctionClient(server.address);
  calls = {
    library: libraryDoor(yaffle),
    "command line": commandLineDoor(yaffle),
    "http json": jsonDoor(app),
    "http multipart": multipartDoor(app),
    grpc: grpcDoor(client),
  };
});

afterAll(() => {
  client.close();
  server.cut();
});

describe.each(DOORS)("by %s", (door) => {
  const due = PROMISES.filter(({ exempt }) => exempt?.[door] === undefined);
  it.each(due)("$name", async ({ name, given, holds }) => {
    holds(await calls[door](given(samples)));
    proofs.add(`${door}: ${name}`);
  });
});

it("every door gives the same report, but for its id and timings", async () => {
  const reports = await Promise.all(
    DOORS.map(async (door) => {
      const outcome = await calls[door]({
        task: "correct",
        images: [samples.jpeg, samples.other],
        response: "Two chairs, a red dog and a cat on the left.",
      });
      if (!("report" in outcome)) throw new Error(`${door} refused: ${JSON.stringify(outcome)}`);
      return sameForAll(outcome.report);
    }),
  );
  for (const report of reports) expect(report).toEqual(reports[0]);
  expect(reports[0]?.claims.length).toBeGreaterThan(3);
});

it("no promise is without a proof on a door that is not exempt", () => {
  const due = PROMISES.flatMap(({ name, exempt }) =>
    DOORS.filter((door) => exempt?.[door] === undefined).map((door) => `${door}: ${name}`),
  );
  expect([...proofs].toSorted()).toEqual(due.toSorted());
});

function sameForAll({ id: _, timings_ms: __, ...report }: WireReport): Omit<WireReport, "id" | "timings_ms"> {
  return report;
}

/** A detector that never comes back from looking for a dog, unless the caller gives up. */
function slowAboutDogs(): ReturnType<typeof beachDetector> {
  const beach = beachDetector();
  return {
    ...beach,
    detect: async (picture, request, signal) => {
      const isForever = request.targets.length > 0 && request.targets.every(({ category }) => category === "dog");
      if (isForever)
        await new Promise((_resolve, reject) => signal?.addEventListener("abort", () => reject(signal.reason), { once: true }));
      return beach.detect(picture, request, signal);
    },
  };
}

function madeJpeg(shade: number): Promise<Buffer> {
  const pixels = Buffer.from(Array.from({ length: 96 * 64 * 3 }, (_, index) => (index * 31 + (index >> 7) * shade) % 256));
  return sharp(pixels, { raw: { width: 96, height: 64, channels: 3 } })
    .jpeg()
    .toBuffer();
}
