/**
 * How often a class would be named in a photograph: the weight of a pair in the fit.
 *
 * Most classes are absent from most photographs, but nobody names them there. What is fitted is a class that somebody named, present as
 * often as absent; the absent ones a third at random, a third among the most frequent classes and a third among those that stand most often
 * beside what is there, as POPE draws its questions (Li et al. 2023).
 */
import type { ClassFacts } from "../../registry/schema.js";
import type { Measured } from "./measure.js";

/** Absent classes that are named for being frequent, and for standing beside what is there. */
const FREQUENT = 8;
const BESIDE = 5;

/** Weights by class, for each photograph; present classes weigh 1, absent ones as much in sum over all photographs. */
export function askedWeights(
  measured: readonly Measured[],
  vocabulary: readonly string[],
  classFacts: readonly ClassFacts[],
): readonly (readonly number[])[] {
  const together = coOccurrence(measured);
  const raw = measured.map(({ present }) => {
    const absent = vocabulary.map((name, index) => ({ name, index })).filter(({ name }) => !present.has(name));
    const frequent = top(absent, FREQUENT, ({ index }) => classFacts[index]?.frequency ?? 0);
    const beside = top(absent, BESIDE, ({ name }) =>
      [...present.keys()].reduce((sum, other) => sum + (together.get(`${other}\t${name}`) ?? 0), 0),
    );
    return vocabulary.map((name, index) => {
      if (present.has(name)) return 0;
      return (1 / absent.length + (frequent.has(index) ? 1 / FREQUENT : 0) + (beside.has(index) ? 1 / BESIDE : 0)) / 3;
    });
  });
  const positives = measured.reduce((sum, { present }) => sum + vocabulary.filter((name) => present.has(name)).length, 0);
  const negatives = raw.flat().reduce((sum, weight) => sum + weight, 0);
  return raw.map((weights, photograph) =>
    weights.map((weight, index) =>
      measured[photograph]?.present.has(vocabulary[index] ?? "") === true ? 1 : (weight * positives) / negatives,
    ),
  );
}

/** Share of the photographs with the first class that hold the second, by "first\tsecond". */
function coOccurrence(measured: readonly Measured[]): ReadonlyMap<string, number> {
  const alone = new Map<string, number>();
  const pairs = new Map<string, number>();
  for (const { present } of measured) {
    for (const first of present.keys()) {
      alone.set(first, (alone.get(first) ?? 0) + 1);
      for (const second of present.keys())
        if (second !== first) pairs.set(`${first}\t${second}`, (pairs.get(`${first}\t${second}`) ?? 0) + 1);
    }
  }
  return new Map([...pairs].map(([pair, count]) => [pair, count / (alone.get(pair.split("\t")[0] ?? "") ?? 1)]));
}

function top<Item extends { readonly index: number }>(
  items: readonly Item[],
  count: number,
  value: (item: Item) => number,
): ReadonlySet<number> {
  return new Set(
    items
      .toSorted((a, b) => value(b) - value(a))
      .slice(0, count)
      .map(({ index }) => index),
  );
}
