/**
 * Reads what is written in a picture with the two networks of PP-OCRv4: one finds writing, one reads a line of it.
 *
 * It is good at printed signs, weak at handwriting, at curved and at very small letters, and knows nothing of vertical writing. It reads
 * Latin and Chinese letters, digits and the common marks.
 */
import type { Box } from "../../domain/box.js";
import { YaffleError } from "../../domain/error.js";
import type { TextLine } from "../../domain/evidence.js";
import type { Picture } from "../../domain/picture.js";
import type { TextReader } from "../../domain/ports.js";
import type { ExpertFacts } from "../../domain/report.js";
import type { OnnxSession } from "../../runtime/onnx/session.js";
import { joinLines } from "./lines.js";
import { findRegions, type Region } from "./regions.js";
import { lineTensor, pictureTensor } from "./tensors.js";
import { transcribe } from "./transcript.js";

/** A page of print would take minutes; claims quote signs. The largest pieces are read. */
const MAX_PIECES = 40;

/** Pieces read less surely are mostly no writing. */
const MIN_SCORE = 0.5;

export interface TextNetworks {
  readonly finder: OnnxSession;
  readonly reader: OnnxSession;
  /** By class of the reader; the first is the blank. */
  readonly letters: readonly string[];
  readonly facts: ExpertFacts;
}

export class OnnxTextReader implements TextReader {
  readonly facts: ExpertFacts;
  readonly #networks: TextNetworks;

  constructor(networks: TextNetworks) {
    this.#networks = networks;
    this.facts = networks.facts;
  }

  async read(picture: Picture, signal?: AbortSignal): Promise<readonly TextLine[]> {
    const regions = await this.#find(picture, signal);
    const pieces: TextLine[] = [];
    for (const region of regions) {
      const { text, score } = await this.#readRegion(picture, region, signal);
      if (text !== "" && score >= MIN_SCORE) pieces.push({ text, score, box: boxAround(region, picture) });
    }
    return joinLines(pieces, picture);
  }

  async close(): Promise<void> {
    await Promise.all([this.#networks.finder.close(), this.#networks.reader.close()]);
  }

  /** The largest pieces of writing, in pixels of the picture. */
  async #find(picture: Picture, signal: AbortSignal | undefined): Promise<readonly Region[]> {
    const { width, height, tensor } = await pictureTensor(picture);
    const likelihood = await onlyOutput(this.#networks.finder, tensor, signal);
    const [across, down] = [picture.width / width, picture.height / height];
    return findRegions(likelihood.values, width, height)
      .map((region) => ({
        ...region,
        centerX: region.centerX * across,
        centerY: region.centerY * down,
        width: region.width * across,
        height: region.height * down,
      }))
      .toSorted((a, b) => b.height * b.width - a.height * a.width)
      .slice(0, MAX_PIECES);
  }

  async #readRegion(picture: Picture, region: Region, signal: AbortSignal | undefined) {
    const { shape, values } = await onlyOutput(this.#networks.reader, lineTensor(picture, region), signal);
    return transcribe(values, shape[1] ?? 0, this.#networks.letters);
  }
}

async function onlyOutput(session: OnnxSession, tensor: Parameters<OnnxSession["run"]>[0][string], signal: AbortSignal | undefined) {
  const name = session.inputs[0]?.name ?? "";
  const [output] = (await session.run({ [name]: { ...tensor, isGivenAway: true } }, signal)).values();
  if (output === undefined || !(output.values instanceof Float32Array)) {
    throw new YaffleError("expert_unavailable", "The text reader's network gave no scores.");
  }
  return { shape: output.shape, values: output.values };
}

function boxAround({ centerX, centerY, width, height, angle }: Region, picture: Picture): Box {
  const halfWidth = (Math.abs(width * Math.cos(angle)) + Math.abs(height * Math.sin(angle))) / 2;
  const halfHeight = (Math.abs(width * Math.sin(angle)) + Math.abs(height * Math.cos(angle))) / 2;
  const fraction = (value: number, size: number): number => Math.max(0, Math.min(1, value / size));
  return {
    x1: fraction(centerX - halfWidth, picture.width),
    y1: fraction(centerY - halfHeight, picture.height),
    x2: fraction(centerX + halfWidth, picture.width),
    y2: fraction(centerY + halfHeight, picture.height),
  };
}
