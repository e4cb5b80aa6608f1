import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asYaffleError } from "../../src/domain/error.js";
import { readInput } from "../../src/wire/input.js";
import { DEFAULT_OPTIONS, optionsOf, optionsSchema } from "../../src/wire/options.js";
import { readJsonRequest, readRequest } from "../../src/wire/request.js";
import { decodeJson, decodeUtf8 } from "../../src/wire/text.js";

const makeId = (): string => "made";
const picture = { image: { base64: "AAAA" } };

function faultsOf(run: () => unknown): Readonly<Record<string, string>> {
  try {
    run();
  } catch (thrown) {
    const { code, faults } = asYaffleError(thrown);
    expect(code).toMatch(/^invalid_request$|^image_fetch_blocked$/);
    return Object.fromEntries(faults.map(({ path, message }) => [path, message]));
  }
  throw new Error("it was taken");
}

describe("a JSON request", () => {
  it("is read with the defaults of the contract", () => {
    expect(readJsonRequest({ ...picture, response: "A dog." }, makeId)).toEqual({
      id: "made",
      images: [{ type: "base64", text: "AAAA" }],
      imageFields: ["image.base64"],
      response: "A dog.",
      prompt: null,
      options: {
        policy: "balanced",
        boxes: false,
        kinds: ["existence", "count", "attribute", "relation", "text", "other"],
        pipeline: "rules",
        timeoutMs: null,
      },
    });
  });

  it("keeps its id, its prompt and what it chose", () => {
    const body = {
      id: "row-17",
      images: [{ data: "data:image/png;base64,AA" }],
      response: "Yes.",
      prompt: "Is there a dog?",
      options: { timeout_ms: 5, kinds: ["text", "count", "text"] },
    };
    expect(readJsonRequest(body, makeId)).toMatchObject({
      id: "row-17",
      images: [{ type: "data_uri" }],
      prompt: "Is there a dog?",
      options: { timeoutMs: 5, kinds: ["count", "text"] },
    });
  });

  it("is told each fault by its path and how to mend it", () => {
    const body = { image: { base65: "AA" }, respones: "A dog.", options: { polcy: "strict", boxes: "yes", timeout_ms: 0.5, kinds: [] } };
    expect(faultsOf(() => readJsonRequest(body, makeId))).toEqual({
      "image.base65": "is not known; did you mean base64?",
      response: "is missing",
      respones: "is not known; did you mean response?",
      "options.polcy": "is not known; did you mean policy?",
      "options.boxes": 'must be true or false, not "yes"',
      "options.timeout_ms": "must be a whole number, not 0.5",
      "options.kinds": "there is no kind; leave it out for all",
    });
  });

  it.each([
    ["nothing", undefined, ""],
    ["a list", [], ""],
    ["null", null, ""],
    ["no image", { response: "A dog." }, "image"],
    ["no images", { images: [], response: "A dog." }, "image"],
    ["both image and images", { ...picture, images: [{ base64: "AA" }], response: "A dog." }, "images"],
    ["an image of two kinds", { image: { base64: "AA", data: "data:,a" }, response: "A dog." }, "image"],
    ["an image of no kind", { image: {}, response: "A dog." }, "image"],
    ["an empty image", { image: { base64: "" }, response: "A dog." }, "image.base64"],
    ["an address", { images: [{ base64: "AA" }, { url: "https://example.org/a.png" }], response: "A dog." }, "images.1.url"],
    ["half a character", { ...picture, response: "a\udc00" }, "response"],
    ["an empty id", { ...picture, id: "", response: "A dog." }, "id"],
    ["a number for a response", { ...picture, response: 5 }, "response"],
  ])("is refused with %s", (_name, body, path) => {
    expect(Object.keys(faultsOf(() => readJsonRequest(body, makeId)))).toContain(path);
  });

  it("is refused as invalid, and not by accident, whatever JSON it is", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        expect(() => readJsonRequest(body, makeId)).toThrow(expect.objectContaining({ code: "invalid_request" }));
      }),
    );
  });

  it("with very many unknown names is told the first twenty", () => {
    const options = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`x${index}`, index]));
    expect(Object.keys(faultsOf(() => readJsonRequest({ ...picture, response: "A dog.", options }, makeId)))).toHaveLength(20);
  });
});

describe("a request with images beside it", () => {
  it("names the image that is empty", () => {
    const images = [
      { type: "bytes", bytes: Buffer.from("a") },
      { type: "bytes", bytes: Buffer.alloc(0) },
    ] as const;
    expect(Object.keys(faultsOf(() => readRequest({ response: "A dog." }, () => images, makeId)))).toEqual(["images.1"]);
  });
});

describe("a library's input", () => {
  it("takes a path, bytes, a data URI, or several", () => {
    const image = ["a.jpg", new Uint8Array([1]), "data:image/png;base64,AA", { type: "base64", text: "AA" }] as const;
    expect(readInput({ image, response: "A dog." }, makeId).images.map(({ type }) => type)).toEqual([
      "file",
      "bytes",
      "data_uri",
      "base64",
    ]);
  });

  it("names options as the library does", () => {
    expect(readInput({ image: "a.jpg", response: "A dog.", options: { timeoutMs: 7 } }, makeId).options).toEqual({
      ...DEFAULT_OPTIONS,
      timeoutMs: 7,
    });
    expect(faultsOf(() => readInput({ image: "a.jpg", response: "A dog.", options: { timeout_ms: 7 } }, makeId))).toEqual({
      "options.timeout_ms": "is not known; did you mean timeoutMs?",
    });
  });

  it.each([
    ["no image", { response: "A dog." }, "image"],
    ["an image that is none", { image: 5, response: "A dog." }, "image"],
    ["an empty image", { image: [new Uint8Array()], response: "A dog." }, "image.0"],
    ["an address", { image: "https://example.org/a.png", response: "A dog." }, "image"],
  ])("is refused with %s", (_name, input, path) => {
    expect(Object.keys(faultsOf(() => readInput(input, makeId)))).toContain(path);
  });
});

describe("options", () => {
  it("that were read once are read the same again", () => {
    const parsed = optionsSchema.parse({ policy: "strict", kinds: ["count"] });
    expect(optionsOf(optionsSchema.parse(parsed))).toEqual(optionsOf(parsed));
  });
});

describe("text", () => {
  it("that is UTF-8 comes as it was, without its byte order mark", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        expect(decodeUtf8(Buffer.from(`\ufeff${text}`), "response")).toBe(text);
      }),
    );
  });

  it("that is not UTF-8 or not JSON is refused by name", () => {
    expect(faultsOf(() => decodeUtf8(Buffer.from([0xc3, 0x28]), "response"))).toEqual({
      response: "is not valid UTF-8; encode it as UTF-8",
    });
    expect(faultsOf(() => decodeJson(Buffer.from("{"), "body"))).toEqual({ body: expect.stringMatching(/^is not valid JSON/) });
  });
});
