/** Real photographs and models beside the checkout: test data that the project does not carry. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe } from "vitest";

const { YAFFLE_TEST_DATA = "../shared" } = process.env;

/** The path of a piece of test data, or null where it is not there. */
export function testData(path: string): string | null {
  const found = join(resolve(YAFFLE_TEST_DATA), path);
  return existsSync(found) ? found : null;
}

/** A suite that needs test data: all of it, or the piece named. Without it the suite is skipped, and says why. */
export function describeWithTestData(name: string, define: (found: string) => void, path = "."): void {
  const found = testData(path);
  if (found === null) {
    console.warn(`skipped: ${name} (${join(YAFFLE_TEST_DATA, path)} is missing; YAFFLE_TEST_DATA names the folder)`);
    describe.skip(`${name} (test data missing)`, () => {});
  } else {
    describe(name, () => define(found));
  }
}
