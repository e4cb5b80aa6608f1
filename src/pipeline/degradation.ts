/** What could not run or was cut, in words, for the report. */
import type { JudgedClaim } from "../domain/judgement.js";
import type { Picture } from "../domain/picture.js";

/**
 * One line a thing, each once: what extraction and the pictures noted, then each expert that failed, be it one of several that were asked together.
 * A noun outside a detector's vocabulary is no degradation: the claim itself says so.
 */
export function degradations(notes: readonly string[], pictures: readonly Picture[], judged: readonly JudgedClaim[]): readonly string[] {
  const frames = pictures.flatMap((picture, index) => picture.notes.map((note) => `image ${index}: ${note}`));
  const failures = judged
    .flatMap(({ evidence }) => evidence)
    .flatMap((item) => {
      if (item.type === "detection") return item.unheard ?? [];
      return item.type === "failure" && item.code !== "outside_vocabulary" ? [item] : [];
    })
    .map(({ expert, message }) => `${expert}: ${message}`);
  return [...new Set([...notes, ...frames, ...failures])];
}

/** A sentence of the report: what an expert threw need not end as one. */
export function withStop(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
