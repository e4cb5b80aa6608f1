/**
 * What the charts show, counted in one pass over the reports; rates by kind and by model come from the summary of the audit, so that
 * report.html and summary.json never differ.
 *
 * Without people's labels nobody knows how often verdicts are right. `reliability` says what the probabilities promise: it is as good as
 * the calibration of the experts (docs/accuracy.md measures that).
 */

import type { Resampling } from "../../statistics/bootstrap.js";
import { Tally } from "../../statistics/tally.js";
import type { ResultLine } from "../outcome.js";
import type { AuditSummary, SummaryFigures } from "../summary/summary.js";
import type { PageBeforeAfter, PageBin, PageGroup, PageObject, PageRate, PageReliability } from "./page-data.js";

export const SURENESS_BINS = 20;
const MAX_OBJECTS = 20;
/** More distinct categories than a vocabulary has would be nouns from anywhere: the rarest beyond this are not counted. */
const MAX_CATEGORIES = 20_000;
const RESAMPLING: Resampling = { seed: 1, resamples: 1000 };

export class Figures {
  readonly #objects = new Map<string, { refuted: number; supported: number }>();
  readonly #bins = Array.from({ length: SURENESS_BINS }, () => ({ supported: 0, refuted: 0, unverifiable: 0 }));
  readonly #sums = { supported: { claims: 0, probability: 0 }, refuted: { claims: 0, probability: 0 } };
  readonly #rates = { before: new Tally(), after: new Tally(), rowsBefore: new Tally(), rowsAfter: new Tally() };
  readonly #claims = { before: 0, after: 0 };
  readonly #experts = new Set<string>();
  #corrected = 0;

  add(report: ResultLine): void {
    this.#addClaims(report);
    for (const { id } of report.experts) this.#experts.add(id);
    const { summary, corrected_summary: after } = report;
    if (after === null) return;
    this.#corrected += 1;
    this.#claims.before += summary.claims;
    this.#claims.after += after.claims;
    this.#rates.before.add(summary.refuted, summary.supported);
    this.#rates.after.add(after.refuted, after.supported);
    this.#rates.rowsBefore.add(summary.refuted > 0 ? 1 : 0, summary.refuted > 0 ? 0 : 1);
    this.#rates.rowsAfter.add(after.refuted > 0 ? 1 : 0, after.refuted > 0 ? 0 : 1);
  }

  #addClaims({ claims }: ResultLine): void {
    const seen = new Map<string, boolean>();
    for (const { verdict, probability, object } of claims) {
      if (probability !== null) {
        const bin = this.#bins[Math.min(SURENESS_BINS - 1, Math.floor(probability * SURENESS_BINS))];
        if (bin !== undefined) bin[verdict] += 1;
      }
      if (verdict === "unverifiable") continue;
      const sum = this.#sums[verdict];
      if (probability !== null) {
        sum.claims += 1;
        sum.probability += probability;
      }
      if (object !== null) seen.set(object.category, (seen.get(object.category) ?? false) || verdict === "refuted");
    }
    for (const [category, isRefuted] of seen) {
      const counts = this.#objects.get(category) ?? { refuted: 0, supported: 0 };
      if (isRefuted) counts.refuted += 1;
      else counts.supported += 1;
      if (this.#objects.size < MAX_CATEGORIES) this.#objects.set(category, counts);
    }
  }

  get experts(): readonly string[] {
    return [...this.#experts].sort();
  }

  /** Those that were refuted in most responses. */
  objects(): readonly PageObject[] {
    return [...this.#objects]
      .filter(([, { refuted }]) => refuted > 0)
      .sort(([nameA, a], [nameB, b]) => b.refuted - a.refuted || (nameA < nameB ? -1 : 1))
      .slice(0, MAX_OBJECTS)
      .map(([name, counts]) => ({ name, ...counts }));
  }

  reliability(): PageReliability {
    const { supported, refuted } = this.#sums;
    const bins: readonly PageBin[] = this.#bins;
    return {
      bins,
      supportedTrue: supported.claims === 0 ? null : supported.probability / supported.claims,
      refutedFalse: refuted.claims === 0 ? null : 1 - refuted.probability / refuted.claims,
    };
  }

  /** Null where nothing was corrected. */
  beforeAfter(): PageBeforeAfter | null {
    if (this.#corrected === 0) return null;
    const { before, after, rowsBefore, rowsAfter } = this.#rates;
    return {
      before: rateOf(before),
      after: rateOf(after),
      rowsBefore: rateOf(rowsBefore),
      rowsAfter: rateOf(rowsAfter),
      claimsBefore: this.#claims.before,
      claimsAfter: this.#claims.after,
    };
  }
}

/** A group of the audit's summary, for a chart. */
export function groupOf(name: string, rows: number | null, figures: SummaryFigures): PageGroup {
  const { supported, refuted, unverifiable, hallucination_rate: value, intervals } = figures;
  const [low, high] = intervals.hallucination_rate ?? [null, null];
  return { name, rows, supported, refuted, unverifiable, rate: { value, low, high } };
}

/** Kinds that have claims, and models by falling rate. */
export function groupsOf(summary: AuditSummary): { readonly kinds: readonly PageGroup[]; readonly models: readonly PageGroup[] } {
  const kinds = Object.entries(summary.by_kind).map(([kind, figures]) => groupOf(kind, null, figures));
  const models = Object.entries(summary.by_model).map(([model, figures]) => groupOf(model, figures.rows, figures));
  return {
    kinds: kinds.filter((kind) => kind.supported + kind.refuted + kind.unverifiable > 0),
    models: models.sort((a, b) => (b.rate.value ?? -1) - (a.rate.value ?? -1) || (a.name < b.name ? -1 : 1)),
  };
}

function rateOf(tally: Tally): PageRate {
  const [low, high] = tally.interval(RESAMPLING) ?? [null, null];
  return { value: tally.share(), low, high };
}
