/** Which boxes a report used on one image: each box once, with the claims that it spoke on. */
import type { Verdict } from "../../domain/judgement.js";
import type { WireEvidence, WireScoredBox } from "../../wire/evidence-schema.js";
import type { WireClaim, WireReport } from "../../wire/report-schema.js";

/** One box to be drawn. */
export interface Mark {
  readonly box: WireScoredBox;
  /** "c1, c2 two dogs": the claims that were decided with it, else those that were not. */
  readonly label: string;
  /** The gravest of those claims. */
  readonly verdict: Verdict;
}

/** A detector names many boxes that it hardly believes; below this a box decided nothing. */
const MIN_SCORE = 0.3;
/** What a reason names is at least this sure (verification/wording.ts): with such boxes at hand, fainter ones would contradict its number. */
const SURE_SCORE = 0.5;
/** More would hide the picture. */
const MAX_MARKS = 40;

/** More names would hide the picture too; the rest are counted. */
const MAX_NAMED = 3;

const GRAVITY: Readonly<Record<Verdict, number>> = { unverifiable: 0, supported: 1, refuted: 2 };

export function marksOf({ claims }: WireReport, image: number): readonly Mark[] {
  const found = new Map<string, { readonly box: WireScoredBox; readonly owners: Owner[] }>();
  for (const claim of claims) {
    for (const evidence of claim.evidence.filter((one) => one.image === image)) {
      const phrase = phraseOf(evidence, claim);
      if (phrase === null) continue;
      for (const box of boxesOf(evidence).filter(({ score }) => score >= MIN_SCORE)) {
        const key = [box.x1, box.y1, box.x2, box.y2].join(" ");
        const entry = found.get(key) ?? { box, owners: [] };
        if (!entry.owners.some((owner) => owner.claim === claim)) entry.owners.push({ claim, phrase });
        found.set(key, entry);
      }
    }
  }
  return [...found.values()]
    .toSorted((a, b) => b.box.score - a.box.score)
    .slice(0, MAX_MARKS)
    .map(({ box, owners }) => ({ box, label: labelOf(owners), verdict: gravest(owners.map(({ claim }) => claim)) }));
}

/** A claim that a box speaks on, and what the claim calls the thing in the box: the umbrella under which two chairs stand is no chair. */
interface Owner {
  readonly claim: WireClaim;
  readonly phrase: string;
}

/** Null for clues, which are evidence, too: the cars by which a street is likely are no street. */
function phraseOf(evidence: WireEvidence, { object, relation, quote }: WireClaim): string | null {
  if (evidence.type !== "detection" || object === null) return object?.phrase ?? quote ?? "";
  return [object, ...(relation?.targets ?? [])].find(({ category }) => category === evidence.category)?.phrase ?? null;
}

function boxesOf(evidence: WireEvidence): readonly WireScoredBox[] {
  switch (evidence.type) {
    case "detection": {
      const sure = evidence.boxes.filter(({ score }) => score >= SURE_SCORE);
      return sure.length > 0 ? sure : evidence.boxes.slice(0, 1);
    }
    case "geometry":
      // Its boxes are the detector's, which stand in the claim's evidence too.
      return [];
    case "color":
    case "comparison":
      return [evidence.region];
    case "text":
      return evidence.lines.map(({ box, score }) => ({ ...box, score }));
    case "answer":
    case "failure":
      return [];
    default:
      return evidence satisfies never;
  }
}

function labelOf(owners: readonly Owner[]): string {
  const decided = owners.filter(({ claim }) => claim.verdict !== "unverifiable");
  const named = decided.length > 0 ? decided : owners;
  const ids = named.slice(0, MAX_NAMED).map(({ claim }) => claim.id);
  const more = named.length > MAX_NAMED ? ` +${named.length - MAX_NAMED}` : "";
  return `${ids.join(", ")}${more} ${named[0]?.phrase ?? ""}`.trim();
}

function gravest(claims: readonly WireClaim[]): Verdict {
  return claims.reduce<Verdict>((worst, { verdict }) => (GRAVITY[verdict] > GRAVITY[worst] ? verdict : worst), "unverifiable");
}
