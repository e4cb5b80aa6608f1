/**
 * Two audits of the same rows side by side: what differs, and whether chance could do that.
 *
 * Rows are paired by id, which takes the differences between rows out of the comparison. Rates are compared by a paired bootstrap over
 * rows, flags (a response has a refuted claim; it was corrected) by McNemar's exact test. Claims of one response hang on each other, so
 * their p-values come out too small: they are told as counts, and tests are on rows.
 */
import { CLAIM_KINDS } from "../../domain/claim.js";
import { VERDICTS, type Verdict } from "../../domain/judgement.js";
import type { Interval, Resampling } from "../../statistics/bootstrap.js";
import { mcnemarExact } from "../../statistics/mcnemar.js";
import { type Rates, type Totals, totalsIntervals, totalsOf } from "../../statistics/totals.js";
import { AFTER, COLUMNS_A_KIND, READING_WIDTH, type Reading } from "./reading.js";

/** Rates are null where they have no value. */
export interface RateComparison {
  readonly a: number | null;
  readonly b: number | null;
  /** b − a. */
  readonly difference: number | null;
  /** 95%, of the difference; null where it has no value. */
  readonly interval: Interval | null;
}

export interface FlagComparison {
  /** Share of the rows. */
  readonly a: number | null;
  readonly b: number | null;
  /** Rows with the flag in one audit alone. */
  readonly only_a: number;
  readonly only_b: number;
  /** McNemar's exact test, two-sided. */
  readonly p: number;
}

export interface RowDifference {
  readonly id: string;
  /** Refuted claims. */
  readonly a: number;
  readonly b: number;
}

export interface Comparison {
  readonly rows: { readonly paired: number; readonly only_a: number; readonly only_b: number; readonly other_text: number };
  readonly rates: Readonly<Record<string, RateComparison>>;
  readonly flags: Readonly<Record<string, FlagComparison>>;
  /** Claims that both audits judged (same text, same words), and how their verdicts go together: verdicts[a][b]. */
  readonly claims: {
    readonly paired: number;
    readonly agreeing: number;
    readonly verdicts: Readonly<Record<Verdict, Readonly<Record<Verdict, number>>>>;
  };
  /** Rows whose number of refuted claims differs, the largest differences first. */
  readonly differing: readonly RowDifference[];
}

type Pair = readonly [a: Reading, b: Reading];

export function compareReadings(a: ReadonlyMap<string, Reading>, b: ReadonlyMap<string, Reading>, resampling: Resampling): Comparison {
  const pairs = [...a.values()].flatMap((reading): readonly Pair[] => {
    const other = b.get(reading.id);
    return other === undefined ? [] : [[reading, other]];
  });
  return {
    rows: {
      paired: pairs.length,
      only_a: a.size - pairs.length,
      only_b: b.size - pairs.length,
      other_text: pairs.filter(([one, other]) => one.text !== other.text).length,
    },
    rates: comparedRates(pairs, resampling),
    flags: {
      refuted: comparedFlag(pairs, ({ refuted }) => refuted > 0),
      changed: comparedFlag(pairs, ({ changed }) => changed),
    },
    claims: comparedClaims(pairs),
    differing: pairs
      .filter(([one, other]) => one.refuted !== other.refuted)
      .map(([one, other]) => ({ id: one.id, a: one.refuted, b: other.refuted }))
      .sort((one, other) => Math.abs(other.b - other.a) - Math.abs(one.b - one.a)),
  };
}

function comparedRates(pairs: readonly Pair[], resampling: Resampling): Readonly<Record<string, RateComparison>> {
  const rows = pairs.map(([one, other]) => [...one.numbers, ...other.numbers]);
  const totals = totalsOf(rows, 2 * READING_WIDTH);
  const [first, second] = [ratesOf(totals.slice(0, READING_WIDTH)), ratesOf(totals.slice(READING_WIDTH))];
  const differences = differencesOf(totals);
  const intervals = totalsIntervals([rows], ([sums = []]) => differencesOf(sums), resampling);
  return Object.fromEntries(
    Object.entries(differences)
      .filter(([name]) => first[name] !== null || second[name] !== null)
      .map(([name, difference]) => [
        name,
        { a: first[name] ?? null, b: second[name] ?? null, difference, interval: difference === null ? null : (intervals[name] ?? null) },
      ]),
  );
}

/** @param sums those of the first audit, then those of the second */
function differencesOf(sums: Totals): Rates {
  const second = ratesOf(sums.slice(READING_WIDTH));
  return Object.fromEntries(
    Object.entries(ratesOf(sums.slice(0, READING_WIDTH))).map(([name, value]) => {
      const other = second[name] ?? null;
      return [name, value === null || other === null ? null : other - value];
    }),
  );
}

function ratesOf(sums: Totals): Rates {
  const kinds = CLAIM_KINDS.map((kind, place) => {
    const [supported = 0, refuted = 0, open = 0] = sums.slice(place * COLUMNS_A_KIND, (place + 1) * COLUMNS_A_KIND);
    return { kind, supported, refuted, open };
  });
  const all = (key: "supported" | "refuted" | "open"): number => kinds.reduce((sum, counts) => sum + counts[key], 0);
  const [supported, refuted, open] = [all("supported"), all("refuted"), all("open")];
  const [supportedAfter = 0, refutedAfter = 0] = sums.slice(AFTER);
  return {
    hallucination_rate: share(refuted, supported + refuted),
    after_correction: share(refutedAfter, supportedAfter + refutedAfter),
    decided: share(supported + refuted, supported + refuted + open),
    ...Object.fromEntries(
      kinds.map((counts) => [`hallucination_rate.${counts.kind}`, share(counts.refuted, counts.supported + counts.refuted)]),
    ),
  };
}

function comparedFlag(pairs: readonly Pair[], isSet: (reading: Reading) => boolean): FlagComparison {
  const count = (first: boolean, second: boolean): number =>
    pairs.filter(([one, other]) => isSet(one) === first && isSet(other) === second).length;
  const [both, onlyA, onlyB] = [count(true, true), count(true, false), count(false, true)];
  return {
    a: share(both + onlyA, pairs.length),
    b: share(both + onlyB, pairs.length),
    only_a: onlyA,
    only_b: onlyB,
    p: mcnemarExact(onlyA, onlyB),
  };
}

function comparedClaims(pairs: readonly Pair[]): Comparison["claims"] {
  const none = (): Record<Verdict, number> => ({ supported: 0, refuted: 0, unverifiable: 0 });
  const verdicts: Record<Verdict, Record<Verdict, number>> = { supported: none(), refuted: none(), unverifiable: none() };
  let paired = 0;
  for (const [one, other] of pairs) {
    if (one.text !== other.text) continue;
    for (const [claim, verdict] of one.verdicts) {
      const second = other.verdicts.get(claim);
      if (second === undefined) continue;
      verdicts[verdict][second] += 1;
      paired += 1;
    }
  }
  return { paired, agreeing: VERDICTS.reduce((sum, verdict) => sum + verdicts[verdict][verdict], 0), verdicts };
}

function share(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}
