/** Loading the parts of a model from its folder, and reading what it gives. */
import type { ImageProcessor, PreTrainedModel, PreTrainedTokenizer, Tensor } from "@huggingface/transformers";
import type { SessionSettings } from "../onnx/session-settings.js";
import type { Library } from "./library.js";
import type { Ability, Results, Task } from "./messages.js";
import type { ModelFolder } from "./model-folder.js";

/** A model in this thread, ready for its one kind of task. */
export interface Loaded<Kind extends Ability> {
  readonly labels: readonly string[];
  /** @param isLeft asked between the steps of a long task: true once nobody waits for it */
  perform(task: Extract<Task, { readonly type: Kind }>, isLeft: () => boolean): Promise<Results[Kind]>;
  dispose(): Promise<void>;
}

export interface Source {
  readonly library: Library;
  readonly folder: ModelFolder;
  /** Of every file of the model. */
  readonly settings: SessionSettings;
}

export type Feeds = Readonly<Record<string, Tensor>>;

/** The class of models that an ability needs. */
interface ModelClass {
  from_pretrained(path: string, options: object): Promise<PreTrainedModel>;
}

export async function loadModel(kind: ModelClass, { folder, settings }: Source): Promise<PreTrainedModel> {
  return kind.from_pretrained(folder.path, {
    local_files_only: true,
    device: "cpu",
    dtype: folder.precisions,
    session_options: settings,
  });
}

export async function loadImageProcessor({ library, folder }: Source): Promise<ImageProcessor> {
  return library.AutoImageProcessor.from_pretrained(folder.path, { local_files_only: true });
}

export async function loadTokenizer({ library, folder }: Source): Promise<PreTrainedTokenizer> {
  return library.AutoTokenizer.from_pretrained(folder.path, { local_files_only: true });
}

/** Runs a model of one file on those of the feeds that it takes. */
export async function runModel(model: PreTrainedModel, feeds: Feeds): Promise<Feeds> {
  const names: unknown = model.sessions["model"]?.inputNames;
  const wanted = Array.isArray(names) ? Object.entries(feeds).filter(([name]) => names.includes(name)) : Object.entries(feeds);
  return (await model.forward(Object.fromEntries(wanted))) as Feeds;
}

/**
 * An output as floats with its shape.
 * @throws Error where the model has none of that name
 */
export function floatsOf(outputs: Feeds, name: string): { readonly values: Float32Array; readonly shape: readonly number[] } {
  const tensor = outputs[name];
  if (tensor === undefined) throw new Error(`the model has no output ${name}`);
  const values: unknown = tensor.to("float32").data;
  if (!(values instanceof Float32Array)) throw new Error(`the output ${name} holds no numbers`);
  return { values, shape: tensor.dims };
}
