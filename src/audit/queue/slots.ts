/** Places at a workbench: so many at once, and who waits is served by priority, then by order of coming. */

export interface Slots {
  /** @param rank the smallest goes first. @returns gives the place back; call it once */
  take(rank: number): Promise<() => void>;
  readonly taken: number;
  readonly waiting: number;
}

export function createSlots(places: number): Slots {
  const queues = new Map<number, (() => void)[]>();
  let taken = 0;
  let waiting = 0;
  const release = (): void => {
    const rank = Math.min(...[...queues].filter(([, queue]) => queue.length > 0).map(([one]) => one));
    const next = queues.get(rank)?.shift();
    if (next === undefined) taken -= 1;
    else {
      waiting -= 1;
      next();
    }
  };
  return {
    take: (rank) => {
      if (taken < places) {
        taken += 1;
        return Promise.resolve(release);
      }
      waiting += 1;
      return new Promise((resolve) => {
        const queue = queues.get(rank) ?? [];
        queues.set(rank, queue);
        queue.push(() => resolve(release));
      });
    },
    get taken() {
      return taken;
    },
    get waiting() {
      return waiting;
    },
  };
}
