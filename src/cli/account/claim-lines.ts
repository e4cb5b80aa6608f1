/** A line a claim: verdict, probability, the claim in words and why; the long ones go on below, in line. */
import type { Verdict } from "../../domain/judgement.js";
import type { WireClaim } from "../../wire/report-schema.js";
import { type Colors, harmless, type Terminal } from "../terminal.js";
import { wrapped } from "../wrapped.js";

const SIGNS: Readonly<Record<Verdict, string>> = { supported: "✓", refuted: "✗", unverifiable: "?" };
const VERDICT_WIDTH = "unverifiable".length;
const PROBABILITY_WIDTH = "0.00".length;
/** Between columns. */
const GAP = "  ";
/** With less left beside them than this, the words go below. */
const MIN_TEXT_WIDTH = 24;
/** Before the words that stand below. */
const NARROW_INDENT = 2;

export function claimLines(claims: readonly WireClaim[], { columns, colors }: Terminal): string {
  const idWidth = Math.max(0, ...claims.map(({ id }) => id.length));
  const beside = 2 + idWidth + GAP.length + VERDICT_WIDTH + GAP.length + PROBABILITY_WIDTH + GAP.length;
  const isNarrow = columns - beside < MIN_TEXT_WIDTH;
  return claims
    .map((claim) => {
      const probability = claim.probability === null ? "–" : claim.probability.toFixed(2);
      const reason = harmless(claim.reason);
      const words = `${harmless(claim.text)}: ${colors === null ? reason : colors.dim(reason)}`.replaceAll("\n", " ");
      if (isNarrow) {
        const head = wrapped([`${SIGNS[claim.verdict]} ${claim.id}`, claim.verdict, probability].join(GAP), columns);
        const body = wrapped(words, Math.max(1, columns - NARROW_INDENT), NARROW_INDENT);
        return `${colored(claim.verdict, head, colors)}\n${" ".repeat(NARROW_INDENT)}${body}`;
      }
      const head = [
        `${SIGNS[claim.verdict]} ${claim.id.padEnd(idWidth)}`,
        claim.verdict.padEnd(VERDICT_WIDTH),
        probability.padStart(PROBABILITY_WIDTH),
      ].join(GAP);
      return `${colored(claim.verdict, head, colors)}${GAP}${wrapped(words, columns - beside, beside)}`;
    })
    .join("\n");
}

export function colored(verdict: Verdict, text: string, colors: Colors | null): string {
  if (colors === null) return text;
  switch (verdict) {
    case "supported":
      return colors.green(text);
    case "refuted":
      return colors.red(text);
    case "unverifiable":
      return colors.yellow(text);
    default:
      return verdict satisfies never;
  }
}
