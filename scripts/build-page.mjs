/** Bundles the script and style of report.html (src/audit/report/page) into dist/page, where the report's writer finds them. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The bundle carries parts of these, and their licences want their notice to go along. */
const notices = await Promise.all(["@observablehq/plot", "d3"].map((name) => readFile(at(`node_modules/${name}/LICENSE`), "utf8")));

await build({
  entryPoints: { report: at("src/audit/report/page/main.ts") },
  outdir: at("dist/page"),
  bundle: true,
  minify: true,
  format: "iife",
  target: ["chrome123", "firefox120", "safari17.5"],
  legalComments: "none",
  banner: { js: `/* Yaffle, Apache-2.0. Holds parts of Observable Plot and D3:\n${notices.join("\n")}*/` },
});
await build({ entryPoints: { report: at("src/audit/report/page/page.css") }, outdir: at("dist/page"), minify: true });
