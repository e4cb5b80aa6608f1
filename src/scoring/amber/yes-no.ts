/** AMBER's yes/no part. Positive class: "no", that is, what is asked for is not so. */
import type { Rates, Totals } from "../../statistics/totals.js";
import { percent, toOneDecimal } from "./percent.js";
import type { AmberItem, YesNoEntry } from "./rows.js";

/** What the questions are about: objects, their attributes, how they touch one another. */
export const FAMILIES = ["existence", "attribute", "relation"] as const;
export type Family = (typeof FAMILIES)[number];

/** A family: questions, right answers, truth no, right among these, answered no, right among these. */
const COLUMNS_A_FAMILY = 6;
export const YES_NO_COLUMNS = FAMILIES.length * COLUMNS_A_FAMILY;

/** Keeps F1 of nothing at 0; the scorer's own number. */
const F1_GUARD = 0.0001;

export function familyOf(type: YesNoEntry["type"]): Family {
  switch (type) {
    case "discriminative-hallucination":
      return "existence";
    case "discriminative-attribute-state":
    case "discriminative-attribute-number":
    case "discriminative-attribute-action":
      return "attribute";
    case "discriminative-relation":
    case "relation":
      return "relation";
    default:
      return type satisfies never;
  }
}

export function judgeYesNo(answer: string, { id, type, truth }: YesNoEntry): { readonly item: AmberItem; readonly totals: Totals } {
  const right = answer === (truth === "yes" ? "Yes" : "No");
  const isNo = truth === "no";
  const row = [true, right, isNo, isNo && right, answer === "No", answer === "No" && isNo].map(Number);
  const family = FAMILIES.indexOf(familyOf(type));
  const totals = FAMILIES.flatMap((_, index) => (index === family ? row : row.map(() => 0)));
  return { item: { id, type, truth, answer, right }, totals };
}

/**
 * Accuracy, precision, recall and F1 in percent. F1 is made of the rounded precision and recall, as in the scorer.
 * @param family null for all questions; else its name is put before the figures' names
 */
export function yesNoRates(totals: Totals, family: Family | null): Rates {
  const sums = (family === null ? FAMILIES : [family]).map((one) => {
    const start = FAMILIES.indexOf(one) * COLUMNS_A_FAMILY;
    return totals.slice(start, start + COLUMNS_A_FAMILY);
  });
  const sum = (column: number) => sums.reduce((all, row) => all + (row[column] ?? 0), 0);
  const prefix = family === null ? "" : `${family}_`;
  if (sum(0) === 0) return named(prefix, [null, null, null, null]);
  const precision = percent(sum(5), sum(4));
  const recall = percent(sum(3), sum(2));
  const f1 = toOneDecimal(((2 * (precision / 100) * (recall / 100)) / (precision / 100 + recall / 100 + F1_GUARD)) * 100);
  return named(prefix, [percent(sum(1), sum(0)), precision, recall, f1]);
}

function named(prefix: string, [accuracy = null, precision = null, recall = null, f1 = null]: readonly (number | null)[]): Rates {
  return Object.fromEntries(Object.entries({ accuracy, precision, recall, f1 }).map(([name, value]) => [prefix + name, value]));
}
