/**
 * What report.html carries, written by this folder and read by the script in page/: figures, a light list of all rows, and blocks of
 * pictures and of details that the browser unpacks when it needs them.
 *
 * Types only. Rows are tuples and not objects: ten thousand times the same names would be most of the file.
 */

/** Verdicts by their place in `VERDICTS`. */
export type VerdictIndex = 0 | 1 | 2;

/** A share with its 95% interval; `low` and `high` are null where there is none. */
export interface PageRate {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface PageGroup {
  /** A claim kind or a model. */
  readonly name: string;
  /** Responses; null for a kind, which has none. */
  readonly rows: number | null;
  readonly supported: number;
  readonly refuted: number;
  readonly unverifiable: number;
  readonly rate: PageRate;
}

export interface PageObject {
  readonly name: string;
  /** Responses with at least one refuted claim about it, and those with a supported one and none refuted. */
  readonly refuted: number;
  readonly supported: number;
}

/** Claims whose probability lies in one of `SURENESS_BINS` equal steps, by verdict. */
export interface PageBin {
  readonly supported: number;
  readonly refuted: number;
  readonly unverifiable: number;
}

/** What the probabilities promise of the verdicts, where they are right. */
export interface PageReliability {
  readonly bins: readonly PageBin[];
  /** Mean probability of supported claims: the share of them that is expected to be true. */
  readonly supportedTrue: number | null;
  /** 1 − mean probability of refuted claims: the share of them that is expected to be false. */
  readonly refutedFalse: number | null;
}

export interface PageBeforeAfter {
  readonly before: PageRate;
  readonly after: PageRate;
  /** Responses with at least one refuted claim, of all responses. */
  readonly rowsBefore: PageRate;
  readonly rowsAfter: PageRate;
  readonly claimsBefore: number;
  readonly claimsAfter: number;
}

/** Sizes and numbers that the page tells its reader. */
export interface PageFacts {
  readonly title: string;
  readonly yaffle: string;
  readonly experts: readonly string[];
  readonly complete: boolean;
  readonly rows: number;
  readonly failed: number;
  readonly changed: number;
  readonly errors: readonly (readonly [code: string, rows: number])[];
  readonly all: PageGroup;
  readonly kinds: readonly PageGroup[];
  readonly models: readonly PageGroup[];
  readonly objects: readonly PageObject[];
  readonly reliability: PageReliability;
  /** Null where nothing was corrected (reports of `verify`). */
  readonly beforeAfter: PageBeforeAfter | null;
  /** Rows in the table; fewer than `rows` − `failed` where there are too many. */
  readonly listed: number;
  /** Pictures of the listed rows, and how many of them are in the file. */
  readonly pictures: number;
  readonly embedded: number;
  readonly rowsPerBlock: number;
  readonly picturesPerBlock: number;
}

/** What the table needs of a row. */
export type PageRow = readonly [
  id: string,
  /** Of `PageFacts.models`; −1 where the row names none. */
  model: number,
  original: string,
  supported: number,
  refuted: number,
  unverifiable: number,
  changed: 0 | 1,
  /** Kinds with a refuted claim, as bits by their place in `CLAIM_KINDS`. */
  refutedKinds: number,
  /** Categories that were refuted. */
  refutedObjects: readonly string[],
  /** Number of the first picture among those in the file; −1 where it is not. */
  picture: number,
];

/** Fractions of the picture, and a probability or null. */
export type PageBox = readonly [x1: number, y1: number, x2: number, y2: number, score: number | null];

export interface PageEvidence {
  readonly type: string;
  readonly expert: string;
  /** Of the row's pictures. */
  readonly image: number;
  /** In words. */
  readonly says: string;
  readonly boxes: readonly PageBox[];
  /** Further faint boxes that are not drawn. */
  readonly more: number;
}

export type PageClaim = readonly [
  kind: number,
  verdict: VerdictIndex,
  probability: number | null,
  text: string,
  reason: string,
  start: number,
  end: number,
  /** Places in the row's evidence. */
  evidence: readonly number[],
];

export interface PagePicture {
  /** Number among the pictures in the file; −1 where it is not there. */
  readonly at: number;
  readonly width: number;
  readonly height: number;
}

/** What opens with a row. Offsets are of its original. */
export interface PageDetail {
  readonly prompt: string | null;
  readonly edits: readonly (readonly [start: number, end: number, replacement: string])[];
  readonly claims: readonly PageClaim[];
  readonly evidence: readonly PageEvidence[];
  readonly pictures: readonly PagePicture[];
  readonly degraded: readonly string[];
  /** Refuted claims of the corrected text; null where it was not judged. */
  readonly left: number | null;
}
