/** A server of a test's own, as a process that can be ended as by a crash and started again on what is on its disk. */
import type { ChildProcess } from "node:child_process";

/** How it is ended. Each settles when nothing of it is left that would be in the way of its next start. */
export interface Endings {
  /** At once, with nothing put in order. */
  readonly crash: (child: ChildProcess) => Promise<void> | void;
  /** In order, for good. */
  readonly leave: NodeJS.Signals;
}

export interface Restartable {
  /** Ends it at once, as a crash would, and starts it again on what is on its disk. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** @param start settles when the server answers */
export async function restartable(start: () => Promise<ChildProcess>, { crash, leave }: Endings): Promise<Restartable> {
  let child = await start();
  const ended = async (end: (child: ChildProcess) => Promise<void> | void): Promise<void> => {
    const closed = new Promise((resolve) => child.once("close", resolve));
    await end(child);
    await closed;
  };
  return {
    restart: async () => {
      await ended(crash);
      child = await start();
    },
    stop: () => ended((one) => void one.kill(leave)),
  };
}
