/** What the pipeline woodpecker relies on in a language model that writes. Every adapter and wrapper runs this suite. */
import { afterEach, describe, expect, it } from "vitest";
import type { Writer } from "../../src/domain/ports.js";

/** The JSON that the model behind the writer replies with, by step; "fails" where its server is broken. */
export type WritingModel = Readonly<Record<"concepts" | "questions" | "sentences", unknown>> | "fails";

const SENTENCES = [
  { index: 2, text: "Two dogs sleep." },
  { index: 5, text: "A cat sits." },
];
const QUESTIONS = [
  { question: "Do the dogs sleep?", concept: "dogs" },
  { question: "Is the cat near the dogs?", concept: null },
];
const MODEL: WritingModel = {
  concepts: { concepts: ["dogs", "cat"] },
  questions: { questions: QUESTIONS },
  sentences: {
    sentences: [
      { index: 2, text: "A dog sleeps." },
      { index: 5, text: "" },
    ],
  },
};

export function describeWriter(name: string, open: (model: WritingModel) => Promise<Writer>): void {
  describe(`${name} as a writer`, () => {
    let writer: Writer | null = null;
    afterEach(async () => {
      await writer?.close();
      writer = null;
    });

    /** Each of its three tasks, done once. */
    async function tasks(model: WritingModel): Promise<readonly ((signal?: AbortSignal) => Promise<unknown>)[]> {
      const opened = await open(model);
      writer = opened;
      const wrong = SENTENCES.map((sentence) => ({ ...sentence, wrong: ["there is one dog"] }));
      return [
        (signal) => opened.concepts(SENTENCES, signal),
        (signal) => opened.questions(SENTENCES, ["dogs", "cat"], signal),
        (signal) => opened.rewrite(wrong, ["There is one dog."], signal),
      ];
    }

    it("says who it is", async () => {
      writer = await open(MODEL);
      expect(writer.facts.role).toBe("corrector");
      expect(writer.facts.id).not.toBe("");
    });

    it("names things, asks, and writes sentences anew under their own numbers", async () => {
      const [concepts, questions, rewrite] = await Promise.all((await tasks(MODEL)).map((task) => task()));
      expect(concepts).toEqual(["dogs", "cat"]);
      expect(questions).toEqual(QUESTIONS);
      expect(rewrite).toEqual(
        new Map([
          [2, "A dog sleeps."],
          [5, ""],
        ]),
      );
    });

    it("says that it cannot, where its model fails or replies with something else", async () => {
      const odd = { concepts: { things: [] }, questions: "none", sentences: { sentences: [{ index: "two", text: "" }] } };
      for (const task of await tasks("fails")) await expect(task()).rejects.toMatchObject({ code: "expert_unavailable" });
      await writer?.close();
      for (const task of await tasks(odd)) await expect(task()).rejects.toMatchObject({ code: "upstream_failed" });
    });

    it("stops for a caller that has left, and writes for the next", async () => {
      for (const task of await tasks(MODEL)) {
        await expect(task(AbortSignal.abort(new Error("the caller left")))).rejects.toThrow("the caller left");
        await expect(task()).resolves.toBeDefined();
      }
    });

    it("is closed more than once without harm", async () => {
      writer = await open(MODEL);
      await writer.close();
      await expect(writer.close()).resolves.toBeUndefined();
    });
  });
}
