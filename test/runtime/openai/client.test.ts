import { afterEach, describe, expect, it } from "vitest";
import { YaffleError } from "../../../src/domain/error.js";
import type { ChatRequest } from "../../../src/runtime/openai/chat.js";
import { connectTo, TEST_KEY } from "../../support/model-server.js";
import { type Behavior, type OpenaiServer, openOpenaiServer, type Script, say } from "../../support/openai-server.js";

const question: ChatRequest = {
  instructions: "Answer yes or no.",
  parts: [{ type: "text", text: "Is there a dog?" }],
  maxTokens: 8,
  form: null,
  withChances: false,
  maxCharacters: null,
};
const long: ChatRequest = { ...question, maxCharacters: 100 };

let server: OpenaiServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

async function serving(script: Script | readonly Behavior[], options: Parameters<typeof connectTo>[1] = {}) {
  server = await openOpenaiServer(script);
  const connection = await connectTo(server.url, options);
  return { ...connection, stub: server, model: connection.server.model("eyes-1") };
}

async function failure(promise: Promise<unknown>): Promise<YaffleError> {
  const thrown: unknown = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(thrown instanceof YaffleError)) throw new Error(`no YaffleError: ${String(thrown)}`);
  return thrown;
}

describe("a model behind OpenAI's protocol", () => {
  it("is asked once, by its name, with the key, without heat", async () => {
    const { model, stub } = await serving([say("Yes.")]);
    expect((await model.complete(question)).text).toBe("Yes.");
    expect(stub.requests).toHaveLength(1);
    expect(stub.requests[0]).toMatchObject({
      path: "/v1/chat/completions",
      headers: { authorization: `Bearer ${TEST_KEY}` },
      body: { model: "eyes-1", max_tokens: 8, temperature: 0 },
      instructions: "Answer yes or no.",
      text: "Is there a dog?",
    });
  });

  it("sends no key where there is none", async () => {
    const { model, stub } = await serving([say("Yes.")], { key: null });
    await model.complete(question);
    expect(stub.requests[0]?.headers.authorization).toBeUndefined();
  });

  it("gives the chances of the tokens where the server does", async () => {
    const { model } = await serving([{ type: "say", text: "Yes", chances: [{ token: "Yes", rivals: { Yes: 0.75, No: 0.25 } }] }]);
    const { tokens } = await model.complete({ ...question, withChances: true });
    expect(tokens[0]?.probability).toBeCloseTo(0.75, 6);
    expect(tokens[0]?.rivals.map(({ token }) => token)).toEqual(["Yes", "No"]);
  });

  it("reads a streamed reply to its end, and breaks off one that is too long", async () => {
    const { model } = await serving([say("a".repeat(90)), say("b".repeat(9_000))]);
    expect((await model.complete(long)).text).toBe("a".repeat(90));
    expect(await failure(model.complete(long))).toMatchObject({
      code: "upstream_failed",
      message: "The model wrote more than 100 characters.",
    });
  });

  it("goes with at most so many calls at once", async () => {
    const { model, stub } = await serving([say("Yes.")], { maxConcurrent: 2 });
    await Promise.all(Array.from({ length: 9 }, () => model.complete(question)));
    expect(stub.requests).toHaveLength(9);
    expect(stub.mostAtOnce).toBeLessThanOrEqual(2);
  });

  it("leaves when its caller leaves", async () => {
    const { model } = await serving([{ type: "hang" }]);
    const leaving = new AbortController();
    const reason = new DOMException("gone", "AbortError");
    const asked = model.complete(question, leaving.signal);
    leaving.abort(reason);
    await expect(asked).rejects.toBe(reason);
  });
});

describe("faults of the server", () => {
  const faults: Readonly<Record<string, Behavior>> = {
    "429": { type: "status", status: 429 },
    "500": { type: "status", status: 500 },
    "503": { type: "status", status: 503 },
    "a body that is no JSON": { type: "broken_json" },
    "half a body": { type: "cut", text: "" },
    "another document": { type: "document", document: { hello: "world" } },
  };
  for (const [name, fault] of Object.entries(faults)) {
    it(`${name} is tried again, and passes`, async () => {
      const { model, stub, waitsMs } = await serving([fault, say("Yes.")]);
      expect((await model.complete(question)).text).toBe("Yes.");
      expect(stub.requests).toHaveLength(2);
      expect(waitsMs).toEqual([375]);
    });

    it(`${name} that stays is an error after three tries`, async () => {
      const { model, stub, waitsMs } = await serving([fault]);
      expect((await failure(model.complete(question))).isRetryable).toBe(true);
      expect(stub.requests).toHaveLength(3);
      expect(waitsMs).toEqual([375, 750]);
    });
  }

  it("half a stream is tried again, whether it is torn or ends too early", async () => {
    const { model, stub } = await serving([{ type: "cut", text: "A d" }, { type: "unfinished", text: "A do" }, say("A dog.")]);
    expect((await model.complete(long)).text).toBe("A dog.");
    expect(stub.requests).toHaveLength(3);
  });

  it("a slow server is given up after the time limit", async () => {
    const { model, stub } = await serving([{ type: "hang" }], { timeoutMs: 30, retries: 1 });
    expect(await failure(model.complete(question))).toMatchObject({
      code: "deadline_exceeded",
      message: "The model server gave no reply within 30 ms.",
    });
    expect(stub.requests).toHaveLength(2);
  });

  it("a refusal is final", async () => {
    const { model, stub } = await serving([{ type: "refuse_to_answer" }]);
    expect(await failure(model.complete(question))).toMatchObject({ code: "upstream_failed", message: "The model declined to answer." });
    expect((await failure(model.complete(long))).message).toBe("The model declined to answer.");
    expect(stub.requests).toHaveLength(2);
  });

  it("waits as long as Retry-After asks", async () => {
    const date = new Date(Date.UTC(2026, 0, 1, 0, 1)).toUTCString();
    const { model, waitsMs } = await serving([
      { type: "status", status: 429, headers: { "retry-after": "7" } },
      { type: "status", status: 503, headers: { "retry-after": date } },
      say("Yes."),
    ]);
    await model.complete(question);
    expect(waitsMs).toEqual([7_125, 60_000 - 7_125 + 125]);
  });

  it("says at once that Retry-After asks for an hour", async () => {
    const { model, stub, waitsMs } = await serving([{ type: "status", status: 429, headers: { "retry-after": "3600" } }]);
    const message = "The model server answers with HTTP 429 and asks to wait 3600 s.";
    expect(await failure(model.complete(question))).toMatchObject({ code: "expert_unavailable", message });
    expect([stub.requests.length, waitsMs]).toEqual([1, []]);
  });

  it("tells nothing of the key, even where the server repeats it", async () => {
    const echo = { message: `Incorrect API key provided: ${TEST_KEY}. See sk-other-123456789.`, type: "auth" };
    const { model } = await serving([
      { type: "status", status: 401, error: echo },
      { type: "status", status: 400, error: echo },
      { type: "status", status: 404, error: echo },
    ]);
    for (let status = 0; status < 3; status += 1) {
      const error = await failure(model.complete(question));
      expect(`${error.message} ${JSON.stringify(error)} ${error.stack}`).not.toMatch(/sk-(?:test|other)/);
      expect(error.cause).toBeUndefined();
    }
  });
});

describe("the circuit", () => {
  it("opens after five failures in a row, lets one call try after its rest, and closes when that succeeds", async () => {
    let isIll = true;
    const { model, stub, advance } = await serving(() => (isIll ? { type: "status", status: 500 } : say("Yes.")), { retries: 0 });
    for (let call = 0; call < 5; call += 1) await failure(model.complete(question));
    expect((await failure(model.complete(question))).message).toBe("The model server failed 5 times in a row; it is tried again in 30 s.");
    expect(stub.requests).toHaveLength(5);
    advance(30_000);
    await failure(model.complete(question));
    expect(stub.requests).toHaveLength(6);
    await failure(model.complete(question));
    expect(stub.requests).toHaveLength(6);
    advance(30_000);
    isIll = false;
    expect((await model.complete(question)).text).toBe("Yes.");
    expect((await model.complete(question)).text).toBe("Yes.");
  });
});

describe("spending", () => {
  it("stops at the cap", async () => {
    const { model, server: connection } = await serving([{ type: "say", text: "Yes.", tokens: 400 }], { maxTokens: 1_000 });
    await model.complete(question);
    await model.complete(question);
    expect(connection.tokensUsed).toBe(800);
    await model.complete(question);
    const error = await failure(model.complete(question));
    expect(error).toMatchObject({
      code: "expert_unavailable",
      message: "The cap of 1000 tokens leaves no room for another call (1200 spent).",
    });
  });

  it("reserves what calls at once may cost", async () => {
    const { model, stub } = await serving([say("Yes.")], { maxTokens: 30 });
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => model.complete(question)));
    expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(2);
    expect(stub.requests).toHaveLength(1);
  });

  it("guesses where the server does not count, and counts what was broken off", async () => {
    const { model, server: connection } = await serving([{ type: "say", text: "Yes.", tokens: null }, { type: "refuse_to_answer" }]);
    await model.complete(question);
    expect(connection.tokensUsed).toBe(6 + 5 + 2);
    await failure(model.complete(question));
    expect(connection.tokensUsed).toBe(13 + 19);
  });
});

describe("servers that do not take every field", () => {
  it("are asked without what they refuse, from then on", async () => {
    const refused = new Set(["top_logprobs", "temperature", "max_tokens"]);
    const { model, stub } = await serving(({ body }) => {
      const field = [...refused].find((name) => name in body);
      return field === undefined
        ? say("Yes.")
        : { type: "status", status: 400, error: { message: `Unsupported parameter: '${field}'`, param: field } };
    });
    expect((await model.complete({ ...question, withChances: true })).text).toBe("Yes.");
    const before = stub.requests.length;
    await model.complete({ ...question, withChances: true });
    expect(stub.requests).toHaveLength(before + 1);
    expect(stub.requests.at(-1)?.body).not.toHaveProperty("temperature");
    expect(stub.requests.at(-1)?.body).toHaveProperty("max_completion_tokens", 8);
  });

  it("gives a model that thinks room to think", async () => {
    const { model, stub } = await serving([{ type: "say", text: "", finish: "length" }, say("Yes.")]);
    expect((await model.complete(question)).text).toBe("Yes.");
    expect(stub.requests[1]?.body).toHaveProperty("max_tokens", 8 + 4_096);
  });
});

describe("an address", () => {
  it("that is none is refused, without the password in it", async () => {
    for (const baseUrl of ["models.example", "ftp://me:secret@models.example/v1"]) {
      const error = await failure(connectTo(baseUrl));
      expect(error.code).toBe("invalid_request");
      expect(error.message).not.toContain("secret");
    }
  });

  it("that holds a name or a password is refused before anything is asked: no request can be made of it", async () => {
    for (const baseUrl of ["http://me:secret@127.0.0.1:1/v1", "https://me@models.example/v1"]) {
      const error = await failure(connectTo(baseUrl));
      expect(error).toMatchObject({ code: "invalid_request" });
      expect(error.message).toMatch(/^The address of the model server holds a name or a password, which is not sent\. [^@]*$/);
      expect(error.message).not.toContain("secret");
    }
  });
});
