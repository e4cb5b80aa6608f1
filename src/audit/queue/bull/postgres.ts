/**
 * BullMQ on PostgreSQL, its tables and ours in one schema. BullMQ makes its own; what lies beside the jobs are two tables more.
 *
 * A query fails where the server restarts, so everything that the queue asks is asked again until the server is back.
 */
import { setTimeout as wait } from "node:timers/promises";
import type { Pool } from "pg";
import { z } from "zod";
import type { Backend, ChunkShelf } from "./backend.js";
import { KEPT_SECONDS } from "./chunk.js";
import { loadPackages, noAnswer } from "./packages.js";

const RETRY_STEP_MS = 200;
const LONGEST_RETRY_MS = 2000;
/** Of the tables' making: two processes that begin at once would fall over each other. */
const LOCK = 7_261_940_113;

const TABLES = `
  CREATE TABLE IF NOT EXISTS yaffle_handed (run text NOT NULL, chunk text NOT NULL, at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (run, chunk));
  CREATE TABLE IF NOT EXISTS yaffle_outcomes (
    run text NOT NULL, chunk text NOT NULL, outcomes text NOT NULL, at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (run, chunk));
  DELETE FROM yaffle_handed WHERE at < now() - interval '${KEPT_SECONDS} seconds';
  DELETE FROM yaffle_outcomes WHERE at < now() - interval '${KEPT_SECONDS} seconds';
`;

/**
 * @param schema of all tables; made where it is missing
 * @throws YaffleError expert_unavailable where packages are missing; upstream_failed where the server does not answer now, or refuses
 */
export async function openPostgres(url: string, schema: string): Promise<Backend> {
  const { bull, pg } = await loadPackages({ bull: () => import("bullmq"), pg: () => import("pg") }, "bullmq pg");
  const pool = new pg.default.Pool({ connectionString: url, options: `-c search_path=${schema}` });
  // Without a listener a lost connection would end the process.
  pool.on("error", () => undefined);
  const connection = { connectionString: url, schema, migrate: true };
  try {
    await makeTables(pool, schema);
  } catch (cause) {
    await pool.end();
    throw noAnswer("PostgreSQL", url, cause);
  }
  return {
    shelf: postgresShelf(pool),
    openQueue: (name) => {
      const queue = new bull.Queue(name, { connection }, bull.createPostgresBackend);
      queue.on("error", () => undefined);
      return queue;
    },
    openWorker: (name, process, options) => new bull.Worker(name, process, { ...options, connection }, bull.createPostgresBackend),
    steadily,
    close: () => pool.end(),
  };
}

async function makeTables(pool: Pool, schema: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock($1)", [LOCK]);
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
    await client.query(TABLES);
    await client.query("COMMIT");
  } finally {
    client.release();
  }
}

const chunkRows = z.array(z.object({ chunk: z.string() }));
const outcomeRows = z.array(z.object({ outcomes: z.string() }));

function postgresShelf(pool: Pool): ChunkShelf {
  const ask = async (text: string, values: readonly string[]): Promise<unknown> => (await pool.query(text, [...values])).rows;
  const change = async (text: string, ...values: readonly string[]): Promise<void> => void (await steadily(() => ask(text, values)));
  const chunksOf = async (table: string, run: string): Promise<readonly string[]> => {
    const rows = await steadily(() => ask(`SELECT chunk FROM ${table} WHERE run = $1`, [run]));
    return chunkRows.parse(rows).map(({ chunk }) => chunk);
  };
  return {
    handed: (run) => chunksOf("yaffle_handed", run),
    hand: (run, chunk) => change("INSERT INTO yaffle_handed (run, chunk) VALUES ($1, $2) ON CONFLICT DO NOTHING", run, chunk),
    withdraw: (run, chunk) => change("DELETE FROM yaffle_handed WHERE run = $1 AND chunk = $2", run, chunk),
    put: (run, chunk, outcomes) =>
      change("INSERT INTO yaffle_outcomes (run, chunk, outcomes) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", run, chunk, outcomes),
    ready: (run) => chunksOf("yaffle_outcomes", run),
    outcomes: async (run, chunk) => {
      const rows = await steadily(() => ask("SELECT outcomes FROM yaffle_outcomes WHERE run = $1 AND chunk = $2", [run, chunk]));
      return outcomeRows.parse(rows)[0]?.outcomes ?? null;
    },
    take: async (run, chunk) => {
      await change("DELETE FROM yaffle_outcomes WHERE run = $1 AND chunk = $2", run, chunk);
      await change("DELETE FROM yaffle_handed WHERE run = $1 AND chunk = $2", run, chunk);
    },
    clear: async (run) => {
      await change("DELETE FROM yaffle_outcomes WHERE run = $1", run);
      await change("DELETE FROM yaffle_handed WHERE run = $1", run);
    },
  };
}

async function steadily<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let times = 1; ; times += 1) {
    try {
      return await work();
    } catch (thrown) {
      if (!isPassing(thrown)) throw thrown;
      await wait(Math.min(times * RETRY_STEP_MS, LONGEST_RETRY_MS));
    }
  }
}

/** Codes of a server that ends, starts or is not there: PostgreSQL's classes 08 and 57P, and the system's. */
const PASSING = /^(?:08\w{3}|57P0[1-5]|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOENT)$/;

function isPassing(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  if ("code" in thrown && typeof thrown.code === "string") return PASSING.test(thrown.code);
  // What pg says of a connection that was cut has no code.
  return /connection terminated|connection error|not queryable|client was closed/i.test(thrown.message);
}
