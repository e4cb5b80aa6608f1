/**
 * A detector that looks at each photograph once for each effort, however many statements are judged on it.
 *
 * An evaluation judges some hundred statements a photograph; its cost is the detector's runs. So the first question is widened to the
 * whole vocabulary, and the answers are kept. Only sound for detectors whose answer for one class does not hang on the others asked,
 * which the port promises.
 */
import type { Target } from "../domain/check.js";
import type { Picture } from "../domain/picture.js";
import type { Detection, Detector, DetectRequest } from "../domain/ports.js";

/** @param onLook told of each real run, for showing progress */
export function rememberingDetector(detector: Detector, onLook: () => void = () => {}): Detector {
  const looks = new Map<string, Promise<readonly Detection[]>>();

  /** The same question is asked once; a failure is not remembered. */
  const look = (picture: Picture, targets: readonly Target[], effort: DetectRequest["effort"], key: string) => {
    const known = looks.get(key);
    if (known !== undefined) return known;
    onLook();
    const fresh = detector.detect(picture, { targets, effort });
    looks.set(key, fresh);
    fresh.catch(() => looks.delete(key));
    return fresh;
  };

  const answer = async (picture: Picture, target: Target, effort: DetectRequest["effort"]): Promise<Detection | null> => {
    const place = `${picture.sha256} ${effort}`;
    const { vocabulary } = detector;
    const [single, ...more] = target.classes;
    if (vocabulary !== "open" && single !== undefined && more.length === 0 && vocabulary.includes(single)) {
      const all = vocabulary.map((category) => ({ category, classes: [category] }));
      const found = (await look(picture, all, effort, place)).find(({ category }) => category === single);
      return found === undefined ? null : { ...found, category: target.category };
    }
    const [found] = await look(picture, [target], effort, `${place} ${target.category} ${target.classes.join()}`);
    return found ?? null;
  };

  return {
    facts: detector.facts,
    vocabulary: detector.vocabulary,
    detect: async (picture, { targets, effort }, signal) => {
      signal?.throwIfAborted();
      const answers = await Promise.all(targets.map((target) => answer(picture, target, effort)));
      return answers.filter((found) => found !== null);
    },
    close: () => detector.close(),
  };
}
