/** Search and filters above the table. */
import { counted, element } from "./dom.js";
import { type Filters, NO_FILTERS } from "./filters.js";
import type { PageData } from "./unpack.js";
import { KINDS } from "./words.js";

const SEARCH_DELAY_MS = 120;
const SHOWN = { all: "all responses", refuted: "with a refuted claim", changed: "corrected", undecided: "with nothing decided" } as const;

/** @param changed called with the filters as they now are */
export function controls({ facts, rows }: PageData, changed: (filters: Filters) => void): HTMLElement {
  let filters = NO_FILTERS;
  const change = (some: Partial<Filters>): void => {
    filters = { ...filters, ...some };
    changed(filters);
  };
  const search = element("input", {
    type: "search",
    id: "search",
    placeholder: "words in id, response or refuted objects",
    autocomplete: "off",
    spellcheck: "false",
  });
  let timer = 0;
  search.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => change({ search: search.value }), SEARCH_DELAY_MS);
  });
  const show = choice("show", Object.entries(SHOWN), (value) => change({ show: isShown(value) ? value : "all" }));
  const model = choice("model", [["", "any model"], ...facts.models.map(({ name }, place) => [String(place), name] as const)], (value) =>
    change({ model: numberOf(value) }),
  );
  const kind = choice("kind", [["", "of any kind"], ...KINDS.map((name, place) => [String(place), name] as const)], (value) =>
    change({ kind: numberOf(value) }),
  );
  const object = choice("object", [["", "any object"], ...objectChoices(rows)], (value) => change({ object: value === "" ? null : value }));
  const reset = element("button", { type: "button" }, "Reset");
  reset.addEventListener("click", () => {
    search.value = "";
    for (const select of [show, model, kind, object]) select.selectedIndex = 0;
    change(NO_FILTERS);
  });
  return element(
    "form",
    { class: "controls", role: "search" },
    labelled("Search", search, "wide"),
    labelled("Show", show),
    facts.models.length > 0 ? labelled("Model", model) : null,
    labelled("Refuted claim", kind),
    labelled("Refuted object", object),
    reset,
  );
}

/** By falling number of rows. */
function objectChoices(rows: PageData["rows"]): readonly (readonly [string, string])[] {
  const counts = new Map<string, number>();
  for (const row of rows) for (const object of row[8]) counts.set(object, (counts.get(object) ?? 0) + 1);
  return [...counts]
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .map(([name, count]) => [name, `${name} (${counted(count, "response")})`]);
}

function choice(id: string, options: readonly (readonly [string, string])[], changed: (value: string) => void): HTMLSelectElement {
  const select = element("select", { id }, ...options.map(([value, name]) => element("option", { value }, name)));
  select.addEventListener("change", () => changed(select.value));
  return select;
}

function labelled(name: string, control: HTMLElement, look: string | null = null): HTMLElement {
  return element("label", { class: look }, element("span", {}, name), control);
}

function numberOf(value: string): number | null {
  return value === "" ? null : Number(value);
}

function isShown(value: string): value is Filters["show"] {
  return value in SHOWN;
}
