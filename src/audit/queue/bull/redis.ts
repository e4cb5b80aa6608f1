/** BullMQ on Redis. Commands wait where Redis is gone, and go on when it is back. */
import type { Redis } from "ioredis";
import type { Backend, ChunkShelf } from "./backend.js";
import { type Chunk, KEPT_SECONDS } from "./chunk.js";
import { loadPackages, noAnswer } from "./packages.js";

const RECONNECT_STEP_MS = 200;
const LONGEST_RECONNECT_MS = 2000;

/**
 * @param prefix before all keys
 * @throws YaffleError expert_unavailable where packages are missing; upstream_failed where Redis does not answer now
 */
export async function openRedis(url: string, prefix: string): Promise<Backend> {
  const { bull, ioredis } = await loadPackages({ bull: () => import("bullmq"), ioredis: () => import("ioredis") }, "bullmq ioredis");
  const connection = await connect(url, ioredis.Redis);
  return {
    shelf: redisShelf(connection, prefix),
    openQueue: (name) => {
      const queue = new bull.Queue<Chunk>(name, { connection, prefix });
      queue.on("error", () => undefined);
      return queue;
    },
    openWorker: (name, process, options) => new bull.Worker<Chunk, null>(name, process, { ...options, connection, prefix }),
    steadily: (work) => work(),
    close: async () => connection.disconnect(),
  };
}

async function connect(url: string, RedisClient: typeof Redis): Promise<Redis> {
  let hasConnected = false;
  const redis = new RedisClient(url, {
    lazyConnect: true,
    maxRetriesPerRequest: null,
    retryStrategy: (times) => (hasConnected ? Math.min(times * RECONNECT_STEP_MS, LONGEST_RECONNECT_MS) : null),
  });
  // Without a listener a lost connection would end the process; commands wait for the next one.
  redis.on("error", () => undefined);
  try {
    await redis.connect();
  } catch (cause) {
    redis.disconnect();
    throw noAnswer("Redis", url, cause);
  }
  hasConnected = true;
  return redis;
}

/** A hash of outcomes by chunk, and a set of the chunks that were handed over. */
function redisShelf(redis: Redis, prefix: string): ChunkShelf {
  const outcomesKey = (run: string): string => `${prefix}:outcomes:${run}`;
  const handedKey = (run: string): string => `${prefix}:chunks:${run}`;
  return {
    handed: (run) => redis.smembers(handedKey(run)),
    hand: async (run, chunk) => void (await redis.multi().sadd(handedKey(run), chunk).expire(handedKey(run), KEPT_SECONDS).exec()),
    withdraw: async (run, chunk) => void (await redis.srem(handedKey(run), chunk)),
    put: async (run, chunk, outcomes) =>
      void (await redis.multi().hset(outcomesKey(run), chunk, outcomes).expire(outcomesKey(run), KEPT_SECONDS).exec()),
    ready: (run) => redis.hkeys(outcomesKey(run)),
    outcomes: (run, chunk) => redis.hget(outcomesKey(run), chunk),
    take: async (run, chunk) => void (await redis.multi().hdel(outcomesKey(run), chunk).srem(handedKey(run), chunk).exec()),
    clear: async (run) => void (await redis.del(outcomesKey(run), handedKey(run))),
  };
}
