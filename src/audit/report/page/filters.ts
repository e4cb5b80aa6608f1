/** Which rows the table shows and in what order. */
import type { PageFacts, PageRow } from "../page-data.js";

export interface Filters {
  /** Words that must all stand in the id, the response or the refuted objects; case is folded. */
  readonly search: string;
  /** Place of a model; null: any. */
  readonly model: number | null;
  readonly show: "all" | "refuted" | "changed" | "undecided";
  /** Place of a kind of which a claim was refuted; null: any. */
  readonly kind: number | null;
  /** A category that was refuted; null: any. */
  readonly object: string | null;
}

export const NO_FILTERS: Filters = { search: "", model: null, show: "all", kind: null, object: null };

export const SORT_KEYS = ["id", "model", "refuted", "supported", "open", "rate"] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export interface Order {
  readonly key: SortKey;
  readonly descending: boolean;
}

/** Places of the rows that pass, in order; equal ones stay as they are in the file. */
export function arranged(
  rows: readonly PageRow[],
  searchable: readonly string[],
  facts: PageFacts,
  filters: Filters,
  order: Order,
): readonly number[] {
  const words = filters.search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const places = rows.flatMap((row, place) =>
    passes(row, filters) && words.every((word) => searchable[place]?.includes(word)) ? [place] : [],
  );
  const values = rows.map((row) => sortValue(row, order.key, facts));
  const sign = order.descending ? -1 : 1;
  return places.sort((a, b) => sign * compared(values[a] ?? null, values[b] ?? null) || a - b);
}

/** What the search looks in. */
export function searchableText([id, , original, , , , , , objects]: PageRow): string {
  return `${id}\n${original}\n${objects.join(" ")}`.toLowerCase();
}

function passes([, model, , supported, refuted, , changed, kinds, objects]: PageRow, filters: Filters): boolean {
  if (filters.model !== null && filters.model !== model) return false;
  if (filters.kind !== null && (kinds & (1 << filters.kind)) === 0) return false;
  if (filters.object !== null && !objects.includes(filters.object)) return false;
  switch (filters.show) {
    case "all":
      return true;
    case "refuted":
      return refuted > 0;
    case "changed":
      return changed === 1;
    case "undecided":
      return supported + refuted === 0;
    default:
      return filters.show satisfies never;
  }
}

function sortValue([id, model, , supported, refuted, open]: PageRow, key: SortKey, { models }: PageFacts): string | number | null {
  switch (key) {
    case "id":
      return id;
    case "model":
      return models[model]?.name ?? null;
    case "refuted":
      return refuted;
    case "supported":
      return supported;
    case "open":
      return open;
    case "rate":
      return supported + refuted === 0 ? null : refuted / (supported + refuted);
    default:
      return key satisfies never;
  }
}

const NAMES = new Intl.Collator("en", { numeric: true });

/** What has no value comes before all that has. */
function compared(a: string | number | null, b: string | number | null): number {
  if (a === null || b === null) return (a === null ? 0 : 1) - (b === null ? 0 : 1);
  return typeof a === "string" || typeof b === "string" ? NAMES.compare(String(a), String(b)) : a - b;
}
