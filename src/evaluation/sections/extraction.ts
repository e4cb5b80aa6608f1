/**
 * Extraction: how much of what people found in a response some claim covers, and which claims are none.
 *
 * A fact's kind is that of its own main claim (facts/kind.ts); a fact from which nothing is extracted is of kind "unread" and covered by
 * nothing. A claim that is no claim: one about what is to be seen (every kind but "other"), not hedged, drawn from a response in which
 * people found no fact at all, such as advice or a guess at what came before. Claims without a fact are counted beside it, for all
 * responses: people do not write down everything, so that is an upper bound on what is wrong.
 */
import { CLAIM_KINDS, type Claim } from "../../domain/claim.js";
import { extract } from "../../extraction/extract.js";
import type { Resampling } from "../../statistics/bootstrap.js";
import { mainClaims } from "../facts/kind.js";
import { covers } from "../facts/match.js";
import { figures, type OnPhotograph } from "../figure.js";
import { share } from "../metrics/forced-choice.js";
import type { LabelledFacts } from "../truth/labelled.js";
import { type Section, section } from "./section.js";

interface ReadFact extends OnPhotograph {
  readonly fact: string;
  readonly kind: string;
  readonly covered: boolean;
}

interface ReadClaim extends OnPhotograph {
  readonly kind: string;
  readonly text: string;
  /** Some fact speaks of it. */
  readonly labelled: boolean;
  /** Drawn from a response without any fact. */
  readonly groundless: boolean;
}

export function extractionSection(rows: readonly LabelledFacts[], resampling: Resampling): Section {
  const read = rows.map(readRow);
  const facts = read.flatMap((row) => row.facts);
  const claims = read.flatMap((row) => row.claims);
  const kinds = [...new Set(facts.map(({ kind }) => kind))].toSorted();
  return section("extraction", {
    figures: [
      ...figures("extraction", facts, { covered: coveredShare }, resampling),
      ...kinds.flatMap((kind) =>
        figures(
          `extraction.${kind}`,
          facts.filter((fact) => fact.kind === kind),
          { covered: coveredShare },
          resampling,
        ),
      ),
      ...figures("extraction.claims", claims, { without_fact: withoutFact, no_claim: groundlessShare }, resampling),
    ],
    notes: [
      "Responses are of pictures that are not looked at here. A claim that is no claim: visual, not hedged, where people found no fact.",
    ],
    items: [...facts, ...claims].map((item) => ({ section: "extraction", ...item })),
  });
}

/** Reads one labelled response. */
export function readRow({ image_id, response, facts }: LabelledFacts): {
  readonly facts: readonly ReadFact[];
  readonly claims: readonly ReadClaim[];
} {
  const stated = claimsOf(response);
  const visual = stated.filter(({ kind }) => kind !== "other");
  const mains = Object.keys(facts).map((fact) => {
    const claims = claimsOf(fact);
    return { fact, claims, main: mainClaims(claims) };
  });
  const empty = mains.length === 0;
  return {
    facts: mains.map(({ fact, main }) => ({
      photograph: image_id,
      fact,
      kind: main[0]?.kind ?? "unread",
      covered: main.some((wanted) => stated.some((claim) => covers(claim, wanted))),
    })),
    claims: visual.map((claim) => ({
      photograph: image_id,
      kind: claim.kind,
      text: claim.text,
      labelled: mains.some(({ claims }) => claims.some((wanted) => covers(claim, wanted))),
      groundless: empty && !claim.hedged,
    })),
  };
}

function claimsOf(text: string): readonly Claim[] {
  return extract(text, { prompt: null, kinds: CLAIM_KINDS }).claims;
}

function coveredShare(facts: readonly ReadFact[]): number | null {
  return share(facts.filter(({ covered }) => covered).length, facts.length);
}

function withoutFact(claims: readonly ReadClaim[]): number | null {
  return share(claims.filter(({ labelled }) => !labelled).length, claims.length);
}

function groundlessShare(claims: readonly ReadClaim[]): number | null {
  return share(claims.filter(({ groundless }) => groundless).length, claims.length);
}
