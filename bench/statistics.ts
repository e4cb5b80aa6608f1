/** Small figures over measured times. */

/** The value below which a share of the values lies, by linear interpolation. NaN for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const low = sorted[Math.floor(position)] ?? Number.NaN;
  const high = sorted[Math.ceil(position)] ?? Number.NaN;
  return low + (high - low) * (position - Math.floor(position));
}

/** Runs tasks with so many at a time. @returns seconds that all took */
export async function secondsFor(tasks: readonly (() => Promise<unknown>)[], concurrency: number): Promise<number> {
  const begin = performance.now();
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let task = tasks[next++]; task !== undefined; task = tasks[next++]) await task();
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return (performance.now() - begin) / 1000;
}

/** A line of a table: a name, and figures padded to columns. */
export function row(name: string, ...figures: readonly string[]): void {
  console.log(name.padEnd(58) + figures.map((figure) => figure.padStart(14)).join(""));
}
