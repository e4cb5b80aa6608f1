/**
 * Caption pairs: of a true and a false caption of a photograph (SugarCrepe, Hsieh et al. 2023), the false one should be less probable.
 *
 * A caption's score is the mean log-odds of its claims' probabilities. Pairs whose difference no expert can see tie, and count half.
 */
import type { Report } from "../../domain/report.js";
import type { Resampling } from "../../statistics/bootstrap.js";
import { figures, type OnPhotograph } from "../figure.js";
import { type Bench, report } from "../judged-statement.js";
import { captionScore, pairCredit } from "../metrics/caption-score.js";
import { share } from "../metrics/forced-choice.js";
import type { CaptionPair } from "../truth/labelled.js";
import { type Section, section } from "./section.js";

interface JudgedPair extends CaptionPair, OnPhotograph {
  readonly trueScore: number;
  readonly falseScore: number;
  readonly credit: number;
  readonly trueClaims: readonly string[];
  readonly falseClaims: readonly string[];
}

export async function captionPairsSection(bench: Bench, pairs: readonly CaptionPair[], resampling: Resampling): Promise<Section> {
  const judged: JudgedPair[] = [];
  for (const pair of pairs) judged.push(await judgePair(bench, pair));
  const kinds = [...new Set(pairs.map(({ kind }) => kind))].toSorted();
  return section("caption_pairs", {
    figures: [
      ...figures("caption_pairs", judged, { right: meanCredit, ties: tieShare }, resampling),
      ...kinds.flatMap((kind) => {
        const some = judged.filter((pair) => pair.kind === kind);
        return figures(`caption_pairs.${kind}`, some, { right: meanCredit, ties: tieShare }, resampling);
      }),
    ],
    notes: ["Share of pairs whose false caption scores lower; a tie counts half, so 0.5 is chance."],
    items: judged.map((item) => ({ section: "caption_pairs", ...item })),
  });
}

async function judgePair(bench: Bench, pair: CaptionPair): Promise<JudgedPair> {
  const judge = (response: string) => report(bench, { photograph: pair.image, prompt: null, response });
  const [first, second] = [await judge(pair.true), await judge(pair.false)];
  const [trueScore, falseScore] = [scoreOf(first), scoreOf(second)];
  const credit = pairCredit(trueScore, falseScore);
  return { ...pair, photograph: pair.image, trueScore, falseScore, credit, trueClaims: account(first), falseClaims: account(second) };
}

function scoreOf({ claims }: Report): number {
  return captionScore(claims.map(({ judgement }) => judgement.probability));
}

function account({ claims }: Report): readonly string[] {
  return claims.map(({ claim, judgement }) => `${claim.text}: ${judgement.probability?.toFixed(3) ?? "none"}`);
}

function meanCredit(pairs: readonly JudgedPair[]): number | null {
  return share(
    pairs.reduce((sum, { credit }) => sum + credit, 0),
    pairs.length,
  );
}

function tieShare(pairs: readonly JudgedPair[]): number | null {
  return share(pairs.filter(({ credit }) => credit === 0.5).length, pairs.length);
}
