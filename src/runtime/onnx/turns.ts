/** Few that serve, many that wait: each caller gets the next free server, in the order of coming. */
export class Turns<Server> {
  readonly #free: Server[];
  readonly #waiting = new Set<(server: Server) => void>();

  constructor(servers: readonly Server[]) {
    this.#free = [...servers];
  }

  /** @throws the signal's reason where it aborts before a server is free; whatever the work throws */
  async take<Result>(signal: AbortSignal | undefined, work: (server: Server) => Promise<Result>): Promise<Result> {
    const server = this.#free.pop() ?? (await this.#wait(signal));
    try {
      return await work(server);
    } finally {
      this.#giveBack(server);
    }
  }

  #wait(signal: AbortSignal | undefined): Promise<Server> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.#waiting.delete(serve);
        reject(signal?.reason);
      };
      const serve = (server: Server): void => {
        signal?.removeEventListener("abort", leave);
        resolve(server);
      };
      signal?.addEventListener("abort", leave, { once: true });
      this.#waiting.add(serve);
    });
  }

  #giveBack(server: Server): void {
    const [next] = this.#waiting;
    if (next === undefined) this.#free.push(server);
    else {
      this.#waiting.delete(next);
      next(server);
    }
  }
}
