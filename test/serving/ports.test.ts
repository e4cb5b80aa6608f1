import { createServer, type Server } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { composeService } from "../../src/compose.js";
import { readSettings } from "../../src/config/read.js";
import { requireFreePorts } from "../../src/serving/ports.js";
import { freePort } from "../support/redis.js";

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

async function takenPort(): Promise<number> {
  const server = createServer();
  open.push(server);
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return port;
}

describe("the ports of a service", () => {
  it("are free, or any", async () => {
    const ports = { HTTP: await freePort(), gRPC: 0 };
    await requireFreePorts("127.0.0.1", ports);
    await requireFreePorts("127.0.0.1", ports);
    await requireFreePorts("127.0.0.1", { HTTP: 0, gRPC: 0 });
  });

  it.each(["HTTP", "gRPC"] as const)("are told where the one for %s is taken, and how to name another", async (protocol) => {
    const port = await takenPort();
    await expect(requireFreePorts("127.0.0.1", { HTTP: 0, gRPC: 0, [protocol]: port })).rejects.toMatchObject({
      code: "invalid_request",
      message: `${protocol} cannot listen on 127.0.0.1:${port}: the port is taken; name another with --${protocol.toLowerCase()}-port, 0 picks a free one.`,
    });
  });

  it("are two", async () => {
    const port = await freePort();
    await expect(requireFreePorts("127.0.0.1", { HTTP: port, gRPC: port })).rejects.toMatchObject({ faults: [{ path: "--grpc-port" }] });
  });

  it("are looked at before a model is", async () => {
    const [http_port, detector] = [String(await takenPort()), "file:/nowhere/model.onnx"];
    const settings = readSettings({ flags: { http_port, detector, grpc_port: "0" }, environment: {} });
    await expect(composeService(settings)).rejects.toThrow(`HTTP cannot listen on 127.0.0.1:${http_port}: the port is taken`);
  });
});
