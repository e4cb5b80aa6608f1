/** PostgreSQL servers for tests, each in a folder of its own. The server refuses to run as root: then it runs as the user postgres. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { describe } from "vitest";
import { freePort } from "./redis.js";

export interface TestPostgres {
  readonly url: string;
  /** Ends it at once, as a crash would, and starts it again on what is on its disk. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const DEBIAN = "/usr/lib/postgresql";

/** A suite that needs PostgreSQL; without the server it is skipped, and says why. */
export function describeWithPostgres(name: string, define: () => void): void {
  if (programs() !== null) describe(name, define);
  else {
    console.warn(`skipped: ${name} (PostgreSQL's server is not installed)`);
    describe.skip(`${name} (PostgreSQL's server is not installed)`, () => {});
  }
}

/** The folder of initdb and postgres; null where they are not installed. */
function programs(): string | null {
  if (!existsSync(DEBIAN)) return null;
  const found = readdirSync(DEBIAN).map((version) => join(DEBIAN, version, "bin"));
  return found.find((folder) => existsSync(join(folder, "postgres"))) ?? null;
}

/** Whom the server runs as: root may not. */
function user(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string): number => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

export async function startPostgres(): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), "yaffle-postgres-"));
  chmodSync(folder, 0o777);
  const bin = programs() ?? "";
  const data = join(folder, "data");
  const as = user();
  execFileSync(join(bin, "initdb"), ["-D", data, "-U", "yaffle", "--auth=trust", "--no-sync"], { ...as, cwd: folder, stdio: "ignore" });
  const port = await freePort();
  const url = `postgres://yaffle@127.0.0.1:${port}/postgres`;
  const words = ["-D", data, "-p", String(port), "-c", "listen_addresses=127.0.0.1", "-c", `unix_socket_directories=${folder}`];
  const start = async (): Promise<ChildProcess> => {
    const child = spawn(join(bin, "postgres"), words, { ...as, cwd: folder, stdio: "ignore" });
    await untilReady(url, child);
    return child;
  };
  let child = await start();
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const closed = new Promise((resolve) => child.once("close", resolve));
    child.kill(signal);
    await closed;
  };
  return {
    url,
    restart: async () => {
      // SIGQUIT is its own "as if it had crashed": a kill would leave its other processes behind.
      await end("SIGQUIT");
      child = await start();
    },
    stop: () => end("SIGINT"),
  };
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`PostgreSQL ended with ${child.exitCode}`);
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      return await client.end();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
