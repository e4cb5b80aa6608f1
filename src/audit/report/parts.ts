/** The page around the data: its frame, style and script, and the policy that lets no other script run. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { sourceHash } from "./thumbnails.js";

/** Made by `npm run build` from page/; it lies in dist/ whether this file runs from there or from src/. */
const PAGE_FOLDER = fileURLToPath(new URL("../../../dist/page/", import.meta.url));

export class PageParts {
  constructor(
    readonly style: string,
    readonly script: string,
  ) {}

  /** All before the data. Nothing of the audit but the title is in it, and that is escaped. */
  head(title: string): string {
    // Plot writes style elements into its charts, so styles cannot be bound to a hash; scripts are.
    const policy = `default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src '${sourceHash(this.script)}'; base-uri 'none'; form-action 'none'`;
    return [
      "<!doctype html>",
      '<html lang="en">',
      "<head>",
      '<meta charset="utf-8">',
      `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      '<meta name="color-scheme" content="light dark">',
      '<meta name="referrer" content="no-referrer">',
      `<title>${escapeHtml(title)} · Yaffle audit</title>`,
      `<style>${this.style}</style>`,
      "</head>",
      "<body>",
      '<main id="page"><p class="loading">Unpacking the audit…</p><noscript>This page needs JavaScript; it loads nothing from elsewhere.</noscript></main>',
      "",
    ].join("\n");
  }

  /** Data for the script. @param text of the base64 alphabet and spaces, so that nothing in it can end the element */
  block(name: string, text: string): string {
    return `<script type="application/octet-stream" id="data-${name}">${text}</script>\n`;
  }

  foot(): string {
    return `<script>${this.script}</script>\n</body>\n</html>\n`;
  }
}

/** @throws Error where the page was not built: a fault of the installation */
export async function readPageParts(): Promise<PageParts> {
  try {
    const [style, script] = await Promise.all(["report.css", "report.js"].map((name) => readFile(`${PAGE_FOLDER}${name}`, "utf8")));
    return new PageParts(inline(style ?? "", "style"), inline(script ?? "", "script"));
  } catch (cause) {
    throw new Error("the parts of report.html are missing from dist/page; npm run build makes them", { cause });
  }
}

/** Text that cannot end the element it stands in: "</script" may occur in a string of a library. */
function inline(text: string, element: "script" | "style"): string {
  return text.replaceAll(new RegExp(`</(?=${element})`, "gi"), "<\\/").replaceAll("<!--", "<\\!--");
}

export function escapeHtml(text: string): string {
  const names: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (character) => names[character] ?? character);
}
