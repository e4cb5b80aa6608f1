import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { singular } from "../../src/language/grammar.js";
import { parse } from "../../src/language/parse.js";

/** Without the places, which differ. */
function wordsOf(text: string): readonly unknown[] {
  return parse(text).sentences.map(({ tokens, nounPhrases }) => [
    tokens.map(({ text: word, tag, lemma }) => [word, tag, lemma]),
    nounPhrases.map(({ text: phrase, category }) => [phrase, category]),
  ]);
}

describe("a sentence that was read before", () => {
  it("is read alike at another place, with spans of its own", () => {
    const sentences = [
      "A small dog lies on a red sofa.",
      "Two men – one with a hat – talk.",
      "It isn’t theirs.",
      "The *big* cat sleeps 🐈.",
    ];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(" ", "\n\n", "  "),
        (parts, gap) => {
          const text = parts.join(gap);
          const { sentences: read } = parse(text);
          expect(wordsOf(text)).toEqual(parts.flatMap(wordsOf));
          for (const { span, tokens, nounPhrases } of read) {
            for (const token of tokens) expect(text.slice(token.span.start, token.span.end)).toBe(token.text);
            for (const phrase of nounPhrases) {
              expect(text.slice(phrase.span.start, phrase.span.end)).toBe(phrase.text);
              expect(phrase.head.start).toBeGreaterThanOrEqual(span.start);
              expect(phrase.head.end).toBeLessThanOrEqual(span.end);
            }
          }
        },
      ),
    );
  });

  it("is read anew where other words of the text decide its senses", () => {
    const categoryOf = (text: string): string | undefined => parse(text).sentences[0]?.nounPhrases[0]?.category;
    expect(categoryOf("A bat lies there. The umpire waits.")).toBe("baseball bat");
    expect(categoryOf("A bat lies there. The night is dark.")).toBe("bat");
    expect(categoryOf("A bat lies there. The umpire waits.")).toBe("baseball bat");
  });
});

describe("singular forms", () => {
  it("stay the same however often they are asked for, past what is kept", () => {
    for (let index = 0; index < 5000; index += 1) singular(`w${index}s`);
    expect(singular("Dogs")).toBe("Dog");
    expect(singular("dogs")).toBe("dog");
    expect(singular("Dogs")).toBe("Dog");
  });
});
