import { once } from "node:events";
import { type ClientHttp2Stream, connect, constants } from "node:http2";
import { Client, credentials, status } from "@grpc/grpc-js";
import sharp from "sharp";
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Door } from "../../src/serving/door.js";
import { CORRECTION_SERVICE, loadProtos, serviceOf } from "../../src/serving/grpc/protos.js";
import { textFaults } from "../../src/serving/grpc/request-message.js";
import { listenGrpc } from "../../src/serving/grpc/server.js";
import type { FakeDetector } from "../support/fake-detector.js";
import { type CorrectionClient, correctionClient, reasonIn } from "../support/grpc-client.js";
import { beachDetector, deskFor, MAX_BODY_BYTES, type TestDesk, yaffleSeeing } from "../support/serving.js";

const jpeg = await sharp({ create: { width: 32, height: 24, channels: 3, background: "#886644" } })
  .jpeg()
  .toBuffer();
const message = { images: [{ data: jpeg }], response: "There are two chairs." };

const toClose: { close(): void }[] = [];
afterEach(() => {
  for (const one of toClose.splice(0)) one.close();
});

interface Opened {
  readonly desk: TestDesk;
  readonly door: Door;
  readonly client: CorrectionClient;
}

async function opened(detector: FakeDetector = beachDetector(), limits = {}): Promise<Opened> {
  const desk = deskFor(yaffleSeeing(detector), limits);
  const door = await listenGrpc(desk, "127.0.0.1", 0);
  const client = correctionClient(door.address);
  toClose.push(client, { close: door.cut });
  return { desk, door, client };
}

/** A call that has sent its headers and nothing else. */
function begun({ address }: Door): ClientHttp2Stream {
  const session = connect(`http://${address}`);
  toClose.push({ close: () => session.destroy() });
  const call = session.request(
    { ":method": "POST", ":path": `/${CORRECTION_SERVICE}/Correct`, "content-type": "application/grpc", te: "trailers" },
    { endStream: false },
  );
  call.on("error", () => undefined);
  return call;
}

/** Where a call ends before an answer has begun, its status stands in the headers. */
async function reasonOf(call: ClientHttp2Stream): Promise<string> {
  const [headers] = z
    .tuple([z.looseObject({ "grpc-status-details-bin": z.string() })])
    .rest(z.unknown())
    .parse(await once(call, "response"));
  return reasonIn(Buffer.from(headers["grpc-status-details-bin"], "base64"));
}

function healthOf({ door }: Opened, service: string): Promise<unknown> {
  const { Check: method } = serviceOf(loadProtos(), "grpc.health.v1.Health");
  if (method === undefined) throw new Error("no health check");
  const client = new Client(door.address, credentials.createInsecure());
  toClose.push(client);
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(method.path, method.requestSerialize, method.responseDeserialize, { service }, (error, reply) => {
      if (error === null) resolve(reply);
      else reject(error);
    });
  });
}

describe("gRPC", () => {
  it("says by the standard health service whether it is ready", async () => {
    const one = await opened();
    expect(await healthOf(one, "")).toMatchObject({ status: "NOT_SERVING" });
    one.desk.readiness.enter("ready");
    expect(await healthOf(one, CORRECTION_SERVICE)).toMatchObject({ status: "SERVING" });
    one.desk.readiness.enter("leaving");
    expect(await healthOf(one, "")).toMatchObject({ status: "NOT_SERVING" });
  });

  it("describes itself by reflection", async () => {
    const { door } = await opened();
    const client = new Client(door.address, credentials.createInsecure());
    toClose.push(client);
    const raw = (bytes: Buffer): Buffer => bytes;
    const path = "/grpc.reflection.v1.ServerReflection/ServerReflectionInfo";
    const names = await new Promise<string>((resolve, reject) => {
      const call = client.makeBidiStreamRequest(path, raw, raw);
      call.on("data", (bytes: Buffer) => resolve(bytes.toString("latin1")));
      call.on("error", reject);
      // list_services = 7, any text
      call.end(Buffer.from([0x3a, 0x01, 0x2a]));
    });
    expect(names).toContain("yaffle.v1.CorrectionService");
    expect(names).toContain("grpc.health.v1.Health");
  });

  it.each([1, 40_000_000])("refuses a message over the limit by %d bytes, with its reason", async (beyond) => {
    const { client, desk } = await opened();
    const large = { images: [{ data: Buffer.alloc(MAX_BODY_BYTES + beyond) }], response: "A dog." };
    expect(await client.call("Correct", large, null)).toMatchObject({ code: "request_too_large", retryable: false });
    expect(desk.lines).toMatchObject([{ code: "request_too_large", method: "yaffle.v1.CorrectionService/Correct" }]);
    await expect.poll(() => desk.admission.present).toBe(0);
  });

  it("refuses a message that is over the limit once it is unpacked", async () => {
    const { door } = await opened();
    const client = correctionClient(door.address, CORRECTION_SERVICE, { "grpc.default_compression_algorithm": 2 });
    toClose.push(client);
    const large = { images: [{ data: Buffer.alloc(4 * MAX_BODY_BYTES) }], response: "A dog." };
    expect(await client.call("Correct", large, null)).toMatchObject({ code: "request_too_large" });
    expect(await client.call("Correct", message, null)).toMatchObject({ report: { changed: false } });
  });

  it("refuses a message of gigabytes by its first five bytes", async () => {
    const { door } = await opened();
    const call = begun(door);
    call.write(Buffer.from([0, 0xff, 0xff, 0xff, 0xff]));
    expect(await reasonOf(call)).toBe("request_too_large");
  });

  it("gives a seat by the first header, before anything of the message is read, and takes it back where none comes", async () => {
    const { door, desk } = await opened(beachDetector(), { maxConcurrent: 1, maxQueued: 0 });
    const first = begun(door);
    await expect.poll(() => desk.admission.present).toBe(1);
    expect(await reasonOf(begun(door))).toBe("overloaded");
    first.close(constants.NGHTTP2_CANCEL);
    await expect.poll(() => desk.admission.present).toBe(0);
    await expect.poll(() => desk.lines.map(({ code }) => code)).toEqual(["overloaded", "cancelled"]);
  });

  it.each([
    ["reset before its message", [], (call: ClientHttp2Stream) => call.close(constants.NGHTTP2_CANCEL)],
    ["reset within its message", [0, 0, 0, 1, 0, 1, 2, 3], (call: ClientHttp2Stream) => call.close(constants.NGHTTP2_CANCEL)],
    ["cut off before its message", [], (call: ClientHttp2Stream) => call.session?.destroy()],
    ["cut off within its message", [0, 0, 0, 1, 0, 1, 2, 3], (call: ClientHttp2Stream) => call.session?.destroy()],
  ] as const)("counts a call as cancelled that is %s", async (_, bytes, tear) => {
    const { door, desk } = await opened();
    const call = begun(door);
    if (bytes.length > 0) call.write(Buffer.from(bytes));
    await expect.poll(() => desk.admission.present).toBe(1);
    tear(call);
    await expect.poll(() => desk.lines).toMatchObject([{ transport: "grpc", code: "cancelled", status: 1 }]);
    expect(desk.admission.present).toBe(0);
  });

  it("does not wait for ever for a message", async () => {
    const desk = deskFor(yaffleSeeing(beachDetector()));
    const door = await listenGrpc(desk, "127.0.0.1", 0, 50);
    toClose.push({ close: door.cut });
    const call = begun(door);
    call.write(Buffer.from([0, 0, 0, 1, 0, 1, 2, 3]));
    expect(await reasonOf(call)).toBe("deadline_exceeded");
    expect(desk.admission.present).toBe(0);
  });

  it("says what is wrong with a call that has no message", async () => {
    const { door } = await opened();
    const call = begun(door);
    call.end();
    expect(await reasonOf(call)).toBe("invalid_request");
  });

  it("takes messages beyond the four mebibytes of gRPC", async () => {
    const desk = { ...deskFor(yaffleSeeing(beachDetector())), maxBodyBytes: 8_000_000 };
    const door = await listenGrpc(desk, "127.0.0.1", 0);
    const client = correctionClient(door.address);
    toClose.push(client, { close: door.cut });
    const padded = Buffer.concat([jpeg, Buffer.alloc(5_000_000)]);
    expect(await client.call("Correct", { ...message, images: [{ data: padded }] }, null)).toMatchObject({ report: { changed: false } });
  });

  it("refuses the request too many", async () => {
    let release = (): void => undefined;
    const hold = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { client, desk } = await opened(beachDetector(hold), { maxConcurrent: 1, maxQueued: 0 });
    const accepted = client.call("Correct", message, null);
    await expect.poll(() => desk.admission.present).toBe(1);
    expect(await client.call("Correct", message, null)).toMatchObject({ code: "overloaded", retryable: true });
    release();
    expect(await accepted).toMatchObject({ report: { changed: false } });
  });

  it("carries the caller's deadline to the experts", async () => {
    let wasAborted = (): void => undefined;
    const aborted = new Promise<void>((resolve) => {
      wasAborted = resolve;
    });
    const detector: FakeDetector = {
      ...beachDetector(),
      detect: (_picture, _request, signal) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener("abort", () => {
            wasAborted();
            reject(signal.reason);
          });
        }),
    };
    const { client, desk } = await opened(detector);
    // The caller's library ends the call by its own clock, the service by its own: whichever is first.
    const call = client.call("Correct", message, null, { deadline: Date.now() + 300 }).catch((error: Error) => error.message);
    expect(JSON.stringify(await call)).toMatch(/no details: 4 DEADLINE_EXCEEDED|deadline_exceeded/);
    await aborted;
    await expect
      .poll(() => desk.lines)
      .toMatchObject([{ transport: "grpc", code: expect.stringMatching(/^(?:cancelled|deadline_exceeded)$/) }]);
    await expect.poll(() => desk.admission.present).toBe(0);
  });

  it("hides what went wrong inside, and logs it", async () => {
    const desk = deskFor({ ...yaffleSeeing(beachDetector()), verify: () => Promise.reject(new Error("secret")) });
    const door = await listenGrpc(desk, "127.0.0.1", 0);
    const client = correctionClient(door.address);
    toClose.push(client, { close: door.cut });
    const outcome = await client.call("Verify", message, null);
    expect(outcome).toMatchObject({ code: "internal" });
    expect(JSON.stringify(outcome)).not.toContain("secret");
    expect(desk.lines).toMatchObject([
      { method: "yaffle.v1.CorrectionService/Verify", status: status.INTERNAL, err: { message: "secret" } },
    ]);
  });

  it("is told of an address that is taken", async () => {
    const { door, desk } = await opened();
    const port = z.coerce.number().parse(door.address.split(":")[1]);
    await expect(listenGrpc(desk, "127.0.0.1", port)).rejects.toMatchObject({ code: "invalid_request" });
  });
});

describe("the text of a message", () => {
  it("is looked at as bytes", () => {
    const encode = (field: number, bytes: readonly number[]): readonly number[] => [(field << 3) | 2, bytes.length, ...bytes];
    expect(textFaults(Buffer.from([...encode(3, [0x41]), ...encode(2, [0xff]), ...encode(4, [0xc3, 0xa9])]))).toEqual([]);
    expect(textFaults(Buffer.from([...encode(3, [0xff]), ...encode(4, [0xc3])])).map(({ path }) => path)).toEqual(["response", "prompt"]);
  });
});
