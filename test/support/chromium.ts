/** A browser for tests: Debian's Chromium, driven over its own protocol. */
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { describe } from "vitest";

const EXECUTABLE = "/usr/bin/chromium";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A suite that needs a browser; without one it is skipped, and says why. */
export function describeWithChromium(name: string, define: () => void): void {
  if (existsSync(EXECUTABLE)) describe(name, define);
  else {
    console.warn(`skipped: ${name} (${EXECUTABLE} is not installed)`);
    describe.skip(`${name} (${EXECUTABLE} is not installed)`, () => {});
  }
}

/** The caller closes it. */
export function startChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: EXECUTABLE, headless: true, args: [...FLAGS] });
}
