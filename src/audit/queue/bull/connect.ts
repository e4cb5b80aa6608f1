/** Redis and BullMQ, loaded when a queue is asked for: who audits on one machine needs neither. */
import type { Redis } from "ioredis";
import { YaffleError } from "../../../domain/error.js";

const RECONNECT_STEP_MS = 200;
const LONGEST_RECONNECT_MS = 2000;

/** @throws YaffleError expert_unavailable where the packages are not installed */
export async function loadBull(): Promise<{ readonly bull: typeof import("bullmq"); readonly RedisClient: typeof Redis }> {
  try {
    const [bull, redis] = await Promise.all([import("bullmq"), import("ioredis")]);
    return { bull, RedisClient: redis.Redis };
  } catch (cause) {
    throw new YaffleError("expert_unavailable", "A queue on Redis needs two packages: npm install bullmq ioredis.", { cause });
  }
}

/**
 * A connection that outlives restarts of Redis: commands wait until it is back.
 * @param url redis:// or rediss://
 * @throws YaffleError invalid_request where it is no such address; upstream_failed where Redis does not answer now
 */
export async function connect(url: string, RedisClient: typeof Redis): Promise<Redis> {
  if (!/^rediss?:\/\//.test(url))
    throw new YaffleError("invalid_request", "--queue: must be an address that begins with redis:// or rediss://.");
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
    const { host } = new URL(url);
    throw new YaffleError("upstream_failed", `The queue's Redis at ${host} does not answer: ${String(cause)}.`, { cause });
  }
  hasConnected = true;
  return redis;
}
