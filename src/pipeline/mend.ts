/**
 * The correction, and the check of the correction.
 *
 * The corrector sees sentences one by one and can be wrong: what it wrote is extracted and judged again on the same looks. A sentence
 * that still holds a refuted claim is condemned and goes whole. Each round condemns at least one more sentence of the original, so
 * it ends; `MAX_ROUNDS` bounds the cost on long texts, past which every sentence with a refuted claim goes at once.
 */

import { correct } from "../correction/correct.js";
import type { Correction, Edit } from "../domain/correction.js";
import type { JudgedClaim } from "../domain/judgement.js";
import { overlaps, type Span } from "../domain/span.js";
import { parse } from "../language/parse.js";
import { type Examination, examine, type Scene } from "./examine.js";
import { readClaims, type Wording } from "./read-claims.js";

const MAX_ROUNDS = 4;

export interface Mended extends Correction {
  /** The claims of the corrected text, judged on the same looks. */
  readonly rejudged: readonly JudgedClaim[];
}

/** Corrects a response until its own text, judged again, holds no refuted claim. */
export async function mend(original: string, wording: Wording, scene: Scene, examination: Examination): Promise<Mended> {
  const { judged } = examination;
  if (!judged.some(isRefuted)) return { edits: [], corrected: original, rejudged: judged };
  const sentences = parse(original).sentences;
  const condemned = new Set<number>();
  let seen = examination;
  for (let round = 0; ; round += 1) {
    const correction = correct(original, judged, { prompt: wording.prompt, condemned });
    const { claims } = await readClaims(correction.corrected, wording, scene);
    seen = await examine(claims, scene, seen);
    const residue = seen.judged.filter(isRefuted);
    if (residue.length === 0 || condemned.size === sentences.length) return { ...correction, rejudged: seen.judged };
    const before = condemned.size;
    const spans = residue.map(({ claim }) => toOriginal(claim.span, correction.edits));
    if (round + 1 >= MAX_ROUNDS) spans.push(...judged.filter(isRefuted).map(({ claim }) => claim.span));
    for (const { index, span } of sentences) if (spans.some((wrong) => overlaps(span, wrong))) condemned.add(index);
    if (condemned.size === before) for (const { index } of sentences) condemned.add(index);
  }
}

/**
 * Where in the original the characters of a range of the corrected text come from. What an edit wrote comes from all that it replaced.
 * @param edits in order, as they gave the corrected text
 */
export function toOriginal(span: Span, edits: readonly Edit[]): Span {
  return { start: offsetInOriginal(span.start, edits, "start"), end: offsetInOriginal(span.end, edits, "end") };
}

function offsetInOriginal(offset: number, edits: readonly Edit[], side: "start" | "end"): number {
  let shift = 0;
  for (const { span, replacement } of edits) {
    const from = span.start + shift;
    const to = from + replacement.length;
    if (offset < from || (offset === from && side === "end")) break;
    if (offset < to || (offset === to && side === "end")) return side === "start" ? span.start : span.end;
    shift += replacement.length - (span.end - span.start);
  }
  return offset - shift;
}

function isRefuted({ judgement }: JudgedClaim): boolean {
  return judgement.verdict === "refuted";
}
