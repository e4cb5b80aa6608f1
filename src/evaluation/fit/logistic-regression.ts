/**
 * Weighted logistic regression with a ridge, by Newton's method (iteratively reweighted least squares; T. Hastie et al., "The Elements of
 * Statistical Learning", 4.4). Features are scaled to unit spread before the ridge, so that it treats them alike; the bias goes free.
 */

export interface Example {
  readonly features: readonly number[];
  readonly truth: boolean;
  readonly weight: number;
}

export interface Fit {
  readonly bias: number;
  /** On the features as given. */
  readonly weights: readonly number[];
}

const ITERATIONS = 30;

export interface FitOptions {
  /** Weight of the squared weights beside the log-likelihood (1). */
  readonly ridge?: number;
  /** False where the features are alike already, and a rare one is to be held down as much as a common one (true). */
  readonly scaled?: boolean;
}

export function fitLogistic(examples: readonly Example[], { ridge = 1, scaled = true }: FitOptions = {}): Fit {
  const width = examples[0]?.features.length ?? 0;
  const scales = Array.from({ length: width }, (_, index) => (scaled ? spread(examples, index) : UNSCALED));
  const rows = examples.map(({ features }) => [
    1,
    ...features.map((value, index) => (value - at(scales, index).mean) / at(scales, index).deviation),
  ]);
  let solution: readonly number[] = new Array<number>(width + 1).fill(0);
  for (let iteration = 0; iteration < ITERATIONS; iteration += 1) {
    const step = newtonStep(rows, examples, solution, ridge);
    solution = solution.map((value, index) => value + at(step, index));
    if (Math.max(...step.map(Math.abs)) < 1e-9) break;
  }
  const weights = solution.slice(1).map((value, index) => value / at(scales, index).deviation);
  const bias = weights.reduce((sum, weight, index) => sum - weight * at(scales, index).mean, at(solution, 0));
  return { bias, weights };
}

export function predict({ bias, weights }: Fit, features: readonly number[]): number {
  return 1 / (1 + Math.exp(-weights.reduce((sum, weight, index) => sum + weight * at(features, index), bias)));
}

const UNSCALED = { mean: 0, deviation: 1 };

function newtonStep(
  rows: readonly (readonly number[])[],
  examples: readonly Example[],
  solution: readonly number[],
  ridge: number,
): readonly number[] {
  const size = solution.length;
  const gradient: number[] = solution.map((value, index) => (index === 0 ? 0 : -ridge * value));
  const curvature: number[][] = solution.map((_, row) => solution.map((__, column) => (row === column && row > 0 ? ridge : 0)));
  for (const [index, row] of rows.entries()) {
    const { truth, weight } = at(examples, index);
    const probability = 1 / (1 + Math.exp(-row.reduce((sum, value, place) => sum + value * at(solution, place), 0)));
    const surprise = weight * ((truth ? 1 : 0) - probability);
    const stiffness = weight * probability * (1 - probability);
    for (let a = 0; a < size; a += 1) {
      gradient[a] = at(gradient, a) + surprise * at(row, a);
      const line = at(curvature, a);
      for (let b = 0; b < size; b += 1) line[b] = at(line, b) + stiffness * at(row, a) * at(row, b);
    }
  }
  return solve(curvature, gradient);
}

/** Gauss's elimination with the largest pivot; the ridge keeps the matrix regular. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, index) => [...row, at(right, index)]);
  for (let column = 0; column < rows.length; column += 1) {
    const pivot = rows.slice(column).reduce((best, row) => (Math.abs(at(row, column)) > Math.abs(at(best, column)) ? row : best));
    const place = rows.indexOf(pivot);
    [rows[column], rows[place]] = [pivot, at(rows, column)];
    for (const row of rows) {
      if (row === pivot || at(pivot, column) === 0) continue;
      const factor = at(row, column) / at(pivot, column);
      for (let index = column; index < row.length; index += 1) row[index] = at(row, index) - factor * at(pivot, index);
    }
  }
  return rows.map((row, index) => (at(row, index) === 0 ? 0 : at(row, rows.length) / at(row, index)));
}

function spread(examples: readonly Example[], index: number): { readonly mean: number; readonly deviation: number } {
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const mean = examples.reduce((sum, { features, weight }) => sum + weight * at(features, index), 0) / total;
  const variance = examples.reduce((sum, { features, weight }) => sum + weight * (at(features, index) - mean) ** 2, 0) / total;
  return { mean, deviation: Math.sqrt(variance) || 1 };
}

function at<Value>(values: readonly Value[], index: number): Value {
  const value = values[index];
  if (value === undefined) throw new RangeError(`no value ${index} of ${values.length}`);
  return value;
}
