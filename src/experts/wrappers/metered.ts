/** A detector whose calls are told: how long each took and how it ended. */
import { asYaffleError, type ErrorCode } from "../../domain/error.js";
import type { Clock, Detector, DetectRequest } from "../../domain/ports.js";

/** One call of `detect`. */
export interface DetectorCall {
  /** The detector's id. */
  readonly expert: string;
  readonly device: string;
  readonly effort: DetectRequest["effort"];
  readonly targets: number;
  readonly durationMs: number;
  readonly outcome: "ok" | ErrorCode;
}

/** Closes the given detector. @param tell must not throw */
export function metered(detector: Detector, clock: Clock, tell: (call: DetectorCall) => void): Detector {
  const { facts } = detector;
  return {
    facts,
    vocabulary: detector.vocabulary,
    detect: async (picture, request, signal) => {
      const startMs = clock.nowMs();
      const told = (outcome: DetectorCall["outcome"]): void =>
        tell({
          expert: facts.id,
          device: facts.device,
          effort: request.effort,
          targets: request.targets.length,
          durationMs: clock.nowMs() - startMs,
          outcome,
        });
      try {
        const detections = await detector.detect(picture, request, signal);
        told("ok");
        return detections;
      } catch (error) {
        told(signal?.aborted === true ? "cancelled" : asYaffleError(error).code);
        throw error;
      }
    },
    close: () => detector.close(),
  };
}
