/** Number by number against the reference library: what it made of the same picture and the same words, with the same weights. */
import { readFileSync } from "node:fs";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Tensor } from "@huggingface/transformers";
import { beforeAll, describe, expect, it } from "vitest";
import { resized, squared, takeOver } from "../../../src/runtime/transformers/fitting.js";
import { type Library, loadLibrary } from "../../../src/runtime/transformers/library.js";
import { LocalModel } from "../../../src/runtime/transformers/local-model.js";
import type { Found, Pixels, Results, Task } from "../../../src/runtime/transformers/messages.js";
import { readFolder } from "../../../src/runtime/transformers/model-folder.js";
import { promptingFor } from "../../../src/runtime/transformers/prompting.js";
import { apart, type Numbers, referenceOf, type Sample, tinyModel, tinyPixels } from "../../support/tiny-models.js";

const SETTINGS = {
  executionProviders: ["cpu"],
  logSeverityLevel: 4,
  enableCpuMemArena: true,
  graphOptimizationLevel: "all",
  intraOpNumThreads: 1,
} as const;

/** Arithmetic in another order. */
const EXACT = 1e-4;
/** One step of a byte in a resized picture, after its scaling by the smallest deviation that is used. */
const A_BYTE = 1 / 255 / 0.22;

let library: Library;
let picture: Pixels;
beforeAll(async () => {
  library = await loadLibrary();
  picture = await tinyPixels();
});

async function performed<One extends Task>(name: string, task: One): Promise<Results[One["type"]]> {
  const model = await LocalModel.open(tinyModel(name), { threads: 1 });
  try {
    return (await model.perform(task, () => false)) as Results[One["type"]];
  } finally {
    await model.close();
  }
}

function thin(tensor: Tensor, { step }: Sample): readonly number[] {
  return [...(tensor.data as Float32Array)].filter((_, index) => index % step === 0);
}

function sigmoids({ values }: Numbers): readonly number[] {
  return values.map((value) => 1 / (1 + Math.exp(-value)));
}

function cornersOf({ values }: Numbers): readonly number[] {
  return values.map((value, index) => {
    const side = values[index % 4 < 2 ? index + 2 : index] ?? 0;
    return index % 4 < 2 ? value - side / 2 : (values[index - 2] ?? 0) + side / 2;
  });
}

function ordered(values: Iterable<number>): readonly number[] {
  return [...values].sort((a, b) => a - b);
}

describe("a picture for a model", () => {
  const TOLERANCES: Readonly<Record<string, readonly [tolerance: number, multiple: number]>> = {
    "rt-detr": [1.01 / 255, 1],
    yolos: [2 * A_BYTE, 16],
    owlv2: [EXACT, 1],
    "grounding-dino": [EXACT, 1],
    clip: [2 * A_BYTE, 1],
    siglip: [4 / 255, 1],
  };
  for (const [name, [tolerance, multiple]] of Object.entries(TOLERANCES)) {
    it(`has the reference's size and values (${name})`, async () => {
      const { pixel_values: expected } = referenceOf<{ readonly pixel_values: Sample }>(name);
      const processor = await library.AutoImageProcessor.from_pretrained(tinyModel(name), { local_files_only: true });
      const shown = name === "owlv2" ? await squared(picture) : picture;
      const { pixel_values } = await processor([await takeOver(library, processor, multiple).toSize(shown)]);
      expect(pixel_values.dims).toEqual(expected.shape);
      expect(apart(thin(pixel_values, expected), expected.values)).toBeLessThan(tolerance);
    });
  }

  it("has the reference's size where it keeps its shape", async () => {
    interface Row {
      readonly picture: readonly [number, number];
      readonly limited: readonly [number, number];
      readonly patched: readonly [number, number];
      readonly free: readonly [number, number];
    }
    const rows: readonly Row[] = JSON.parse(readFileSync(tinyModel("sizes.json"), "utf8"));
    const processor = (size: object) => new library.ImageProcessor({ do_resize: true, size, resample: 2 } as never);
    const sized = async ([width, height]: Row["picture"], size: object, multiple?: number) => {
      const image = { width, height, bytes: new Uint8Array(width * height * 3) };
      return (await takeOver(library, processor(size), multiple).toSize(image)).size;
    };
    for (const { picture: from, limited, patched, free } of rows) {
      expect(await sized(from, { shortest_edge: 800, longest_edge: 1333 }), `${from}`).toEqual(limited);
      expect(await sized(from, { shortest_edge: 800, longest_edge: 1333 }, 16), `${from}`).toEqual(patched);
      expect(await sized(from, { shortest_edge: 224 }), `${from}`).toEqual(free);
    }
  });

  it("keeps lines that the library's own resizing would lose", async () => {
    // One white column in four: seen point by point it is all black or all white, seen whole it is a quarter white.
    const bytes = Uint8Array.from({ length: 64 * 64 * 3 }, (_, index) => (Math.floor(index / 3) % 4 === 0 ? 255 : 0));
    const small = await resized({ width: 64, height: 64, bytes }, { width: 16, height: 16 }, "linear");
    expect(Math.min(...small.bytes)).toBeGreaterThan(30);
    expect(Math.max(...small.bytes)).toBeLessThan(100);
  });
});

describe("closed detectors", () => {
  interface Detected {
    readonly detections: readonly { readonly label: string; readonly score: number; readonly box: readonly number[] }[];
  }

  it("YOLOS weighs the kinds against nothing, as the reference does", async () => {
    const found = await performed("yolos", { type: "detect", picture });
    const [best] = referenceOf<Detected>("yolos").detections;
    expect(found.classes).toBe(5);
    expect(Math.max(...found.scores)).toBeCloseTo(best?.score ?? 0, 2);
  });

  it("RT-DETR scores each kind for itself, as the reference does", async () => {
    const { logits, pred_boxes } = referenceOf<{ readonly logits: Numbers; readonly pred_boxes: Numbers }>("rt-detr");
    const found = await performed("rt-detr", { type: "detect", picture });
    expect(found.classes).toBe(5);
    // The queries are chosen by their scores: in a resized picture two that are nearly equal may change places.
    expect(apart(ordered(found.scores), ordered(sigmoids(logits)))).toBeLessThan(0.005);
    expect(apart(ordered(found.boxes), ordered(cornersOf(pred_boxes)))).toBeLessThan(0.05);
  });
});

describe("detectors of what is named", () => {
  it("OWLv2 finds each phrase where the reference finds it", async () => {
    const { phrases, logits, pred_boxes } = referenceOf<{
      readonly phrases: readonly string[];
      readonly logits: Numbers;
      readonly pred_boxes: Numbers;
    }>("owlv2");
    const found: readonly Found[] = await performed("owlv2", { type: "find", picture, phrases });
    const expected = sigmoids(logits);
    for (const [query, one] of found.entries()) {
      expect(
        apart(
          one.scores,
          expected.filter((_, index) => index % phrases.length === query),
        ),
      ).toBeLessThan(EXACT);
      // The reference's boxes are fractions of the square that the picture was put in: 96 × 96 for 96 × 64.
      expect(
        apart(
          one.boxes,
          cornersOf(pred_boxes).map((side, index) => side * (index % 2 === 0 ? 1 : 1.5)),
        ),
      ).toBeLessThan(EXACT);
    }
  });

  it("Grounding DINO finds a phrase where the reference finds it", async () => {
    const { logits, pred_boxes } = referenceOf<{ readonly logits: Numbers; readonly pred_boxes: Numbers }>("grounding-dino");
    const found = await performed("grounding-dino", { type: "find", picture, phrases: ["Red car", "fountain"] });
    const tokens = logits.shape.at(-1) ?? 0;
    const places = logits.values.length / tokens;
    const expected = Array.from({ length: places }, (_, place) =>
      Math.max(...sigmoids(logits).slice(place * tokens, (place + 1) * tokens)),
    );
    expect(found).toHaveLength(2);
    expect(apart(found[0]?.scores ?? [], expected)).toBeLessThan(EXACT);
    expect(apart(found[0]?.boxes ?? [], cornersOf(pred_boxes))).toBeLessThan(EXACT);
  });
});

describe("models that weigh words against each other", () => {
  for (const [name, tolerance] of Object.entries({ clip: 0.02, siglip: 0.001 })) {
    it(`${name} weighs them as the reference does`, async () => {
      const { texts, logits_per_image } = referenceOf<{ readonly texts: readonly string[]; readonly logits_per_image: Numbers }>(name);
      const logits = await performed(name, { type: "compare", picture, texts });
      expect(apart(logits, logits_per_image.values)).toBeLessThan(tolerance);
    });
  }
});

describe("a model that answers", () => {
  interface Asked {
    readonly question: string;
    readonly input_ids: readonly (readonly number[])[];
    readonly pixel_values: Sample;
    readonly first: readonly { readonly token: string; readonly probability: number }[];
    readonly written: readonly number[];
  }

  // Of CLIP's pictures, which LLaVA takes, steps of a byte differ, and with them the chances by a little.
  for (const [name, ofPixels, ofChances] of [
    ["smolvlm", 0.05, 0.001],
    ["llava", 2 * A_BYTE, 0.005],
  ] as const) {
    const reference = referenceOf<Asked>(name);

    it(`is asked in the reference's tokens, with the reference's picture (${name})`, async () => {
      const prepare = await promptingFor({ library, folder: await readFolder(tinyModel(name)), settings: SETTINGS });
      const { input_ids, pixel_values } = await prepare(picture, reference.question);
      expect([...((input_ids?.data ?? []) as BigInt64Array)].map(Number)).toEqual(reference.input_ids[0]);
      expect(pixel_values?.dims).toEqual(reference.pixel_values.shape);
      const { values } = reference.pixel_values;
      expect(apart(pixel_values === undefined ? [] : thin(pixel_values, reference.pixel_values), values)).toBeLessThan(ofPixels);
    });

    it(`writes what the reference writes, with the same chances for the first token (${name})`, async () => {
      const { tokens } = await performed(name, { type: "ask", picture, question: reference.question, maxTokens: 6 });
      const tokenizer = await library.AutoTokenizer.from_pretrained(tinyModel(name), { local_files_only: true });
      expect(tokens.map(({ token }) => token)).toEqual(reference.written.map((id) => tokenizer.decode([id])));
      const [first] = tokens;
      const theirs = reference.first.map(({ probability }) => probability);
      expect(first?.rivals.slice(0, 3).map(({ token }) => token)).toEqual(reference.first.slice(0, 3).map(({ token }) => token));
      expect(apart(first?.rivals.slice(0, theirs.length).map(({ probability }) => probability) ?? [], theirs)).toBeLessThan(ofChances);
    });
  }

  it("is given a place in its prompt for each patch that Moondream sees", async () => {
    // No reference library has Moondream: LLaVA's weights under its name show that picture and prompt fit together.
    const folder = await mkdtemp(join(tmpdir(), "yaffle-moondream-"));
    await cp(tinyModel("llava"), folder, { recursive: true });
    const { text_config: phi_config, ...config } = JSON.parse(readFileSync(tinyModel("llava/config.json"), "utf8"));
    await writeFile(join(folder, "config.json"), JSON.stringify({ ...config, model_type: "moondream1", phi_config }));
    const model = await LocalModel.open(folder, { threads: 1 });
    const answer = (await model.perform(
      { type: "ask", picture, question: "Is the dog standing?", maxTokens: 3 },
      () => false,
    )) as Results["ask"];
    expect(answer.tokens).toHaveLength(3);
    await model.close();
    await rm(folder, { recursive: true });
  });
});
