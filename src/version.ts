/** The version of this package, for reports and `--version`. */
import { createRequire } from "node:module";
import { z } from "zod";

/** As package.json states it. */
export const VERSION = z.object({ version: z.string() }).parse(createRequire(import.meta.url)("../package.json")).version;
