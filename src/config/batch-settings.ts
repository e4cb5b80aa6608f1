/** The settings of batches: where they are kept, and how much of them. */
import { wholeNumber, words } from "./fields.js";
import type { Setting } from "./settings.js";

const MEBIBYTE = 1024 * 1024;

interface BatchSettings {
  readonly data_dir: Setting<string>;
  readonly batch_concurrency: Setting<number>;
  readonly max_file_bytes: Setting<number>;
  readonly max_files: Setting<number>;
  readonly max_batch_rows: Setting<number>;
  readonly max_batches: Setting<number>;
}

export const BATCH_SETTINGS: BatchSettings = {
  data_dir: {
    schema: words(),
    fallback: null,
    defaultIs: "yaffle in the user's data folder",
    argument: "FOLDER",
    description: "Folder of the files and batches of the service; one service a folder.",
  },
  batch_concurrency: {
    schema: wholeNumber(1, 1024),
    fallback: 2,
    argument: "NUMBER",
    description: "Rows of batches that the service works on at once, beside requests; with a queue the workers have their own number.",
  },
  max_file_bytes: {
    schema: wholeNumber(1, 1024 * 1024 * MEBIBYTE),
    fallback: 200 * MEBIBYTE,
    argument: "BYTES",
    description: "Largest file that may be sent for a batch; a line of it may be as large as the body of a request.",
  },
  max_files: {
    schema: wholeNumber(1, 1_000_000),
    fallback: 1000,
    argument: "NUMBER",
    description: "Files that the service keeps; one more is refused until one is deleted or its 30 days are over.",
  },
  max_batch_rows: {
    schema: wholeNumber(1, 100_000_000),
    fallback: 50_000,
    argument: "NUMBER",
    description: "Most lines of one batch.",
  },
  max_batches: {
    schema: wholeNumber(1, 10_000),
    fallback: 100,
    argument: "NUMBER",
    description: "Batches that are not done; one more is refused as overloaded.",
  },
};
