/** Three workers and one audit on a shared queue: a worker is killed and the server crashes in the middle, and each row is there once. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freshFolder, linesOf, resultsSchema, writePicture, writeRows, writtenIds } from "../../support/audit.js";
import { describeWithPostgres, startPostgres } from "../../support/postgres.js";
import { lineWith, type Running, startYaffle } from "../../support/processes.js";
import { describeWithRedis, startRedis, type TestRedis } from "../../support/redis.js";

const ROWS = 1500;
const LOOK_MS = 15;

type StartServer = () => Promise<TestRedis>;

describeWithRedis("three workers on one audit, on Redis", () => describeWorkers(startRedis));
describeWithPostgres("three workers on one audit, on PostgreSQL", () => describeWorkers(startPostgres));

function describeWorkers(startServer: StartServer): void {
  const folder = freshFolder();
  const running: Running[] = [];
  let server: TestRedis | null = null;
  const start = (lookMs: number, words: readonly string[]): Running => {
    const one = startYaffle(lookMs, [...words, "--queue", server?.url ?? ""]);
    running.push(one);
    return one;
  };
  const worker = async (): Promise<Running> => {
    const one = start(LOOK_MS, ["work", "--concurrency", "2"]);
    await lineWith(one, '"working"');
    return one;
  };
  beforeAll(async () => {
    server = await startServer();
    await writePicture(folder, "one.png");
  });
  afterAll(async () => {
    for (const { child } of running) child.kill("SIGKILL");
    await server?.stop();
  });

  const rows = Array.from({ length: ROWS }, (_, index) => ({
    id: `row-${index}`,
    image: index % 100 === 7 ? "missing.png" : "one.png",
    response: `There are ${index} dogs.`,
  }));
  const path = writeRows(folder, rows);
  const ids = rows.map(({ id }) => id).sort();

  it("loses no row and writes none twice when a worker is killed and the server crashes", async () => {
    const out = join(folder, "crashes");
    const [first] = await Promise.all([worker(), worker(), worker()]);
    const audit = start(0, ["audit", path, "--out", out]);
    await untilWritten(audit, out, 200);
    first.child.kill("SIGKILL");
    await untilWritten(audit, out, 500);
    await server?.restart();
    expect(await audit.ended).toBe(3);
    expect(writtenIds(out)).toEqual(ids);
    expect(JSON.parse(readFileSync(join(out, "summary.json"), "utf8"))).toMatchObject({ complete: true, rows: ROWS, failed: 15 });
  });

  it("goes on where the audit itself was killed, with what the workers did meanwhile", async () => {
    const out = join(folder, "killed");
    const audit = start(0, ["audit", path, "--out", out]);
    await untilWritten(audit, out, 200);
    audit.child.kill("SIGKILL");
    expect(await audit.ended).toBeNull();
    expect(linesOf(out, "results.jsonl", resultsSchema).length).toBeLessThan(ROWS);
    expect(await start(0, ["audit", path, "--out", out, "--resume"]).ended).toBe(3);
    expect(writtenIds(out)).toEqual(ids);
  });

  it("takes back what is not begun when the audit is interrupted, and finishes what is", async () => {
    const out = join(folder, "interrupted");
    const audit = start(0, ["audit", path, "--out", out]);
    await untilWritten(audit, out, 100);
    audit.child.kill("SIGINT");
    expect(await audit.ended).toBe(130);
    const done = writtenIds(out);
    expect(done.length).toBeLessThan(ROWS);
    expect(new Set(done).size).toBe(done.length);
    expect(await start(0, ["audit", path, "--out", out, "--resume"]).ended).toBe(3);
    expect(writtenIds(out)).toEqual(ids);
  });

  it("lets a worker leave when it is asked to", async () => {
    const one = await worker();
    one.child.kill("SIGTERM");
    expect(await one.ended).toBe(0);
  });
}

async function untilWritten({ child }: Running, out: string, least: number): Promise<void> {
  const path = join(out, "results.jsonl");
  const lines = (): number => (existsSync(path) ? readFileSync(path, "utf8").split("\n").length - 1 : 0);
  while (lines() < least) {
    if (child.exitCode !== null) throw new Error(`the audit ended with ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
