/** What kind of lines a batch's file has, and what is said of those that are none. */
import { afterEach, describe, expect, it } from "vitest";
import { begunBatch, DATA_URI, type OpenedBatches, openedBatches, requestLine } from "../../support/batches.js";

const open: OpenedBatches[] = [];
afterEach(async () => {
  for (const { batches } of open.splice(0)) await batches.close();
});

const rowLine = (id: string): string => JSON.stringify({ id, image: DATA_URI, response: "There are two chairs." });
const torn = '{"custom_id": "torn", "method';

async function outcomeOf(lines: readonly string[]) {
  const opened = await openedBatches();
  open.push(opened);
  const { id } = await begunBatch(opened, lines);
  await opened.batches.idle();
  const { format, state, counts, errors } = opened.batches.get(id, null);
  return { format, state, counts, errors: errors.length };
}

describe("the lines of a batch", () => {
  it.each([
    ["requests behind a torn line", [torn, requestLine("a"), requestLine("b")], "openai"],
    ["requests behind what is no JSON", ["hello", requestLine("a"), requestLine("b")], "openai"],
    ["requests behind an object without an id", ['{"body": {}}', requestLine("a"), requestLine("b")], "openai"],
    ["requests behind a line that is too long", [`"${"x".repeat(100_001)}"`, requestLine("a"), requestLine("b")], "openai"],
    ["rows behind a torn line", ['{"id": "torn', rowLine("a"), rowLine("b")], "rows"],
    ["rows behind a torn line of the other kind", [torn, rowLine("a"), rowLine("b")], "rows"],
    ["rows that speak of a custom_id", [JSON.stringify({ id: "x", response: '"custom_id": 1' }), rowLine("a"), rowLine("b")], "rows"],
  ] as const)("are known as %s", async (_, lines, format) => {
    expect(await outcomeOf(lines)).toEqual({
      format,
      state: "completed",
      counts: { total: 3, completed: 2, failed: 1 },
      errors: 0,
    });
  });

  it("are all refused where none can be read", async () => {
    expect(await outcomeOf([torn, torn])).toMatchObject({ format: "openai", state: "failed", errors: 2 });
    expect(await outcomeOf(["hello"])).toMatchObject({ format: "rows", state: "failed", errors: 1 });
  });
});
