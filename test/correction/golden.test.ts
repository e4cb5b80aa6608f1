import { describe, expect, it } from "vitest";
import { correct } from "../../src/correction/correct.js";
import { CLAIM_KINDS } from "../../src/domain/claim.js";
import { extract } from "../../src/extraction/extract.js";
import { readAnswer } from "../../src/scoring/mme/mme.js";
import { readsAsYes } from "../../src/scoring/pope/answer.js";
import { judgeAll } from "../support/oracle.js";
import * as announced from "./golden/announced.js";
import * as answers from "./golden/answers.js";
import * as answersRestated from "./golden/answers-restated.js";
import * as askedWords from "./golden/asked-words.js";
import type { GoldenCase } from "./golden/case.js";
import * as company from "./golden/company.js";
import * as denials from "./golden/denials.js";
import * as echoes from "./golden/echoes.js";
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
import * as supposed from "./golden/supposed.js";
import * as yesNo from "./golden/yes-no.js";
import * as yesNoForms from "./golden/yes-no-forms.js";

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
  ...askedWords,
  ...answersRestated,
  ...yesNo,
  ...yesNoForms,
  ...supposed,
  ...company,
  ...announced,
  ...echoes,
};

describe.each(Object.entries(TOPICS))("golden corpus, %s", (_topic, cases) => {
  it.each(cases)("$response", ({ response, prompt = null, facts, corrected }) => {
    const { claims } = extract(response, { prompt, kinds: CLAIM_KINDS });
    expect(correct(response, judgeAll(claims, facts), { prompt }).corrected).toBe(corrected);
  });
});

describe("an answer that begins with yes or no", () => {
  const answered = Object.values({ ...answers, ...yesNo })
    .flat()
    .filter(
      ({ prompt = " or ", response, corrected }) => !prompt.includes(" or ") && /^(?:yes|no)\b/i.test(response) && response !== corrected,
    );
  it.each(answered)("$response stays one that MME's scorer reads", ({ corrected }) => {
    expect(readAnswer(corrected)).toBe(/^\W*yes/i.test(corrected) ? "yes" : "no");
  });
  // POPE's scorer finds a "no" anywhere in the first sentence: "a cat but no dog".
  it.each(answered.filter(({ corrected }) => !/^yes.*\bno\b/i.test(corrected)))("$response is read alike by POPE's", ({ corrected }) => {
    expect(readsAsYes(corrected) ? "yes" : "no").toBe(readAnswer(corrected));
  });
});

it("the golden corpus holds at least 150 pairs", () => {
  expect(Object.values(TOPICS).flat().length).toBeGreaterThanOrEqual(150);
});
