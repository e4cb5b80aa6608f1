import { describe, expect, it } from "vitest";
import { type Comparison, compareReadings } from "../../../src/audit/compare/compare.js";
import { readingOf } from "../../../src/audit/compare/reading.js";
import type { ResultLine } from "../../../src/audit/outcome.js";
import { freshFolder } from "../../support/audit.js";
import { runCommand } from "../../support/command-line.js";
import { claimOf, resultOf, writeResults } from "../../support/results.js";

const RESAMPLING = { seed: 1, resamples: 200 };

function compared(a: readonly ResultLine[], b: readonly ResultLine[]): Comparison {
  const readings = (results: readonly ResultLine[]) => new Map(results.map((result) => [result.id, readingOf(result)]));
  return compareReadings(readings(a), readings(b), RESAMPLING);
}

/** Rows whose one claim is refuted where `refuted` says so. */
function audit(refuted: (row: number) => boolean, rows = 20): readonly ResultLine[] {
  return Array.from({ length: rows }, (_, row) =>
    resultOf({
      id: `row-${row}`,
      claims: [claimOf("c1", refuted(row) ? "refuted" : "supported"), claimOf("c2", "supported", { kind: "count" })],
    }),
  );
}

describe("two audits side by side", () => {
  it("differ by nothing from themselves", () => {
    const same = audit((row) => row < 5);
    const { rates, flags, claims, differing } = compared(same, same);
    expect(rates["hallucination_rate"]).toEqual({ a: 0.125, b: 0.125, difference: 0, interval: [0, 0] });
    expect(flags["refuted"]).toEqual({ a: 0.25, b: 0.25, only_a: 0, only_b: 0, p: 1 });
    expect(claims).toMatchObject({ paired: 40, agreeing: 40 });
    expect(differing).toEqual([]);
  });

  it("tell which rows differ, and whether chance could do that", () => {
    const { rates, flags, claims, differing } = compared(
      audit((row) => row < 10),
      audit((row) => row === 19),
    );
    expect(flags["refuted"]).toMatchObject({ a: 0.5, b: 0.05, only_a: 10, only_b: 1 });
    expect(flags["refuted"]?.p).toBeCloseTo((2 * (1 + 11)) / 2048, 10);
    expect(rates["hallucination_rate.existence"]?.difference).toBeCloseTo(-0.45, 10);
    expect(rates["hallucination_rate.existence"]?.interval?.[1]).toBeLessThan(0);
    expect(rates["hallucination_rate.count"]).toEqual({ a: 0, b: 0, difference: 0, interval: [0, 0] });
    expect(rates["hallucination_rate.text"]).toBeUndefined();
    expect(claims.verdicts.refuted).toEqual({ supported: 10, refuted: 0, unverifiable: 0 });
    expect(differing).toHaveLength(11);
    expect(differing[0]).toEqual({ id: "row-0", a: 1, b: 0 });
  });

  it("pair rows by id, and claims only where the text is the same", () => {
    const { rows, claims } = compared(
      [resultOf({ id: "one" }), resultOf({ id: "two" })],
      [resultOf({ id: "two", original: "A cat sleeps." }), resultOf({ id: "three" }), resultOf({ id: "four" })],
    );
    expect(rows).toEqual({ paired: 1, only_a: 1, only_b: 2, other_text: 1 });
    expect(claims.paired).toBe(0);
  });
});

describe("yaffle compare", () => {
  it("reads two folders, and prints a table or one document", async () => {
    const [a, b] = [freshFolder(), freshFolder()];
    writeResults(
      a,
      audit((row) => row < 10),
    );
    writeResults(
      b,
      audit(() => false),
    );
    const table = await runCommand(["compare", a, b]);
    expect(table).toMatchObject({ exitCode: 0, error: "" });
    expect(table.out).toMatch(/hallucination_rate +0\.2500 +0\.0000 +−0\.2500 +\[−0\.\d+, −0\.\d+\] +differs/);
    expect(table.out).toMatch(/with a refuted claim +0\.5000 +0\.0000 +10 +0 +0\.0020/);
    const json = await runCommand(["compare", a, b, "--json"]);
    expect(JSON.parse(json.out)).toMatchObject({ a, b, rows: { paired: 20 }, flags: { refuted: { only_a: 10, only_b: 0 } } });
  });

  it("refuses a folder without results, a line that is no report, and audits of other rows", async () => {
    const [a, b] = [freshFolder(), freshFolder()];
    writeResults(a, [resultOf({ id: "one" })]);
    expect(await runCommand(["compare", a, b])).toMatchObject({ exitCode: 2, error: expect.stringContaining("results.jsonl") });
    writeResults(b, [resultOf({ id: "two" })]);
    expect(await runCommand(["compare", a, b])).toMatchObject({ exitCode: 2, error: expect.stringContaining("no row in common") });
    const broken: ResultLine = { ...resultOf({ id: "one" }), claims: [{ ...claimOf("c1", "supported"), probability: 2 }] };
    writeResults(b, [resultOf({ id: "one" }), broken]);
    expect(await runCommand(["compare", a, b])).toMatchObject({
      exitCode: 2,
      error: expect.stringMatching(/line 2.*claims\.0\.probability/),
    });
  });
});
