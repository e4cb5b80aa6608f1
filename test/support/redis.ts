/** Redis servers for tests: each in a folder of its own, with what it was told written down as it comes. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { describe } from "vitest";
import { type Restartable, restartable } from "./restartable.js";

export interface TestRedis extends Restartable {
  readonly url: string;
}

export type UsedRedis = Pick<TestRedis, "url" | "stop">;

/** The server that YAFFLE_TEST_REDIS names, else one of the test's own. For tests that keep to keys of their own and end no server. */
export async function redisToUse(): Promise<UsedRedis> {
  const { YAFFLE_TEST_REDIS: url } = process.env;
  return url === undefined ? startRedis() : { url, stop: async () => undefined };
}

/** A suite that needs Redis; without the server it is skipped, and says why. */
export function describeWithRedis(name: string, define: () => void): void {
  if (hasRedis()) describe(name, define);
  else {
    console.warn(`skipped: ${name} (redis-server is not installed)`);
    describe.skip(`${name} (redis-server is not installed)`, () => {});
  }
}

function hasRedis(): boolean {
  try {
    execFileSync("redis-server", ["--version"]);
    return true;
  } catch {
    return false;
  }
}

/** Append-only, and written to the disk with every command: a crash loses nothing that was answered. */
export async function startRedis(): Promise<TestRedis> {
  const folder = mkdtempSync(join(tmpdir(), "yaffle-redis-"));
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  const words = ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, "--save", "", "--appendonly", "yes"];
  const start = async (): Promise<ChildProcess> => {
    const child = spawn("redis-server", [...words, "--appendfsync", "always"], { stdio: "ignore" });
    await untilReady(url);
    return child;
  };
  return { url, ...(await restartable(start, { crash: (child) => void child.kill("SIGKILL"), leave: "SIGTERM" })) };
}

async function untilReady(url: string): Promise<void> {
  const redis = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 20 });
  redis.on("error", () => undefined);
  await redis.ping();
  redis.disconnect();
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address !== null && typeof address === "object" ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}
