/**
 * Whether a device can be had here, found out with a model of one operator before the real one is loaded: so that a fault of the device and one
 * of the model are told apart.
 *
 * The libraries behind webgpu (Dawn, the Vulkan drivers) write to the process's standard error whatever the runtime's log is set to, and
 * some end the process; they are tried in a process of their own, whose standard error goes nowhere.
 */
import { execFile } from "node:child_process";
import { InferenceSession } from "onnxruntime-node";
import { YaffleError } from "../../domain/error.js";
import { type Device, needsOf } from "./device.js";
import { sessionSettings } from "./session-settings.js";

/** y = |x|, as an ONNX file. */
const SMALLEST_MODEL = "CAgSBnlhZmZsZTo1Cg4KAXgSAXkaAXkiA0FicxIBbloPCgF4EgoKCAgBEgQKAggBYg8KAXkSCgoICAESBAoCCAFCBAoAEA4=";
const ONE_THREAD = { threads: 1 } as const;

/** A driver that hangs is none. */
const PATIENCE_MS = 60_000;

/** What the runtime's messages begin with where a check in its own sources failed. */
const PLACE_IN_SOURCES = /^\/?\S+\.(?:cc|cpp|h):\d+ .*? was false\. /;

/** @returns why not, without a stop at its end; null where the device works */
export function faultOfDevice(device: Device): Promise<string | null> {
  if (device === "cpu") return Promise.resolve(null);
  return device === "webgpu" ? triedApart(device) : tried(device);
}

/** For a device that was named: nothing will mend it but another setting or another machine. */
export function withoutDevice(device: Device, fault: string): YaffleError {
  return new YaffleError("invalid_request", `The model cannot run on ${device}: ${fault}. ${needsOf(device)}`);
}

/** What went wrong in the runtime, in one line without a stop at its end. */
export function faultIn(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [line = ""] = message.trim().split("\n");
  return line.replace(PLACE_IN_SOURCES, "").replace(/[.\s]+$/, "");
}

async function tried(device: Device): Promise<string | null> {
  try {
    const session = await InferenceSession.create(Buffer.from(SMALLEST_MODEL, "base64"), sessionSettings(device, ONE_THREAD));
    await session.release();
    return null;
  } catch (error) {
    return faultIn(error);
  }
}

/** The child says nothing where all is well, else the runtime's message on standard output. */
async function triedApart(device: Device): Promise<string | null> {
  const program = `
    const { InferenceSession } = (await import(${JSON.stringify(import.meta.resolve("onnxruntime-node"))})).default;
    try {
      await InferenceSession.create(Buffer.from(${JSON.stringify(SMALLEST_MODEL)}, "base64"), ${JSON.stringify(sessionSettings(device, ONE_THREAD))});
      process.exit(0);
    } catch (error) {
      process.stdout.write(String(error?.message ?? error), () => process.exit(0));
    }`;
  return new Promise((resolve) => {
    execFile(process.execPath, ["--input-type=module", "--eval", program], { timeout: PATIENCE_MS }, (error, said) => {
      if (error !== null) resolve("its driver ended the process that tried it");
      else resolve(said === "" ? null : faultIn(said));
    });
  });
}
