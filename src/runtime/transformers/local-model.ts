/** A model in the thread that opened it; a run holds that thread's event loop while an operator computes. */
import { YaffleError } from "../../domain/error.js";
import { candidatesFor } from "../onnx/device.js";
import { faultIn, faultOfDevice, withoutDevice } from "../onnx/device-fault.js";
import type { PassedOver } from "../onnx/session.js";
import { sessionSettings } from "../onnx/session-settings.js";
import { COMPARERS, loadComparison } from "./comparison.js";
import { DETECTORS, loadDetection } from "./detection.js";
import { FINDERS, loadFinding } from "./finding.js";
import { loadGeneration } from "./generation.js";
import { loadLibrary } from "./library.js";
import type { Ability, OpenedModel, OpenOptions, Results, Task } from "./messages.js";
import { readFolder } from "./model-folder.js";
import type { Loaded, Source } from "./parts.js";
import { ANSWERERS } from "./prompting.js";

type AnyLoaded = { readonly [Kind in Ability]: { readonly ability: Kind } & Loaded<Kind> }[Ability];

export class LocalModel {
  readonly facts: OpenedModel;
  readonly #loaded: AnyLoaded;

  private constructor(facts: OpenedModel, loaded: AnyLoaded) {
    this.facts = facts;
    this.#loaded = loaded;
  }

  /**
   * From a folder, on the first device of the choice that works.
   * @throws YaffleError expert_unavailable: the package is missing, or the folder holds no model that is known; invalid_request for a named
   * device that cannot be had
   */
  static async open(path: string, options: OpenOptions): Promise<LocalModel> {
    const library = await loadLibrary();
    const folder = await readFolder(path).catch((cause: unknown) => {
      throw new YaffleError("expert_unavailable", `${messageOf(cause)}.`, { cause });
    });
    const passedOver: PassedOver[] = [];
    for (const device of candidatesFor(options.device ?? "cpu", process.platform)) {
      const fault = await faultOfDevice(device);
      if (fault !== null) {
        if (options.device === device) throw withoutDevice(device, fault);
        passedOver.push({ device, reason: fault });
        continue;
      }
      try {
        const loaded = await load({ library, folder, settings: sessionSettings(device, options) });
        const { ability, labels } = loaded;
        return new LocalModel({ ability, labels, architecture: folder.architecture, device, passedOver }, loaded);
      } catch (error) {
        passedOver.push({ device, reason: faultIn(error) });
      }
    }
    throw refusal(path, passedOver);
  }

  /** @param isLeft true once nobody waits for it @throws Error where the model fails or is of another ability */
  perform(task: Task, isLeft: () => boolean): Promise<Results[Ability]> {
    const loaded = this.#loaded;
    if (task.type === "detect" && loaded.ability === "detect") return loaded.perform(task, isLeft);
    if (task.type === "find" && loaded.ability === "find") return loaded.perform(task, isLeft);
    if (task.type === "ask" && loaded.ability === "ask") return loaded.perform(task, isLeft);
    if (task.type === "compare" && loaded.ability === "compare") return loaded.perform(task, isLeft);
    return Promise.reject(new Error(`a model that can ${loaded.ability} was told to ${task.type}`));
  }

  close(): Promise<void> {
    return this.#loaded.dispose();
  }
}

async function load(source: Source): Promise<AnyLoaded> {
  const { architecture } = source.folder;
  const isOneOf = (names: readonly string[]): boolean => names.includes(architecture);
  if (isOneOf(DETECTORS)) return { ability: "detect", ...(await loadDetection(source)) };
  if (isOneOf(FINDERS)) return { ability: "find", ...(await loadFinding(source)) };
  if (isOneOf(COMPARERS)) return { ability: "compare", ...(await loadComparison(source)) };
  if (isOneOf(ANSWERERS)) return { ability: "ask", ...(await loadGeneration(source)) };
  throw new Error(`${architecture} is none of ${[...DETECTORS, ...FINDERS, ...COMPARERS, ...ANSWERERS].join(", ")}`);
}

function refusal(path: string, failures: readonly PassedOver[]): YaffleError {
  const last = failures.at(-1);
  const where = last === undefined || last.device === "cpu" ? "" : ` on ${last.device}`;
  return new YaffleError("expert_unavailable", `The model in ${path} cannot be loaded${where}: ${last?.reason ?? "no device is left"}.`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
