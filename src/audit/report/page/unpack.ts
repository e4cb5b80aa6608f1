/** The data blocks of the page: base64 of deflated JSON, unpacked when they are asked for and the latest kept. */
import type { PageDetail, PageFacts, PageRow } from "../page-data.js";

const KEPT_BLOCKS = 12;

export interface PageData {
  readonly facts: PageFacts;
  readonly rows: readonly PageRow[];
  /** Of a row, by its place in `rows`. */
  detail(row: number): Promise<PageDetail | null>;
  /** As a data: URI; null where the picture is not in the file. */
  picture(at: number): string | null;
}

export async function openData(): Promise<PageData> {
  const facts = await unpacked<PageFacts>("facts");
  const rows = await unpacked<readonly PageRow[]>("rows");
  const details = new Map<number, Promise<readonly PageDetail[]>>();
  const pictures = new Map<number, readonly string[]>();
  return {
    facts,
    rows,
    detail: async (row) => {
      const block = Math.floor(row / facts.rowsPerBlock);
      const some = await kept(details, block, () => unpacked<readonly PageDetail[]>(`details-${block}`));
      return some[row % facts.rowsPerBlock] ?? null;
    },
    picture: (at) => {
      if (at < 0) return null;
      const block = Math.floor(at / facts.picturesPerBlock);
      const some = kept(pictures, block, () => textOf(`pictures-${block}`).split(" "));
      const base64 = some[at % facts.picturesPerBlock] ?? "";
      return base64 === "" ? null : `data:image/jpeg;base64,${base64}`;
    },
  };
}

function kept<Value>(blocks: Map<number, Value>, block: number, make: () => Value): Value {
  const value = blocks.get(block) ?? make();
  blocks.delete(block);
  blocks.set(block, value);
  const [oldest] = blocks.keys();
  if (blocks.size > KEPT_BLOCKS && oldest !== undefined) blocks.delete(oldest);
  return value;
}

function textOf(name: string): string {
  return document.getElementById(`data-${name}`)?.textContent ?? "";
}

/** The file wrote it, so its form is known. */
async function unpacked<Value>(name: string): Promise<Value> {
  const bytes = Uint8Array.from(atob(textOf(name)), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return (await new Response(stream).json()) as Value;
}
