/** The scoring core alone: captions a second by both of CHAIR's variants, and what the intervals add. No file is read. */
import { type ChairVariant, scoreChair } from "../src/scoring/chair/chair.js";
import type { CaptionRow } from "../src/scoring/chair/rows.js";
import type { Located } from "../src/scoring/files/located.js";
import { drawOne, seededRandom } from "../src/statistics/random.js";
import { row } from "./statistics.js";

const CAPTIONS = 100_000;
/** Reading grammar costs far more than reading words: fewer captions say as much. */
const YAFFLE_CAPTIONS = 2_000;
const SENTENCES_A_CAPTION = 5;
const RESAMPLES = 1000;

const SENTENCES = [
  "A man in a dark coat stands beside two red cars and a white truck.",
  "There are several people in the background, some of them carrying umbrellas and handbags.",
  "A small dog lies on a wooden bench next to a bicycle.",
  "The dining table is set with wine glasses, forks, knives and a bowl of oranges.",
  "In the distance, a bus waits at the traffic light near a stop sign.",
  "The scene is calm, and the sky above the buildings is clear.",
  "Two children are flying a kite while a third one holds a baseball bat.",
] as const;
const OBJECTS = ["person", "car", "truck", "umbrella", "dog", "bench", "bicycle", "dining table", "wine glass", "bus", "kite"] as const;

export function scoreBench(): void {
  run("original", CAPTIONS, 0);
  run("original", CAPTIONS, RESAMPLES);
  run("yaffle", YAFFLE_CAPTIONS, 0);
}

function run(variant: ChairVariant, count: number, resamples: number): void {
  const captions = captionsOf(count);
  const truth = new Map(captions.map(({ value }, index) => [String(value.image_id), objectsOf(index)]));
  const start = performance.now();
  const { figures } = scoreChair(captions, truth, variant, { seed: 1, resamples });
  const seconds = (performance.now() - start) / 1000;
  const name = `CHAIR ${variant}, ${count} captions${resamples > 0 ? `, ${resamples} resamples` : ""}`;
  row(name, `${seconds.toFixed(2)} s, ${Math.round(count / seconds)} captions/s (chair_i ${figures["chair_i"]?.toFixed(4)})`);
}

function captionsOf(count: number): readonly Located<CaptionRow>[] {
  const random = seededRandom(1);
  return Array.from({ length: count }, (_, index) => {
    const caption = Array.from({ length: SENTENCES_A_CAPTION }, () => drawOne(SENTENCES, random) ?? "").join(" ");
    return { value: { image_id: index, caption }, file: "bench", line: index + 1 };
  });
}

function objectsOf(index: number): ReadonlySet<string> {
  return new Set(OBJECTS.filter((_, place) => (index + place) % 3 !== 0));
}
