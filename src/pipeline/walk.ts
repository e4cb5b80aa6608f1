/** The walk of one response: image and text → claims → checks → evidence → judgements → edits → report. */

import { withBoxes } from "../correction/boxes.js";
import type { Picture } from "../domain/picture.js";
import type { ClaimReader, Clock, Writer } from "../domain/ports.js";
import type { ExpertFacts, ImageFacts, Report, TimingsMs } from "../domain/report.js";
import type { Experts } from "../experts/gather.js";
import { readPictures } from "../image/read.js";
import { VERSION } from "../version.js";
import { degradations } from "./degradation.js";
import { examine, type Scene } from "./examine.js";
import type { Limits } from "./limits.js";
import { mend } from "./mend.js";
import { readClaims } from "./read-claims.js";
import { summarize } from "./summary.js";
import { woodpecker } from "./woodpecker.js";
import type { CorrectionRequest } from "./yaffle.js";

export interface Walk {
  readonly experts: Experts;
  readonly reader: ClaimReader | null;
  /** Needed where the request asks for the pipeline woodpecker. */
  readonly writer: Writer | null;
  readonly facts: readonly ExpertFacts[];
  readonly clock: Clock;
  readonly limits: Limits;
  /** Of the whole request, by which `signal` ends it. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/**
 * Walks one valid request.
 * @param task "verify" judges and leaves the text as it is
 * @throws YaffleError of the image; the signal's reason where it aborts
 */
export async function walk(
  request: CorrectionRequest,
  task: "correct" | "verify",
  { experts, reader, writer, facts, clock, limits, timeoutMs, signal }: Walk,
): Promise<Report> {
  const { response, prompt, options } = request;
  const begin = clock.nowMs();
  const pictures = await readPictures(request.images, limits, signal, request.imageFields);
  const decoded = clock.nowMs();
  signal.throwIfAborted();
  const wording = { prompt, kinds: options.kinds };
  const { expertTimeoutMs } = limits;
  const remainingMs = (): number => begin + timeoutMs - clock.nowMs();
  const asked: Scene = { pictures, experts, reader, policy: options.policy, expertTimeoutMs, remainingMs, signal };
  const { claims, notes, isByRules } = await readClaims(response, wording, asked);
  // A reader that failed is not waited for again, and the corrected text is read as the original was.
  const scene: Scene = isByRules ? { ...asked, reader: null } : asked;
  const extracted = clock.nowMs();
  const examination = await examine(claims, scene);
  const verified = clock.nowMs();
  const mended =
    task === "verify"
      ? { edits: [], corrected: response, rejudged: examination.judged, notes: [] }
      : options.pipeline === "woodpecker" && writer !== null
        ? await woodpecker(response, wording, scene, examination, writer)
        : { ...(await mend(response, wording, scene, examination)), notes: [] };
  const boxed = options.boxes ? withBoxes(mended.corrected, mended.rejudged) : null;
  const corrected = clock.nowMs();
  return {
    version: { yaffle: VERSION, report: 1 },
    id: request.id,
    original: response,
    corrected: mended.corrected,
    correctedWithBoxes: boxed,
    changed: mended.corrected !== response,
    claims: examination.judged,
    edits: mended.edits,
    images: pictures.map(imageFacts),
    summary: summarize(examination.judged),
    correctedSummary: task === "correct" ? summarize(mended.rejudged) : null,
    experts: facts,
    timingsMs: timings([begin - (request.decodeMs ?? 0), decoded, extracted, verified, corrected]),
    degraded: degradations([...notes, ...mended.notes], pictures, examination.judged),
  };
}

function imageFacts({ sha256, width, height }: Picture): ImageFacts {
  return { sha256, width, height };
}

function timings([begin, decoded, extracted, verified, corrected]: readonly [number, number, number, number, number]): TimingsMs {
  return {
    total: corrected - begin,
    decode: decoded - begin,
    extract: extracted - decoded,
    verify: verified - extracted,
    correct: corrected - verified,
  };
}
