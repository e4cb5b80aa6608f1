/**
 * A detector that looks at each photograph once for each effort, however many statements are judged on it.
 *
 * An evaluation judges some hundred statements a photograph; its cost is the detector's runs. So the first question to a detector of known
 * classes is widened to all of them, and the answers are kept. One that is asked in words cannot be: of a question, what is new goes to it
 * in one call. Only sound for detectors whose answer for one class does not hang on the others asked, which the port promises.
 */
import type { Target } from "../domain/check.js";
import type { Picture } from "../domain/picture.js";
import type { Detection, Detector, DetectRequest } from "../domain/ports.js";
import { remembering } from "./remembering.js";

/** @param signal the evaluation's: a look is awaited by many, so it does not end with one of them */
export function rememberingDetector(detector: Detector, signal?: AbortSignal): Detector {
  const { vocabulary } = detector;
  const rememberAll = remembering<readonly Detection[]>();
  const rememberOne = remembering<Detection | null>();

  const ofVocabulary = async (
    picture: Picture,
    { category, classes: [single] }: Target,
    effort: DetectRequest["effort"],
    known: readonly string[],
  ): Promise<Detection | null> => {
    const targets = known.map((name) => ({ category: name, classes: [name] }));
    const all = await rememberAll(`${picture.sha256} ${effort}`, () => detector.detect(picture, { targets, effort }, signal));
    const found = all.find((detection) => detection.category === single);
    return found === undefined ? null : { ...found, category };
  };

  /** What is new among them goes to the detector in one call, once all of it is known. */
  const asTheyAre = (
    picture: Picture,
    targets: readonly Target[],
    effort: DetectRequest["effort"],
  ): readonly Promise<Detection | null>[] => {
    const fresh: Target[] = [];
    let look: Promise<readonly Detection[]> | null = null;
    return targets.map((target) =>
      rememberOne(JSON.stringify([picture.sha256, effort, target]), async () => {
        fresh.push(target);
        look ??= Promise.resolve().then(() => detector.detect(picture, { targets: fresh, effort }, signal));
        return (await look).find(({ category }) => category === target.category) ?? null;
      }),
    );
  };

  return {
    facts: detector.facts,
    vocabulary,
    detect: async (picture, { targets, effort }, callers) => {
      callers?.throwIfAborted();
      const isSingle = ({ classes: [single, ...more] }: Target): boolean =>
        vocabulary !== "open" && single !== undefined && more.length === 0 && vocabulary.includes(single);
      const others = targets.filter((target) => !isSingle(target));
      const answers = asTheyAre(picture, others, effort);
      const said = await Promise.all(
        targets.map((target) => {
          const place = others.indexOf(target);
          return place < 0 && vocabulary !== "open" ? ofVocabulary(picture, target, effort, vocabulary) : answers[place];
        }),
      );
      return said.filter((found) => found !== null && found !== undefined);
    },
    close: () => detector.close(),
  };
}
