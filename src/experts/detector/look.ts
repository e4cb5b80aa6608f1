/** Runs of a network over views of pictures. */
import { YaffleError } from "../../domain/error.js";
import type { Picture } from "../../domain/picture.js";
import type { OnnxSession } from "../../runtime/onnx/session.js";
import { Turns } from "../../runtime/onnx/turns.js";
import type { NetworkReader } from "./architecture.js";
import { frame, sizeOf, toView } from "./frame.js";
import type { Look } from "./sighting.js";
import { toPicture, type View } from "./view.js";

/** What is to be looked at. */
export interface Place {
  readonly picture: Picture;
  readonly view: View;
}

/** What takes looks: a network with its reader, or a model that prepares its pictures itself. */
export interface Eyes {
  /** Whether one run takes any number of places. */
  readonly batches: boolean;
  /** Runs at the same time, 1 or more. */
  readonly parallelism: number;
  /** As `lookTogether`. */
  look(places: readonly Place[], signal?: AbortSignal): Promise<readonly Look[]>;
  /** Waits for runs under way; idempotent. */
  close(): Promise<void>;
}

/**
 * Pictures get ready just in time, as many as are looked at: those of many callers who come at once would lie prepared for long, and the resizing of
 * them all would take the cores from the runs. A model server has cores of its own, and takes what comes.
 */
export function eyesOf(session: OnnxSession, reader: NetworkReader): Eyes {
  const { parallelism } = session;
  const look: Eyes["look"] = (places, signal) => lookTogether(session, reader, places, signal);
  const seats = new Turns(Array.from({ length: 2 * parallelism }, (_, seat) => seat));
  return {
    batches: reader.batches,
    parallelism,
    look: session.device === "remote" ? look : (places, signal) => seats.take(signal, () => look(places, signal)),
    close: () => session.close(),
  };
}

/**
 * Several views in one run.
 * @param places one, or as many as the network takes where its reader says that it takes several
 * @returns a look for each, in the order given
 * @throws YaffleError expert_unavailable where the network fails or gives a score that is no number; the signal's reason where it aborts
 */
export async function lookTogether(
  session: OnnxSession,
  reader: NetworkReader,
  places: readonly Place[],
  signal?: AbortSignal,
): Promise<readonly Look[]> {
  const { memory } = session;
  const size = sizeOf(reader.form);
  const planes = memory.floats(places.length * size);
  const frames = await Promise.all(
    places.map(({ picture, view }, index) => frame(picture, view, reader.form, planes.subarray(index * size, (index + 1) * size))),
  );
  const outputs = await session.run(reader.inputs(planes, places.length), signal);
  const looks = places.map(({ view }, index) => {
    const framed = frames[index];
    const sightings = framed === undefined ? [] : reader.read(outputs, index).map((seen) => ({ ...seen, box: toView(framed, seen.box) }));
    if (sightings.some(({ score }) => !Number.isFinite(score))) {
      throw new YaffleError("expert_unavailable", "The detector gave a score that is no number.");
    }
    return { view, sightings: sightings.map(({ classIndex, score, box }) => ({ classIndex, score, box: toPicture(view, box) })) };
  });
  for (const { values } of outputs.values()) memory.give(values.buffer);
  return looks;
}
