/** What an audit found as a whole: summary.json, kept up to date row by row in memory that does not grow with the rows. */
import { CLAIM_KINDS } from "../../domain/claim.js";
import type { Interval, Resampling } from "../../statistics/bootstrap.js";
import { Tally } from "../../statistics/tally.js";
import { VERSION } from "../../version.js";
import type { WrittenError, WrittenResult } from "../outcome.js";

/** The same intervals for the same rows, in whatever order they came. */
const RESAMPLING: Resampling = { seed: 1, resamples: 1000 };

export interface SummaryFigures {
  readonly claims: number;
  readonly supported: number;
  readonly refuted: number;
  readonly unverifiable: number;
  /** refuted / (supported + refuted); null when both are 0. */
  readonly hallucination_rate: number | null;
  /** 95%, by the bootstrap over responses. */
  readonly intervals: { readonly hallucination_rate?: Interval };
}

/** The document summary.json. */
export interface AuditSummary extends SummaryFigures {
  readonly version: { readonly yaffle: string; readonly summary: 1 };
  /** Whether every row was done; false where the run was interrupted or gave up. */
  readonly complete: boolean;
  /** All that are done, the failed ones among them. */
  readonly rows: number;
  readonly failed: number;
  /** Responses that were corrected. */
  readonly changed: number;
  readonly by_kind: Readonly<Record<string, SummaryFigures>>;
  /** Of rows that name one. */
  readonly by_model: Readonly<Record<string, SummaryFigures & { readonly rows: number; readonly changed: number }>>;
  /** How many rows failed by which code. */
  readonly errors: Readonly<Record<string, number>>;
}

interface Counts {
  readonly supported: number;
  readonly refuted: number;
  readonly unverifiable: number;
}

class Sums {
  rows = 0;
  changed = 0;
  readonly #verdicts = { supported: 0, refuted: 0, unverifiable: 0 };
  readonly #tally = new Tally();

  add({ supported, refuted, unverifiable }: Counts, changed = false): void {
    this.rows += 1;
    if (changed) this.changed += 1;
    this.#verdicts.supported += supported;
    this.#verdicts.refuted += refuted;
    this.#verdicts.unverifiable += unverifiable;
    if (supported + refuted > 0) this.#tally.add(refuted, supported);
  }

  rate(): number | null {
    return this.#tally.share();
  }

  figures(): SummaryFigures {
    const { supported, refuted, unverifiable } = this.#verdicts;
    const interval = this.#tally.interval(RESAMPLING);
    return {
      claims: supported + refuted + unverifiable,
      supported,
      refuted,
      unverifiable,
      hallucination_rate: this.rate(),
      intervals: interval === null ? {} : { hallucination_rate: interval },
    };
  }
}

export class SummaryBuilder {
  readonly #all = new Sums();
  readonly #kinds = new Map(CLAIM_KINDS.map((kind) => [kind as string, new Sums()]));
  readonly #models = new Map<string, Sums>();
  readonly #errors = new Map<string, number>();
  #failed = 0;

  addResult({ summary, changed, row: { model } }: WrittenResult): void {
    this.#all.add(summary, changed);
    for (const [kind, counts] of Object.entries(summary.by_kind)) this.#kinds.get(kind)?.add(counts);
    if (model === null) return;
    const sums = this.#models.get(model) ?? new Sums();
    this.#models.set(model, sums);
    sums.add(summary, changed);
  }

  addError({ error: { code } }: WrittenError): void {
    this.#failed += 1;
    this.#errors.set(code, (this.#errors.get(code) ?? 0) + 1);
  }

  /** Rows that are done, the failed ones among them. */
  get rows(): number {
    return this.#all.rows + this.#failed;
  }

  get failed(): number {
    return this.#failed;
  }

  get hallucinationRate(): number | null {
    return this.#all.rate();
  }

  build(complete: boolean): AuditSummary {
    return {
      version: { yaffle: VERSION, summary: 1 },
      complete,
      rows: this.rows,
      failed: this.#failed,
      changed: this.#all.changed,
      ...this.#all.figures(),
      by_kind: Object.fromEntries([...this.#kinds].map(([kind, sums]) => [kind, sums.figures()])),
      by_model: Object.fromEntries(
        [...this.#models].sort().map(([model, sums]) => [model, { rows: sums.rows, changed: sums.changed, ...sums.figures() }]),
      ),
      errors: Object.fromEntries([...this.#errors].sort()),
    };
  }
}
