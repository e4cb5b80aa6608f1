/** The folders for model files, for what can be made again and for data where none is set: in the folders that the system gives each user. */
import { homedir } from "node:os";
import { join } from "node:path";

/** XDG_CACHE_HOME where it is set, ~/Library/Caches on macOS, LOCALAPPDATA on Windows, else ~/.cache. */
export function defaultModelsFolder(
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  return join(defaultCacheFolder(environment, platform, home), "models");
}

/** Where the system has what may be deleted: `yaffle` in that folder. */
export function defaultCacheFolder(
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  return join(cacheFolder(environment, platform, home), "yaffle");
}

function cacheFolder(
  { XDG_CACHE_HOME, LOCALAPPDATA }: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  home: string,
): string {
  if (XDG_CACHE_HOME !== undefined && XDG_CACHE_HOME !== "") return XDG_CACHE_HOME;
  if (platform === "darwin") return join(home, "Library", "Caches");
  if (platform === "win32") return LOCALAPPDATA ?? join(home, "AppData", "Local");
  return join(home, ".cache");
}

/** XDG_DATA_HOME where it is set, ~/Library/Application Support on macOS, LOCALAPPDATA on Windows, else ~/.local/share. */
export function defaultDataFolder(
  { XDG_DATA_HOME, LOCALAPPDATA }: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  const own = { darwin: join(home, "Library", "Application Support"), win32: LOCALAPPDATA ?? join(home, "AppData", "Local") };
  if (XDG_DATA_HOME !== undefined && XDG_DATA_HOME !== "") return join(XDG_DATA_HOME, "yaffle");
  return join(platform === "darwin" || platform === "win32" ? own[platform] : join(home, ".local", "share"), "yaffle");
}
