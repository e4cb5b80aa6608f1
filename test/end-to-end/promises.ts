/** What Yaffle promises on every door: one list, each with what is sent and what must come back. */
import { expect } from "vitest";
import type { ErrorCode } from "../../src/domain/error.js";
import type { WireReport } from "../../src/wire/report-schema.js";
import { hollowPng } from "../image/pictures.js";

export const DOORS = ["library", "command line", "http json", "http multipart", "grpc"] as const;
export type DoorName = (typeof DOORS)[number];

/** A request before it is put in a door's form. Unknown things stay as they are: doors must refuse them, not tests. */
export interface Given {
  readonly task: "correct" | "verify";
  readonly images: readonly Buffer[];
  /** Sent as an address instead of images. */
  readonly url?: string;
  /** Bytes where the text is not UTF-8. Left out where it is missing. */
  readonly response?: string | Buffer;
  readonly prompt?: string;
  /** By their names on the wire. */
  readonly options?: Readonly<Record<string, unknown>>;
}

export type Outcome =
  | { readonly report: WireReport }
  | { readonly code: ErrorCode; readonly detail: string; readonly paths: readonly string[]; readonly retryable: boolean };

export interface Promised {
  readonly name: string;
  readonly given: (samples: Samples) => Given;
  readonly holds: (outcome: Outcome) => void;
  /** Doors where the promise cannot be broken, with the reason. */
  readonly exempt?: Readonly<Partial<Record<DoorName, string>>>;
}

/** Pictures made for the run. */
export interface Samples {
  readonly jpeg: Buffer;
  readonly other: Buffer;
}

const RESPONSE = "There are two chairs and an elephant on the beach.";

function refused(code: ErrorCode, ...paths: readonly string[]): (outcome: Outcome) => void {
  return (outcome) => {
    expect(outcome).toMatchObject({ code, retryable: code === "deadline_exceeded" });
    for (const path of paths) expect(outcome).toMatchObject({ paths: expect.arrayContaining([path]) });
  };
}

function reported(check: (report: WireReport) => void): (outcome: Outcome) => void {
  return (outcome) => {
    if (!("report" in outcome)) throw new Error(`refused: ${JSON.stringify(outcome)}`);
    check(outcome.report);
  };
}

function sending(more: Partial<Given>): (samples: Samples) => Given {
  return ({ jpeg }) => ({ task: "correct", images: [jpeg], response: RESPONSE, ...more });
}

const NO_TEXT_BYTES = "it sends text, not bytes";

export const PROMISES: readonly Promised[] = [
  {
    name: "what is not there is refuted, and goes; what is there stays",
    given: sending({}),
    holds: reported(({ claims, corrected, changed, edits, corrected_summary }) => {
      expect(claims.filter(({ object }) => object?.category === "elephant").map(({ verdict }) => verdict)).toContain("refuted");
      expect(claims.filter(({ object }) => object?.category === "chair").map(({ verdict }) => verdict)).not.toContain("refuted");
      expect(corrected).toBe("There are two chairs on the beach.");
      expect(changed).toBe(true);
      expect(edits.length).toBeGreaterThan(0);
      expect(corrected_summary).toMatchObject({ refuted: 0 });
    }),
  },
  {
    name: "verify judges, and changes nothing",
    given: sending({ task: "verify" }),
    holds: reported(({ corrected, edits, summary, corrected_summary }) => {
      expect({ corrected, edits, corrected_summary }).toEqual({ corrected: RESPONSE, edits: [], corrected_summary: null });
      expect(summary.refuted).toBeGreaterThan(0);
    }),
  },
  {
    name: "a wrong yes becomes a no",
    given: sending({ prompt: "Is there an elephant in the image?", response: "Yes, there is an elephant in the image." }),
    holds: reported(({ corrected }) => expect(corrected).toMatch(/^No/)),
  },
  {
    name: "several pictures are all looked at",
    given: ({ jpeg, other }) => ({ task: "correct", images: [jpeg, other], response: RESPONSE }),
    holds: reported(({ images, claims }) => {
      expect(images).toHaveLength(2);
      expect(images[0]?.sha256).not.toBe(images[1]?.sha256);
      expect(new Set(claims.flatMap(({ evidence }) => evidence).map(({ image }) => image))).toEqual(new Set([0, 1]));
    }),
  },
  {
    name: "options are heeded",
    given: sending({ options: { kinds: ["count"], policy: "cautious" } }),
    holds: reported(({ claims }) => expect(new Set(claims.map(({ kind }) => kind))).toEqual(new Set(["count"]))),
  },
  {
    name: "boxes are given where they are asked for",
    given: sending({ options: { boxes: true } }),
    holds: reported(({ corrected_with_boxes }) => expect(corrected_with_boxes).toMatch(/chairs \[\[?0\.?\d*, /)),
  },
  { name: "an empty response is refused", given: sending({ response: "" }), holds: refused("invalid_request", "response") },
  { name: "a response of white space is refused", given: sending({ response: " \n\t" }), holds: refused("invalid_request", "response") },
  {
    name: "a missing response is refused",
    given: ({ jpeg }) => ({ task: "correct", images: [jpeg] }),
    holds: (outcome) => {
      expect(outcome).toMatchObject({ code: "invalid_request" });
      expect(outcome).toMatchObject({ detail: expect.stringContaining("response") });
    },
  },
  { name: "a missing image is refused", given: sending({ images: [] }), holds: refused("invalid_request") },
  { name: "an empty image is refused", given: sending({ images: [Buffer.alloc(0)] }), holds: refused("invalid_request") },
  {
    name: "what is no image is refused",
    given: sending({ images: [Buffer.from("hello, I am text")] }),
    holds: refused("image_undecodable"),
  },
  {
    name: "a truncated JPEG is refused",
    given: ({ jpeg }) => ({ task: "correct", images: [jpeg.subarray(0, jpeg.length >> 1)], response: RESPONSE }),
    holds: refused("image_undecodable"),
  },
  {
    name: "a picture of 30,000 × 30,000 pixels in few bytes is refused",
    given: sending({ images: [hollowPng(30_000, 30_000)] }),
    holds: refused("image_too_large"),
  },
  {
    name: "a response of 20,001 characters is refused",
    given: sending({ response: "a".repeat(20_001) }),
    holds: refused("invalid_request", "response"),
  },
  {
    name: "text that is not UTF-8 is refused",
    given: sending({ response: Buffer.from([0x41, 0x20, 0xff, 0xfe, 0x20, 0x64, 0x6f, 0x67]) }),
    holds: refused("invalid_request"),
    exempt: { library: NO_TEXT_BYTES },
  },
  {
    name: "half a character is refused",
    given: sending({ response: "A dog \ud83d sits." }),
    holds: refused("invalid_request", "response"),
    exempt: {
      "command line": "the system hands over bytes, and a file is UTF-8 or refused",
      "http multipart": "a form carries UTF-8, which has no such thing",
      grpc: "a message carries UTF-8, which has no such thing",
    },
  },
  {
    name: "wrong options are named one by one",
    given: sending({ options: { policy: "wild", kinds: ["count", "smell"] } }),
    holds: refused("invalid_request", "options.policy", "options.kinds.1"),
  },
  {
    name: "all that is wrong is told at once",
    given: sending({ images: [], options: { policy: "wild", kinds: ["smell"] } }),
    holds: (outcome) => {
      refused("invalid_request", "options.policy", "options.kinds.0")(outcome);
      expect(outcome).toMatchObject({ detail: expect.stringContaining("image") });
    },
  },
  {
    name: "unknown options are named",
    given: sending({ options: { polcy: "strict", colour: "red" } }),
    holds: refused("invalid_request", "options.polcy", "options.colour"),
    exempt: {
      "command line": "an unknown flag is refused by its name (test/cli/word-faults.test.ts)",
      grpc: "a message has no unknown names",
    },
  },
  {
    name: "a pipeline that needs what is not there is refused",
    given: sending({ options: { pipeline: "woodpecker" } }),
    holds: refused("invalid_request", "options.pipeline"),
  },
  {
    name: "nothing is fetched",
    given: sending({ images: [], url: "http://127.0.0.1:9/picture.jpg" }),
    holds: refused("image_fetch_blocked"),
    exempt: { "http multipart": "a form carries files only" },
  },
  {
    name: "a time limit ends the work",
    given: sending({ response: "There is a slow dog.", options: { timeout_ms: 1 } }),
    holds: refused("deadline_exceeded"),
  },
];
