/** Puts the page together from what the file carries. */
import { charts } from "./charts.js";
import { element } from "./dom.js";
import { overview } from "./overview.js";
import { responsesTable } from "./table.js";
import { openData } from "./unpack.js";

const page = document.getElementById("page");

async function show(main: HTMLElement): Promise<void> {
  const data = await openData();
  main.replaceChildren(
    overview(data.facts),
    element("section", { class: "charts", "aria-label": "Charts" }, ...charts(data.facts)),
    responsesTable(data),
    element(
      "footer",
      {},
      "Open claims are those that the experts cannot decide; they enter no rate. Intervals are 95%, by the bootstrap over responses.",
    ),
  );
}

if (page !== null) {
  show(page).catch((error: unknown) => {
    page.replaceChildren(
      element("p", { class: "note" }, `This page could not be put together: ${String(error)}. A current browser is needed.`),
    );
  });
}
