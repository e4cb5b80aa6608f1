/** The readable account of two audits side by side. */
import type { Comparison, FlagComparison, RateComparison } from "../../audit/compare/compare.js";
import { VERDICTS } from "../../domain/judgement.js";
import { counted } from "../../wire/counted.js";
import { harmless } from "../terminal.js";

/** Rows that are named; --json names all. */
const MAX_NAMED_ROWS = 10;

const FLAGS: Readonly<Record<string, string>> = { refuted: "with a refuted claim", changed: "corrected" };

/** Ends with a line end. @param a names the first audit, `b` the second */
export function comparisonAccount({ rows, rates, flags, claims, differing }: Comparison, a: string, b: string): string {
  const unpaired = rows.only_a + rows.only_b;
  const notes = [
    ...(unpaired > 0 ? [`${counted(rows.only_a, "row")} only in A, ${rows.only_b} only in B, left out.`] : []),
    ...(rows.other_text > 0
      ? [`${counted(rows.other_text, "row")} with another response in B; the claims of such a row are not compared one by one.`]
      : []),
  ];
  return [
    `A: ${harmless(a)}`,
    `B: ${harmless(b)}`,
    `${counted(rows.paired, "row")} in both.`,
    ...notes,
    "",
    ...table([["rates of claims", "A", "B", "B − A", "95% interval", ""], ...Object.entries(rates).map(rateCells)]),
    "",
    ...table([["shares of rows", "A", "B", "only A", "only B", "p (McNemar)"], ...Object.entries(flags).map(flagCells)]),
    "",
    `${counted(claims.paired, "claim")} in both, ${claims.agreeing} with the same verdict.`,
    ...(claims.paired === 0
      ? []
      : table([
          ["A ↓  B →", ...VERDICTS],
          ...VERDICTS.map((one) => [one, ...VERDICTS.map((other) => String(claims.verdicts[one][other]))]),
        ])),
    "",
    ...(differing.length === 0 ? ["No row differs in its number of refuted claims."] : ["Refuted claims, where they differ most:"]),
    ...table(
      differing
        .slice(0, MAX_NAMED_ROWS)
        .map(({ id, a: first, b: second }) => [harmless(id).replaceAll("\n", " "), String(first), "→", String(second)]),
    ),
    ...(differing.length > MAX_NAMED_ROWS ? [`  and ${differing.length - MAX_NAMED_ROWS} more`] : []),
    "",
  ].join("\n");
}

function rateCells([name, { a, b, difference, interval }]: readonly [string, RateComparison]): readonly string[] {
  const bounds = interval === null ? "-" : `[${signed(interval[0])}, ${signed(interval[1])}]`;
  const isClear = interval !== null && (interval[0] > 0 || interval[1] < 0);
  return [name, shown(a), shown(b), difference === null ? "-" : signed(difference), bounds, isClear ? "differs" : ""];
}

function flagCells([name, { a, b, only_a, only_b, p }]: readonly [string, FlagComparison]): readonly string[] {
  return [FLAGS[name] ?? name, shown(a), shown(b), String(only_a), String(only_b), p < 0.0001 ? "< 0.0001" : p.toFixed(4)];
}

function shown(value: number | null): string {
  return value === null ? "-" : value.toFixed(4);
}

function signed(value: number): string {
  return `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(4)}`;
}

/** The first column to the left, the others to the right. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    `  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  ")}`.trimEnd(),
  );
}
