/** Writes the pages that are made from code: `npm run document`. */
import { writeFile } from "node:fs/promises";
import { documentSettings } from "../src/config/document.js";
import { openApiDocument } from "../src/serving/http/openapi.js";

await writeFile(new URL("../docs/settings.md", import.meta.url), documentSettings());
await writeFile(new URL("../docs/openapi.json", import.meta.url), `${JSON.stringify(openApiDocument(), null, 2)}\n`);
