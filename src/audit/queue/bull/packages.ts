/** The optional packages of a shared queue, loaded when one is asked for: who audits on one machine needs none of them. */
import { YaffleError } from "../../../domain/error.js";

type Loaded<Loaders> = { readonly [Name in keyof Loaders]: Loaders[Name] extends () => Promise<infer Module> ? Module : never };

/** @param names as npm knows them. @throws YaffleError expert_unavailable where one is not installed */
export async function loadPackages<Loaders extends Readonly<Record<string, () => Promise<unknown>>>>(
  loaders: Loaders,
  names: string,
): Promise<Loaded<Loaders>> {
  try {
    const entries = await Promise.all(Object.entries(loaders).map(async ([name, load]) => [name, await load()] as const));
    return Object.fromEntries(entries) as Loaded<Loaders>;
  } catch (cause) {
    throw new YaffleError("expert_unavailable", `This queue needs packages that are not installed: npm install ${names}.`, { cause });
  }
}

/** @returns YaffleError upstream_failed that names the host and no password */
export function noAnswer(server: string, url: string, cause: unknown): YaffleError {
  const { host } = new URL(url);
  return new YaffleError("upstream_failed", `The queue's ${server} at ${host} does not answer: ${String(cause)}.`, { cause });
}
