/** Where an installed npm package lies, found the way Node finds it, so that hoisting and workspaces do not matter. */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/**
 * The folder of a package, for files that its `exports` do not name.
 * @returns null where the package is not installed
 */
export function packageFolder(name: string): string | null {
  const entry = resolveEntry(name);
  // A package without a main entry cannot be resolved by its name alone.
  if (entry === null)
    return (require.resolve.paths(name) ?? []).map((folder) => join(folder, name)).find((folder) => isRootOf(folder, name)) ?? null;
  for (let folder = dirname(entry); folder !== dirname(folder); folder = dirname(folder)) {
    if (isRootOf(folder, name)) return folder;
  }
  return null;
}

function resolveEntry(name: string): string | null {
  try {
    return require.resolve(name);
  } catch {
    return null;
  }
}

function isRootOf(folder: string, name: string): boolean {
  const manifest = join(folder, "package.json");
  if (!existsSync(manifest)) return false;
  const parsed: unknown = JSON.parse(readFileSync(manifest, "utf8"));
  return typeof parsed === "object" && parsed !== null && "name" in parsed && parsed.name === name;
}
