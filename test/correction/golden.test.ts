import { describe, expect, it } from "vitest";
import { correct } from "../../src/correction/correct.js";
import { CLAIM_KINDS } from "../../src/domain/claim.js";
import { extract } from "../../src/extraction/extract.js";
import { judgeAll } from "../support/oracle.js";
import * as answers from "./golden/answers.js";
import type { GoldenCase } from "./golden/case.js";
import * as denials from "./golden/denials.js";
import * as halves from "./golden/halves.js";
import * as joined from "./golden/joined.js";
import * as layout from "./golden/layout.js";
import * as lists from "./golden/lists.js";
import * as markup from "./golden/markup.js";
import * as numbers from "./golden/numbers.js";
import * as objects from "./golden/objects.js";
import * as parts from "./golden/parts.js";
import * as qualities from "./golden/qualities.js";
import * as salvaged from "./golden/salvaged.js";
import * as stranded from "./golden/stranded.js";

const TOPICS: Readonly<Record<string, readonly GoldenCase[]>> = {
  ...objects,
  ...numbers,
  ...qualities,
  ...answers,
  ...layout,
  ...stranded,
  ...joined,
  ...denials,
  ...parts,
  ...halves,
  ...lists,
  ...markup,
  ...salvaged,
};

describe.each(Object.entries(TOPICS))("golden corpus, %s", (_topic, cases) => {
  it.each(cases)("$response", ({ response, prompt = null, facts, corrected }) => {
    const { claims } = extract(response, { prompt, kinds: CLAIM_KINDS });
    expect(correct(response, judgeAll(claims, facts), { prompt }).corrected).toBe(corrected);
  });
});

it("the golden corpus holds at least 150 pairs", () => {
  expect(Object.values(TOPICS).flat().length).toBeGreaterThanOrEqual(150);
});
