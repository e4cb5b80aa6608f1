/**
 * AMBER (Wang et al. 2023): hallucination in descriptions (chair, cover, hal, cog) and in yes/no answers, without a language model as judge.
 *
 * Figures are percentages with one decimal, as its scorer prints them; its guard of 0.001 below every line is kept, and its positive class
 * "no": a yes/no answer counts only where it is exactly "Yes" or "No". Word-vector similarity, which the scorer also asks for words that
 * are in no list, is left out.
 */
import type { Resampling } from "../../statistics/bootstrap.js";
import { type Totals, totalsIntervals, totalsOf } from "../../statistics/totals.js";
import { type Located, refuseRepeats, wrongRow } from "../files/located.js";
import type { Score } from "../score.js";
import { DESCRIPTION_COLUMNS, judgeDescription } from "./description.js";
import { percent } from "./percent.js";
import type { AmberAnswer, AmberEntry, AmberItem } from "./rows.js";
import type { AmberWords } from "./words.js";
import { FAMILIES, judgeYesNo, YES_NO_COLUMNS, yesNoRates } from "./yes-no.js";

/**
 * Over the answers given; figures of a part without an answer are null.
 * @throws YaffleError `invalid_request` where an answer stands twice or belongs to no question
 */
export function scoreAmber(
  answers: readonly Located<AmberAnswer>[],
  entries: readonly AmberEntry[],
  words: AmberWords,
  resampling: Resampling,
): Score<AmberItem> {
  refuseRepeats(answers, "id", ({ id }) => String(id));
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const judged = answers.map((row) => {
    const entry = byId.get(row.value.id);
    if (entry === undefined) throw wrongRow(row, "id", `${row.value.id} is the id of no question.`);
    if (entry.type === "generative") return { part: "description" as const, ...judgeDescription(row.value.response, entry, words) };
    return { part: "yes_no" as const, ...judgeYesNo(row.value.response, entry) };
  });
  const strata = (["description", "yes_no"] as const).map((part) => judged.filter((one) => one.part === part).map(({ totals }) => totals));
  const [descriptions = [], yesNo = []] = strata;
  return {
    score: "amber",
    variant: "exact",
    figures: {
      ...ratesOf([totalsOf(descriptions, DESCRIPTION_COLUMNS), totalsOf(yesNo, YES_NO_COLUMNS)]),
      ...{ descriptions: descriptions.length, yes_no_answers: yesNo.length },
    },
    intervals: totalsIntervals(strata, ratesOf, resampling),
    items: judged.map(({ item }) => item),
  };
}

function ratesOf([descriptions = [], yesNo = []]: readonly Totals[]) {
  const [hallucinated = 0, kept = 0, covered = 0, truth = 0, withAny = 0, responses = 0, imagined = 0, expected = 0] = descriptions;
  const described = (part: number, whole: number) => (responses > 0 ? percent(part, whole) : null);
  return {
    chair: described(hallucinated, kept),
    cover: described(covered, truth),
    hal: described(withAny, responses),
    cog: described(imagined, expected),
    ...yesNoRates(yesNo, null),
    ...Object.assign({}, ...FAMILIES.map((family) => yesNoRates(yesNo, family))),
  };
}
