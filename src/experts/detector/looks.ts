/**
 * The looks at pictures, each taken once and kept as long as its picture is.
 *
 * Runs go side by side: as many as there are eyes for, and one more that gets its pictures ready meanwhile.
 */
import type { Picture } from "../../domain/picture.js";
import type { Eyes, Place } from "./look.js";
import type { Look } from "./sighting.js";
import type { View } from "./view.js";

/** The caller for whom a run was begun has left. */
class BeginnerLeft extends Error {}

export class Looks {
  readonly #eyes: Eyes;
  readonly #maxBatch: number;
  readonly #taken = new WeakMap<Picture, Map<View, Promise<Look>>>();

  /** @param maxBatch views that one run takes, 1 or more */
  constructor(eyes: Eyes, maxBatch: number) {
    this.#eyes = eyes;
    this.#maxBatch = maxBatch;
  }

  /**
   * A look is begun for one caller and awaited by others: where the first leaves, another begins it again.
   * @throws YaffleError expert_unavailable where a run fails; the signal's reason where it aborts, which is noticed between two runs
   */
  async see(wanted: readonly Place[], signal: AbortSignal | undefined): Promise<ReadonlyMap<Place, Look>> {
    for (;;) {
      try {
        return await this.#seeOnce(wanted, signal);
      } catch (error) {
        signal?.throwIfAborted();
        if (!(error instanceof BeginnerLeft)) throw error;
      }
    }
  }

  async #seeOnce(wanted: readonly Place[], signal: AbortSignal | undefined): Promise<ReadonlyMap<Place, Look>> {
    const begun = new Map<Place, Promise<Look>>();
    let waiting = wanted;
    const runThrough = async (): Promise<void> => {
      while (waiting.length > 0) {
        const { known, fresh, left } = this.#sort(waiting);
        waiting = left;
        for (const [place, look] of known) begun.set(place, look);
        for (const [place, look] of this.#begin(fresh, signal)) begun.set(place, look);
        await Promise.all(fresh.map((place) => begun.get(place)));
        signal?.throwIfAborted();
      }
    };
    try {
      await Promise.all(Array.from({ length: this.#eyes.parallelism + 1 }, runThrough));
    } catch (error) {
      waiting = [];
      throw error;
    }
    const looks = await Promise.all(Array.from(begun, async ([place, look]) => [place, await look] as const));
    signal?.throwIfAborted();
    return new Map(looks);
  }

  /** What is under way or done, what the next run takes, and what is left for later ones: twins of what it takes among them. */
  #sort(places: readonly Place[]): {
    readonly known: readonly (readonly [Place, Promise<Look>])[];
    readonly fresh: readonly Place[];
    readonly left: readonly Place[];
  } {
    const known: (readonly [Place, Promise<Look>])[] = [];
    const fresh: Place[] = [];
    const left: Place[] = [];
    for (const place of places) {
      const look = this.#at(place.picture).get(place.view);
      if (look !== undefined) known.push([place, look]);
      else if (fresh.length < this.#maxBatch && !fresh.some((other) => isSame(place, other))) fresh.push(place);
      else left.push(place);
    }
    return { known, fresh, left };
  }

  /** One run for all of them. */
  #begin(places: readonly Place[], signal: AbortSignal | undefined): ReadonlyMap<Place, Promise<Look>> {
    if (places.length === 0) return new Map();
    const together = this.#eyes.look(places, signal).catch((error: unknown) => {
      throw signal?.aborted === true ? new BeginnerLeft() : error;
    });
    return new Map(
      places.map((place, index) => {
        const { picture, view } = place;
        const looks = this.#at(picture);
        const look = together.then((all) => all[index] ?? { view, sightings: [] });
        looks.set(view, look);
        look.catch(() => looks.delete(view));
        return [place, look] as const;
      }),
    );
  }

  #at(picture: Picture): Map<View, Promise<Look>> {
    const looks = this.#taken.get(picture) ?? new Map<View, Promise<Look>>();
    this.#taken.set(picture, looks);
    return looks;
  }
}

function isSame(one: Place, other: Place): boolean {
  return one.picture === other.picture && one.view === other.view;
}
