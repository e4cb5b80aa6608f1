/** The table of responses: sorted, filtered, a page at a time, each row opening to its details. */
import type { PageRow } from "../page-data.js";
import { controls } from "./controls.js";
import { detailView } from "./detail.js";
import { counted, element, number, percent } from "./dom.js";
import { arranged, type Filters, NO_FILTERS, type Order, type SortKey, searchableText } from "./filters.js";
import { verdictBar } from "./overview.js";
import type { PageData } from "./unpack.js";

const ROWS_PER_PAGE = 25;
const COLUMNS: readonly (readonly [SortKey | null, string])[] = [
  [null, "Picture"],
  ["id", "Response"],
  ["model", "Model"],
  ["refuted", "Refuted"],
  ["supported", "Supported"],
  ["open", "Open"],
  ["rate", "Rate"],
];

export function responsesTable(data: PageData): HTMLElement {
  const { facts, rows } = data;
  const searchable = rows.map(searchableText);
  const hasModels = facts.models.length > 0;
  const columns = COLUMNS.filter(([key]) => key !== "model" || hasModels);
  let filters: Filters = NO_FILTERS;
  let order: Order = { key: "refuted", descending: true };
  let first = 0;
  const status = element("p", { class: "status", role: "status" });
  const body = element("tbody");
  const head = element("tr");
  const pager = element("nav", { class: "pager", "aria-label": "Pages of the table" });

  const render = (): void => {
    const places = arranged(rows, searchable, facts, filters, order);
    first = Math.min(first, Math.max(0, Math.ceil(places.length / ROWS_PER_PAGE) - 1) * ROWS_PER_PAGE);
    const shown = places.slice(first, first + ROWS_PER_PAGE);
    head.replaceChildren(...columns.map(([key, name]) => headCell(key, name)));
    body.replaceChildren(...shown.flatMap((place) => rowElements(data, place, columns.length, hasModels)));
    const range = shown.length === 0 ? "" : ` · ${number(first + 1)} to ${number(first + shown.length)}`;
    status.textContent = `${places.length === rows.length ? counted(rows.length, "response") : `${number(places.length)} of ${counted(rows.length, "response")}`}${range}`;
    pager.replaceChildren(
      pageButton("← Previous", first - ROWS_PER_PAGE, places.length),
      pageButton("Next →", first + ROWS_PER_PAGE, places.length),
    );
  };
  const headCell = (key: SortKey | null, name: string): HTMLElement => {
    if (key === null) return element("th", { scope: "col" }, name);
    const isSorted = order.key === key;
    const button = element(
      "button",
      { type: "button", "data-sort": key },
      name,
      element("span", { "aria-hidden": "true" }, isSorted ? (order.descending ? " ↓" : " ↑") : ""),
    );
    button.addEventListener("click", () => {
      order = { key, descending: isSorted ? !order.descending : key !== "id" && key !== "model" };
      first = 0;
      render();
      head.querySelector<HTMLElement>(`[data-sort="${key}"]`)?.focus();
    });
    return element("th", { scope: "col", "aria-sort": isSorted ? (order.descending ? "descending" : "ascending") : "none" }, button);
  };
  const pageButton = (name: string, target: number, total: number): HTMLElement => {
    const button = element("button", { type: "button", disabled: target < 0 || target >= total }, name);
    button.addEventListener("click", () => {
      first = target;
      render();
      status.scrollIntoView({ block: "nearest" });
    });
    return button;
  };
  render();
  return element(
    "section",
    { class: "responses", "aria-labelledby": "responses" },
    element("h2", { id: "responses" }, "Responses"),
    controls(data, (changed) => {
      filters = changed;
      first = 0;
      render();
    }),
    status,
    element("div", { class: "scroll" }, element("table", { class: "rows" }, element("thead", {}, head), body)),
    pager,
  );
}

function rowElements(data: PageData, place: number, columns: number, hasModels: boolean): readonly HTMLElement[] {
  const row = data.rows[place];
  if (row === undefined) return [];
  const [id, model, original, supported, refuted, unverifiable, changed, , , picture] = row;
  const source = data.picture(picture);
  const toggle = element("button", { type: "button", class: "toggle", "aria-expanded": "false" }, id);
  const detail = element("tr", { class: "opened", hidden: true }, element("td", { colspan: columns }));
  const line = element(
    "tr",
    { class: "row" },
    element(
      "td",
      { class: "thumb" },
      source === null ? element("span", { class: "none" }) : element("img", { src: source, alt: "", loading: "lazy" }),
    ),
    element(
      "td",
      { class: "response" },
      element("div", {}, toggle, changed === 1 ? element("span", { class: "badge" }, "corrected") : null),
      element("p", {}, original),
      verdictBar({ supported, refuted, unverifiable }),
    ),
    hasModels ? element("td", { class: "model" }, data.facts.models[model]?.name ?? "–") : null,
    element("td", { class: refuted > 0 ? "count refuted" : "count", "data-name": "refuted" }, String(refuted)),
    element("td", { class: "count", "data-name": "supported" }, String(supported)),
    element("td", { class: "count", "data-name": "open" }, String(unverifiable)),
    element("td", { class: "count", "data-name": "rate" }, percent(supported + refuted === 0 ? null : refuted / (supported + refuted))),
  );
  const open = (): void => void setOpen(data, row, place, line, detail, toggle);
  toggle.addEventListener("click", (event) => {
    event.stopPropagation();
    open();
  });
  line.addEventListener("click", open);
  detail.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    open();
    toggle.focus();
  });
  return [line, detail];
}

async function setOpen(
  data: PageData,
  row: PageRow,
  place: number,
  line: HTMLElement,
  detail: HTMLElement,
  toggle: HTMLElement,
): Promise<void> {
  const isOpen = !detail.hidden;
  detail.hidden = isOpen;
  line.classList.toggle("isopen", !isOpen);
  toggle.setAttribute("aria-expanded", String(!isOpen));
  const cell = detail.firstElementChild;
  if (isOpen || cell === null || cell.childElementCount > 0) return;
  const found = await data.detail(place);
  if (found !== null && cell.childElementCount === 0) cell.append(detailView(row, found, data));
}
