/** What is counted of a running service: the port. Its adapter for Prometheus is prometheus.ts. */
import type { RequestFacts } from "./log.js";

/** A request as it is counted: which, how it ended, how long it took. Neither ids nor anything that a caller may choose. */
export type RequestCount = Pick<RequestFacts, "transport" | "method" | "code" | "durationMs">;

/** One call of an expert. */
export interface ExpertCall {
  readonly expert: string;
  /** "detector", "answerer" */
  readonly role: string;
  /** Null for those who know one only. */
  readonly effort: string | null;
  /** "ok" or the error code. */
  readonly outcome: string;
  readonly durationMs: number;
}

/** What a report says in numbers. */
export interface ReportCount {
  readonly supported: number;
  readonly refuted: number;
  readonly unverifiable: number;
  readonly changed: boolean;
  /** By stage of the walk. */
  readonly stagesMs: Readonly<Record<string, number>>;
}

/** What is asked for when the page is. */
export interface ServiceState {
  readonly isReady: boolean;
  /** Requests that have a seat, and those of them that are worked on. */
  readonly present: number;
  readonly working: number;
  /** Null where the service keeps no batches. */
  readonly batches: BatchesState | null;
}

export interface BatchesState {
  /** How many there are in each state. */
  readonly byState: Readonly<Record<string, number>>;
  /** Rows of batches that are not done, and that have no outcome yet. */
  readonly rowsLeft: number;
  /** Null where the queue does not answer. */
  readonly queue: QueueState | null;
}

/** Over all audits and batches that share the queue. */
export interface QueueState {
  /** What is counted: rows in this process, chunks of rows on Redis. */
  readonly unit: string;
  readonly waiting: number;
  readonly active: number;
}

export interface MetricsPage {
  readonly contentType: string;
  readonly text: string;
}

export interface Metrics {
  requestEnded(request: RequestCount): void;
  expertCalled(call: ExpertCall): void;
  reported(report: ReportCount): void;
  page(state: ServiceState): Promise<MetricsPage>;
}

/** Counts nothing: for what is no service. */
export const NO_METRICS: Metrics = {
  requestEnded: () => undefined,
  expertCalled: () => undefined,
  reported: () => undefined,
  page: async () => ({ contentType: "text/plain; charset=utf-8", text: "" }),
};
