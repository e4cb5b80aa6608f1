/**
 * What the boxes are worth for "there are three": claims of the true number and of a neighbor, of classes that are there. How many there are,
 * given that there are some, is taken from the Poisson binomial of the boxes; whether there are any is another claim.
 */

import type { Measured } from "../../src/evaluation/fit/measure.js";
import { poissonBinomial } from "../../src/verification/poisson-binomial.js";

const LARGEST = 5;

const LINES = [
  { support: 0.5, refute: 0.1 },
  { support: 0.6, refute: 0.1 },
  { support: 0.7, refute: 0.1 },
  { support: 0.7, refute: 0.05 },
  { support: 0.8, refute: 0.02 },
] as const;

interface Guess {
  readonly photograph: number;
  readonly category: string;
  readonly probability: number;
}

/** One true claim and one false one (one more or one fewer, in turn) for each class with one to five instances. */
export function printCounts(measured: readonly Measured[], guesses: readonly Guess[]): void {
  const claims: { probability: number; truth: boolean }[] = [];
  for (const [photograph, { present }] of measured.entries()) {
    for (const [category, { instances, crowded }] of present) {
      const number = instances.length;
      if (crowded || number > LARGEST) continue;
      const boxes = guesses
        .filter((guess) => guess.photograph === photograph && guess.category === category)
        .map(({ probability }) => probability);
      const chances = givenSome(poissonBinomial(boxes));
      const wrong = number === 1 || (claims.length / 2) % 2 === 0 ? number + 1 : number - 1;
      claims.push({ probability: chances[number] ?? 0, truth: true }, { probability: chances[wrong] ?? 0, truth: false });
    }
  }
  for (const { support, refute } of LINES) {
    const decided = claims.filter(({ probability }) => probability >= support || probability <= refute);
    const right = decided.filter(({ probability, truth }) => probability >= support === truth);
    const harmed = claims.filter(({ probability, truth }) => truth && probability <= refute);
    console.log(
      `  counts, support ${support} refute ${refute}: coverage ${(decided.length / claims.length).toFixed(2)}, right ${(right.length / decided.length).toFixed(3)}, harm ${((2 * harmed.length) / claims.length).toFixed(3)} of ${claims.length} claims`,
    );
  }
}

function givenSome([none = 1, ...some]: readonly number[]): readonly number[] {
  return none < 1 ? [0, ...some.map((chance) => chance / (1 - none))] : [0, 1];
}
