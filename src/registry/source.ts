/** Where a file comes from, in one line: `npm:package@version#path`, `hf:owner/name@revision#file`, `https://…`, `file:PATH`. */
import { z } from "zod";

export type ModelSource =
  | { readonly type: "npm"; readonly package: string; readonly version: string; readonly path: string }
  | { readonly type: "hf"; readonly repository: string; readonly revision: string; readonly path: string }
  | { readonly type: "url"; readonly url: string }
  | { readonly type: "file"; readonly path: string };

const NPM = /^npm:((?:@[^@/#]+\/)?[^@/#]+)@([^@#]+)#([^#]+)$/;
const HUGGING_FACE = /^hf:([^@/#]+\/[^@/#]+)@([^@#]+)#([^#]+)$/;
const FILE = "file:";

/** @returns null where the text names no source */
export function readSourceLine(line: string): ModelSource | null {
  const npm = NPM.exec(line);
  if (npm !== null) return { type: "npm", package: npm[1] ?? "", version: npm[2] ?? "", path: npm[3] ?? "" };
  const hub = HUGGING_FACE.exec(line);
  if (hub !== null) return { type: "hf", repository: hub[1] ?? "", revision: hub[2] ?? "", path: hub[3] ?? "" };
  if (line.startsWith(FILE) && line.length > FILE.length) return { type: "file", path: line.slice(FILE.length) };
  // Plain HTTP too: a mirror inside a closed network rarely has a certificate, and the sha256 holds either way.
  return /^https?:\/\/[^/]/.test(line) && URL.canParse(line) ? { type: "url", url: line } : null;
}

/** A line of the registry as a source. */
export const sourceSchema = z.string().transform((line, context): ModelSource => {
  const source = readSourceLine(line);
  if (source !== null) return source;
  context.addIssue({ code: "custom", message: `names no source: ${line}` });
  return z.NEVER;
});

/** Where the network is asked for a source. @param hubAddress address of the model hub, or of a mirror of it */
export function urlOf(source: Extract<ModelSource, { readonly type: "hf" | "url" }>, hubAddress: string): string {
  if (source.type === "url") return source.url;
  return `${hubAddress.replace(/\/+$/, "")}/${source.repository}/resolve/${encodeURIComponent(source.revision)}/${source.path}`;
}
