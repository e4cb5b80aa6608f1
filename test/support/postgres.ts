/** PostgreSQL servers for tests, each in a folder of its own. The server refuses to run as root: then it runs as the user postgres. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { describe } from "vitest";
import { freePort } from "./redis.js";
import { type Restartable, restartable } from "./restartable.js";

export interface TestPostgres extends Restartable {
  readonly url: string;
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
  return { url, ...(await restartable(start, { crash: killAll, leave: "SIGINT" })) };
}

/**
 * Kills the server with the processes that it has begun, each of which leads a group of its own: what is left is its postmaster.pid, and a
 * shared memory that the next start finds to be nobody's. It is halted first, so that it begins no further one.
 */
async function killAll({ pid }: ChildProcess): Promise<void> {
  if (pid === undefined) return;
  process.kill(pid, "SIGSTOP");
  const begun = livingChildrenOf(pid);
  for (const one of [...begun, pid]) process.kill(one, "SIGKILL");
  while (begun.some(isLiving)) await new Promise((resolve) => setTimeout(resolve, 5));
}

function livingChildrenOf(parent: number): readonly number[] {
  const all = readdirSync("/proc").map(Number).filter(Number.isInteger);
  return all.filter((pid) => standOf(pid)?.parent === parent && isLiving(pid));
}

/** One that has ended may stand there for as long as nobody asks how. */
function isLiving(pid: number): boolean {
  return !["Z", "X", undefined].includes(standOf(pid)?.state);
}

/** By /proc/PID/stat, "PID (name) STATE PARENT …", whose name may hold anything; null where there is no such process. */
function standOf(pid: number): { readonly state: string | undefined; readonly parent: number } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { state, parent: Number(parent) };
  } catch {
    return null;
  }
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
