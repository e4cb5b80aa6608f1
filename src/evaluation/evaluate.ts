/**
 * Measures a Yaffle on photographs with truth, a section at a time.
 *
 * Every statement goes through the whole of it, as a user's response would: extraction, both looks, judging. So a figure can fall for
 * any reason a user would meet.
 */
import { join } from "node:path";
import { POLICIES, type PolicyName } from "../domain/judgement.js";
import type { ExpertFacts, Report } from "../domain/report.js";
import type { Resampling } from "../statistics/bootstrap.js";
import type { Bench, JudgedStatement } from "./judged-statement.js";
import { pictureShelf } from "./picture-shelf.js";
import { captionPairsSection } from "./sections/caption-pairs.js";
import { existenceSection, type JudgedSplits, judgeSplits, verdictsSection } from "./sections/existence.js";
import { extractionSection } from "./sections/extraction.js";
import { madeClaimsSection } from "./sections/made-claims.js";
import { policiesSection } from "./sections/policies.js";
import { responsesSection } from "./sections/responses.js";
import type { Section, SectionName } from "./sections/section.js";
import { SAMPLINGS } from "./truth/existence.js";
import type { Material } from "./truth/material.js";

export interface EvaluationOptions extends Pick<Bench, "yaffleFor" | "policy" | "signal" | "onReport"> {
  readonly sections: readonly SectionName[];
  readonly resampling: Resampling;
  /** How the Yaffles were made, in sentences, for the reader. */
  readonly notes: readonly string[];
  /** Told of each section as it begins, and how many responses it judges. */
  readonly onSection: (name: SectionName, responses: number) => void;
}

export interface Evaluation {
  readonly sections: readonly Section[];
  readonly policy: PolicyName;
  readonly experts: readonly ExpertFacts[];
  readonly photographs: number;
  /** What was tuned on what, and what could not be measured, in sentences. */
  readonly notes: readonly string[];
}

/** Runs the sections asked for, in their order; one for which the folder has no material is left out, with a note. */
export async function evaluate(material: Material, options: EvaluationOptions): Promise<Evaluation> {
  const { yaffleFor, policy, resampling } = options;
  const shelf = pictureShelf();
  const from = (folder: string) => (photograph: string) => shelf(join(folder, photograph), options.signal);
  const failures = new Map<string, number>();
  const onReport = (report: Report): void => {
    for (const failure of expertFailures(report)) failures.set(failure, (failures.get(failure) ?? 0) + 1);
    options.onReport(report);
  };
  const bench: Bench = { ...options, onReport, pictureOf: from(material.images) };
  const judgedSplits = rememberSplits(bench, material);
  const sections: Section[] = [];
  const notes: string[] = [...options.notes];
  for (const name of options.sections) {
    if (sizeOf(material, name) === 0) {
      notes.push(`${name}: the folder has nothing to measure it on.`);
      continue;
    }
    options.onSection(name, sizeOf(material, name) - alreadyJudged(material, name, sections));
    sections.push(await run(name));
  }
  const experts = yaffleFor(material.annotated[0]?.fileName ?? "").experts;
  return {
    sections,
    policy,
    experts,
    photographs: material.annotated.length,
    notes: [...notes, ...madeNotes(material), ...failureNotes(failures)],
  };

  async function run(name: SectionName): Promise<Section> {
    switch (name) {
      case "existence":
        return existenceSection(await judgedSplits(policy), resampling);
      case "verdicts":
        return verdictsSection(await judgedSplits(policy), resampling);
      case "policies": {
        const judged = async (of: PolicyName): Promise<readonly JudgedStatement[]> => Object.values(await judgedSplits(of)).flat();
        const [cautious, balanced, strict] = [await judged("cautious"), await judged("balanced"), await judged("strict")];
        return policiesSection({ cautious, balanced, strict }, resampling);
      }
      case "count":
      case "color":
      case "position":
        return madeClaimsSection(name, bench, material[name], resampling);
      case "caption_pairs":
        return captionPairsSection(bench, material.captionPairs, resampling);
      case "responses":
        return responsesSection({ ...bench, pictureOf: from(material.responseImages) }, material.responses, resampling);
      case "extraction":
        return extractionSection(material.facts, resampling);
      default:
        return name satisfies never;
    }
  }
}

/** Three sections read the same judgements. */
function rememberSplits(bench: Bench, { existence }: Material): (policy: PolicyName) => Promise<JudgedSplits> {
  const known = new Map<PolicyName, Promise<JudgedSplits>>();
  return (policy) => {
    const judged = known.get(policy) ?? judgeSplits({ ...bench, policy }, existence);
    known.set(policy, judged);
    return judged;
  };
}

/** Responses that a section judges, or reads. */
function sizeOf(material: Material, name: SectionName): number {
  const questions = SAMPLINGS.reduce((sum, sampling) => sum + material.existence[sampling].length, 0);
  switch (name) {
    case "existence":
    case "verdicts":
      return questions;
    case "policies":
      return questions * POLICIES.length;
    case "caption_pairs":
      return material.captionPairs.length * 2;
    case "extraction":
      return material.facts.length;
    default:
      return material[name].length;
  }
}

/** Existence questions that an earlier section has had judged under the same policy. */
function alreadyJudged(material: Material, name: SectionName, before: readonly Section[]): number {
  const asked = before.some((section) => section.name === "existence" || section.name === "verdicts");
  return asked && (name === "verdicts" || name === "policies") ? sizeOf(material, "existence") : 0;
}

function madeNotes({ existenceFromFile }: Material): readonly string[] {
  const made = SAMPLINGS.filter((sampling) => !existenceFromFile.includes(sampling));
  return made.length === 0 ? [] : [`Existence questions (${made.join(", ")}) were made from the boxes with this run's seed.`];
}

/** Words of a report that tell of an expert which failed it. */
function expertFailures({ degraded, experts }: Report): readonly string[] {
  return degraded.filter((line) => experts.some(({ id }) => line.startsWith(`${id}: `)));
}

/** A figure of an expert that was often silent is another figure. */
function failureNotes(failures: ReadonlyMap<string, number>): readonly string[] {
  return [...failures].map(([failure, reports]) => `An expert failed in ${reports} of the responses: ${failure}`);
}
