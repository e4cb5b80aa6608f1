/** Where the service stands between its start and its end. */
export type Stage = "starting" | "ready" | "leaving";

export class Readiness {
  readonly #listeners = new Set<(stage: Stage) => void>();
  #stage: Stage = "starting";

  get stage(): Stage {
    return this.#stage;
  }

  /** Moves on. A service that is leaving does not become ready again. */
  enter(stage: Stage): void {
    if (this.#stage === "leaving" || stage === this.#stage) return;
    this.#stage = stage;
    for (const listener of this.#listeners) listener(stage);
  }

  onChange(listener: (stage: Stage) => void): void {
    this.#listeners.add(listener);
  }
}
