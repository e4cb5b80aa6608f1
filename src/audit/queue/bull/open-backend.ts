/** From the address of a queue to its backend. */
import { YaffleError } from "../../../domain/error.js";
import type { Backend } from "./backend.js";
import { openPostgres } from "./postgres.js";
import { openRedis } from "./redis.js";

/** @throws YaffleError invalid_request where the address is of neither; as `openRedis` and `openPostgres` */
export async function openBackend(url: string, prefix: string): Promise<Backend> {
  if (/^rediss?:\/\//.test(url)) return openRedis(url, prefix);
  // A schema's name is part of the SQL: only what needs no quotes.
  if (/^postgres(?:ql)?:\/\//.test(url)) return openPostgres(url, prefix.toLowerCase().replaceAll(/[^a-z0-9_]/g, "_"));
  throw new YaffleError("invalid_request", "--queue: must be an address that begins with redis://, rediss:// or postgres://.");
}
