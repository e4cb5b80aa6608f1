/** What onnxruntime is told about a session, whoever opens it. */
import { type Device, providerOf } from "./device.js";
import type { RuntimeOptions } from "./session.js";

/** The runtime's own words go nowhere, but for what ends the process; its errors come back as errors. */
const FATAL_ONLY = 4;

export interface SessionSettings {
  readonly executionProviders: readonly string[];
  readonly logSeverityLevel: typeof FATAL_ONLY;
  readonly enableCpuMemArena: boolean;
  readonly graphOptimizationLevel: "disabled" | "basic" | "extended" | "all";
  readonly intraOpNumThreads?: number;
}

export function sessionSettings(
  device: Device,
  { threads, memoryArena, graphOptimization }: Pick<RuntimeOptions, "threads" | "memoryArena" | "graphOptimization">,
): SessionSettings {
  return {
    executionProviders: [providerOf(device)],
    logSeverityLevel: FATAL_ONLY,
    enableCpuMemArena: memoryArena ?? true,
    graphOptimizationLevel: graphOptimization ?? "all",
    ...(threads === null ? {} : { intraOpNumThreads: threads }),
  };
}
