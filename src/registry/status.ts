/** How the files of a model stand: there, missing, or others than the registry names. */

import { join } from "node:path";
import { packagedPath } from "./make-model.js";
import { sha256OfFile, sizeOf } from "./model-file.js";
import { fetchedPath, pinOf } from "./pinning.js";
import type { ModelEntry } from "./schema.js";

/** By its size alone, or read whole. */
export type Thoroughness = "size" | "sha256";

export interface FileStatus {
  readonly path: string;
  /** `altered`: a file of that name is there, with other bytes. */
  readonly state: "ready" | "missing" | "altered";
  /** Of what lies there, where it was read. */
  readonly sha256: string | null;
  /** What it must have; null where nothing is known of it. */
  readonly expected: string | null;
}

interface Place {
  readonly path: string;
  readonly bytes: number | null;
  readonly expected: string | null;
}

export async function inspectFiles(modelsFolder: string, entry: ModelEntry, thoroughness: Thoroughness): Promise<readonly FileStatus[]> {
  const places = await placesOf(modelsFolder, entry);
  return Promise.all(places.map((place) => inspect(place, thoroughness)));
}

async function placesOf(modelsFolder: string, entry: ModelEntry): Promise<readonly Place[]> {
  switch (entry.origin) {
    case "converted":
      return [{ path: join(modelsFolder, entry.file.path), bytes: entry.file.bytes, expected: entry.file.sha256 }];
    case "packaged":
      return entry.files.map(({ source, sha256, bytes }) => {
        const path = source.type === "npm" ? (packagedPath(source) ?? `${source.package}/${source.path}`) : "";
        return { path, bytes, expected: sha256 };
      });
    case "fetched":
      return Promise.all(
        entry.files.map(async (file) => {
          const path = fetchedPath(modelsFolder, entry, file);
          return { path, bytes: file.bytes, expected: await pinOf(path, file) };
        }),
      );
    default:
      return entry satisfies never;
  }
}

async function inspect({ path, bytes, expected }: Place, thoroughness: Thoroughness): Promise<FileStatus> {
  const size = await sizeOf(path);
  if (size === null) return { path, state: "missing", sha256: null, expected };
  if (thoroughness === "size") return { path, state: bytes === null || size === bytes ? "ready" : "altered", sha256: null, expected };
  const sha256 = await sha256OfFile(path);
  return { path, state: expected === null || sha256 === expected ? "ready" : "altered", sha256, expected };
}
