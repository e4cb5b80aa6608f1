import sharp from "sharp";
import request from "supertest";
import { describe, expect, it } from "vitest";
import { YaffleError } from "../../src/domain/error.js";
import { type ServiceSettings, startService } from "../../src/serving/service.js";
import { createLog, type Logger } from "../../src/telemetry/log.js";
import { beachDetector, clock, yaffleSeeing } from "../support/serving.js";

const settings: ServiceSettings = {
  host: "127.0.0.1",
  httpPort: 0,
  grpcPort: 0,
  maxBodyBytes: 1_000_000,
  timeoutMs: 60_000,
  shutdownTimeoutMs: 60_000,
  maxConcurrent: 2,
  maxQueued: 2,
};

function recorded(): { readonly log: Logger; readonly lines: Readonly<Record<string, unknown>>[] } {
  const lines: Readonly<Record<string, unknown>>[] = [];
  return { lines, log: createLog("info", { write: (line: string) => lines.push(JSON.parse(line)) }) };
}

/** Unlike the warm-up's picture, and large enough to be looked at. */
const SIDE = 40;

async function square(): Promise<string> {
  const picture = sharp({ create: { width: SIDE, height: SIDE, channels: 3, background: "#808080" } });
  return (await picture.png().toBuffer()).toString("base64");
}

describe("the service", () => {
  it("warms its experts up, and says where it is in one line", async () => {
    const detector = beachDetector();
    const { log, lines } = recorded();
    const service = await startService({ yaffle: yaffleSeeing(detector), log, clock }, settings);
    expect(detector.calls.length).toBe(1);
    expect(lines).toMatchObject([{ msg: "ready", http: service.httpAddress, grpc: service.grpcAddress }]);
    expect(service.httpAddress).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*$/);
    expect((await request(service.httpAddress).get("/readyz")).body).toEqual({ status: "ready" });
    await service.stop();
    await service.stop();
    expect(detector.closings).toBe(1);
    await expect(request(service.httpAddress).get("/livez")).rejects.toThrow("ECONNREFUSED");
  });

  it("finishes what it accepted before it leaves", async () => {
    let release = (): void => undefined;
    const hold = new Promise<void>((resolve) => {
      release = resolve;
    });
    const detector = beachDetector();
    let hasStarted = false;
    /** Warm as ever, slow about the request's picture. */
    const detect: typeof detector.detect = async (picture, asked, signal) => {
      if (picture.width === SIDE) {
        hasStarted = true;
        await hold;
      }
      return detector.detect(picture, asked, signal);
    };
    const service = await startService({ yaffle: yaffleSeeing({ ...detector, detect }), log: recorded().log, clock }, settings);
    const correcting = request(service.httpAddress)
      .post("/v1/correct")
      .send({ image: { base64: await square() }, response: "There is a chair." });
    const answer = correcting.then(({ status }) => status);
    await expect.poll(() => hasStarted).toBe(true);
    const stopped = service.stop();
    release();
    expect(await answer).toBe(200);
    await stopped;
  });

  it("does not start beyond this machine", async () => {
    const starting = startService({ yaffle: yaffleSeeing(beachDetector()), log: recorded().log, clock }, { ...settings, host: "0.0.0.0" });
    await expect(starting).rejects.toMatchObject({ code: "invalid_request" });
  });

  it("does not start where warming up fails, and leaves nothing open", async () => {
    const detector = beachDetector();
    const yaffle = { ...yaffleSeeing(detector), warmUp: () => Promise.reject(new YaffleError("expert_unavailable", "It is broken.")) };
    await expect(startService({ yaffle, log: recorded().log, clock }, settings)).rejects.toThrow("It is broken.");
    expect(detector.closings).toBe(1);
  });

  it("gives up starting when it is told to leave, and leaves nothing open", async () => {
    const detector = beachDetector();
    const telling = new AbortController();
    const { log, lines } = recorded();
    const reason = new YaffleError("cancelled", "Asked to leave.");
    const yaffle = { ...yaffleSeeing(detector), warmUp: async () => telling.abort(reason) };
    await expect(startService({ yaffle, log, clock }, settings, telling.signal)).rejects.toBe(reason);
    expect(detector.closings).toBe(1);
    expect(lines.map(({ msg }) => msg)).toEqual(["leaving", "left"]);
  });

  it("says which port is taken", async () => {
    const service = await startService({ yaffle: yaffleSeeing(beachDetector()), log: recorded().log, clock }, settings);
    const httpPort = Number(new URL(service.httpAddress).port);
    const second = startService({ yaffle: yaffleSeeing(beachDetector()), log: recorded().log, clock }, { ...settings, httpPort });
    await expect(second).rejects.toThrow(`HTTP cannot listen on 127.0.0.1:${httpPort}`);
    await service.stop();
  });
});
