/**
 * Real responses against the facts that people labelled in them: are the verdicts right, and what does the correction do?
 *
 * A fact is a sentence; it is extracted like any response, and its main claim meets the claims of the response (facts/match.ts).
 * Corrections are counted a fact, as Woodpecker's ablation does: a false fact that the corrected text no longer holds is right, one
 * that it still holds is missed; a true fact that it no longer holds is harmful.
 */
import { CLAIM_KINDS, type Claim } from "../../domain/claim.js";
import type { JudgedClaim, Verdict } from "../../domain/judgement.js";
import { extract } from "../../extraction/extract.js";
import type { Resampling } from "../../statistics/bootstrap.js";
import { mainClaims } from "../facts/kind.js";
import { covers } from "../facts/match.js";
import { type Figure, figures, tally } from "../figure.js";
import { type Bench, report } from "../judged-statement.js";
import { share } from "../metrics/forced-choice.js";
import type { LabelledResponse } from "../truth/labelled.js";
import { type Section, section } from "./section.js";
import { VERDICTS } from "./statistics.js";

export type Outcome = "right" | "missed" | "harmful" | "kept";

export interface JudgedFact {
  readonly photograph: string;
  readonly fact: string;
  readonly truth: boolean;
  /** Of the claim that covers it; unverifiable where the response's claims hold none. */
  readonly verdict: Verdict;
  readonly probability: number | null;
  readonly found: boolean;
  readonly outcome: Outcome;
  readonly reason: string;
}

export async function responsesSection(bench: Bench, responses: readonly LabelledResponse[], resampling: Resampling): Promise<Section> {
  const judged: JudgedFact[] = [];
  const accounts: object[] = [];
  let changed = 0;
  for (const row of responses) {
    const { claims, corrected, ...rest } = await report(
      bench,
      { photograph: row.image, prompt: row.prompt, response: row.response },
      "correct",
    );
    if (rest.changed) changed += 1;
    accounts.push({
      section: "responses",
      id: row.id,
      photograph: row.image,
      response: row.response,
      corrected,
      claims: claims.map(account),
    });
    const after = extract(corrected, { prompt: row.prompt, kinds: CLAIM_KINDS }).claims;
    const facts = Object.entries(row.facts ?? {});
    judged.push(...facts.map(([fact, truth]) => ({ ...judgeFact(fact, truth === 1, claims, after), photograph: row.image })));
  }
  return section("responses", {
    figures: [
      ...figures(
        "responses.facts",
        judged,
        { ...VERDICTS, found: (items) => share(items.filter((item) => item.found).length, items.length) },
        resampling,
      ),
      ...outcomes(judged, resampling),
      tally("responses.read", responses.length),
      tally("responses.changed", changed),
    ],
    notes: [
      "Few pictures: read the items (--items) rather than the shares. Corrections: of the facts labelled false, and of those labelled true.",
    ],
    items: [...accounts, ...judged.map((item) => ({ section: "facts", ...item }))],
  });
}

/** @param before the response's claims, judged @param after the claims of the corrected text */
export function judgeFact(
  fact: string,
  truth: boolean,
  before: readonly JudgedClaim[],
  after: readonly Claim[],
): Omit<JudgedFact, "photograph"> {
  const main = mainClaims(extract(fact, { prompt: null, kinds: CLAIM_KINDS }).claims);
  const holds = (claim: Claim) => main.some((wanted) => covers(claim, wanted) && claim.negated === wanted.negated);
  const meeting = before.filter(({ claim }) => holds(claim));
  const worst = meeting.find(({ judgement }) => judgement.verdict === "refuted") ?? meeting[0];
  const still = after.some(holds);
  return {
    fact,
    truth,
    verdict: worst?.judgement.verdict ?? "unverifiable",
    probability: worst?.judgement.probability ?? null,
    found: worst !== undefined,
    outcome: outcomeOf(truth, worst !== undefined, still),
    reason: worst?.judgement.reason ?? "No claim of the response covers it.",
  };
}

/** A fact that extraction did not find was not touched: a false one is missed, a true one kept. */
function outcomeOf(truth: boolean, found: boolean, still: boolean): Outcome {
  const gone = found && !still;
  if (truth) return gone ? "harmful" : "kept";
  return gone ? "right" : "missed";
}

function outcomes(judged: readonly JudgedFact[], resampling: Resampling): readonly Figure[] {
  const of = (outcome: Outcome) => (items: readonly JudgedFact[]) =>
    share(items.filter((item) => item.outcome === outcome).length, items.length);
  const labelled = (truth: boolean) => judged.filter((item) => item.truth === truth);
  return [
    ...figures("responses.corrections", labelled(false), { right: of("right"), missed: of("missed") }, resampling),
    ...figures("responses.corrections", labelled(true), { harmful: of("harmful") }, resampling),
  ];
}

function account({ claim, judgement }: JudgedClaim): string {
  const probability = judgement.probability?.toFixed(2) ?? "–";
  return `${claim.kind} "${claim.text}" ${judgement.verdict} ${probability} ${judgement.because ?? ""} ${judgement.reason}`;
}
