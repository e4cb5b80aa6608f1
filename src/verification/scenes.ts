/**
 * Scenes by what stands in them: an oven and a sink speak for a kitchen. No expert sees rooms, streets or fields, so such a claim has a
 * probability and never a verdict.
 *
 * The weights are those of a logistic regression from the things in a photograph to the scenes that its captions name, as many photographs
 * with the scene as with others; fitted by scripts/fit-scenes/main.ts on 994 COCO photographs, none of them among those that
 * docs/accuracy.md measures on. Each scene keeps its twelve most telling classes.
 */
import type { DetectCheck } from "../domain/check.js";
import type { ExistenceClaim, Mention } from "../domain/claim.js";
import type { DetectionEvidence, Evidence } from "../domain/evidence.js";
import type { Judgement } from "../domain/judgement.js";
import { singular } from "../language/grammar.js";
import { SCENE_CLUES, type SceneClues } from "./scene-clues.js";
import { SCENE_WORDS } from "./scene-words.js";
import { leftOpen } from "./verdict.js";
import { one, score, WORTH_NAMING } from "./wording.js";

export interface Scene extends SceneClues {
  readonly name: string;
}

const SCENE_BY_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries(SCENE_WORDS).flatMap(([name, words]) => words.map((word): [string, string] => [word, name])),
);

/** The scene that a noun phrase names with its last words: "the small living room"; null for all other things. */
export function sceneOf({ phrase }: Pick<Mention, "phrase">): Scene | null {
  const words = phrase
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "");
  const last = singular(words.at(-1) ?? "");
  const name = SCENE_BY_WORDS.get(`${words.at(-2) ?? ""} ${last}`) ?? SCENE_BY_WORDS.get(last);
  const clues = name === undefined ? undefined : SCENE_CLUES[name];
  return name === undefined || clues === undefined ? null : { name, ...clues };
}

/** Looks for everything that speaks for the scene or against it. */
export function clueChecks({ clues }: SceneClues): readonly DetectCheck[] {
  return clues.map(([category]) => ({ type: "detect", target: { category, classes: [category] } }));
}

/** The judgement of a claim that there is such a scene: always open, with its probability. @returns null where a clue was not looked for */
export function judgeScene({ object, negated }: ExistenceClaim, scene: Scene, evidence: readonly Evidence[]): Judgement | null {
  const seen = new Map(evidence.flatMap((item) => (item.type === "detection" ? [[item.category, item] as const] : [])));
  if (scene.clues.some(([category]) => !seen.has(category))) return null;
  const chance = chanceOfScene(scene, (category) => seen.get(category)?.presence ?? 0);
  const reason = `No expert sees ${one(object.category)} as such; ${cluesFound(scene, seen, chance >= 0.5)}.`;
  return leftOpen("outside_vocabulary", reason, negated ? 1 - chance : chance);
}

/** Chance that the picture shows the scene. @param presenceOf chance that a class is there, 0 to 1 */
export function chanceOfScene({ bias, clues }: SceneClues, presenceOf: (category: string) => number): number {
  const sum = clues.reduce((logOdds, [category, weight]) => logOdds + weight * presenceOf(category), bias);
  return 1 / (1 + Math.exp(-sum));
}

const LIST = new Intl.ListFormat("en-US");

/** A reader wants the strongest reasons, not all. */
const MOST_CLUES = 3;

/** The things found that bear the chance out: those that speak for the scene where it is likely, else those against it. */
function cluesFound({ clues }: Scene, seen: ReadonlyMap<string, DetectionEvidence>, isLikely: boolean): string {
  const found = clues
    .map(([category, weight]) => ({ category, presence: seen.get(category)?.presence ?? 0, force: isLikely ? weight : -weight }))
    .filter(({ presence, force }) => presence >= WORTH_NAMING && force > 0)
    .toSorted((a, b) => b.force * b.presence - a.force * a.presence)
    .slice(0, MOST_CLUES)
    .map(({ category, presence }) => `${one(category)} (${score(presence)})`);
  if (found.length === 0)
    return isLikely ? "what is there and what is not makes it likely" : "nothing was found that stands in such places";
  return `${LIST.format(found)} ${found.length === 1 ? "speaks" : "speak"} ${isLikely ? "for" : "against"} it`;
}
