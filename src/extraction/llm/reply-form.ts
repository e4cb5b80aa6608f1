/** What a model is asked to say of a response: the form of its reply. All fields are required, for servers that are strict. */
import { z } from "zod";
import { CLAIM_KINDS } from "../../domain/claim.js";

const MAX_WORDS_CHARACTERS = 2_000;
/** A response of 20,000 characters makes fewer. */
const MAX_CLAIMS = 1_000;

const words = z.string().max(MAX_WORDS_CHARACTERS);

export const statedClaim = z.strictObject({
  sentence: z.int().describe("the number of the sentence"),
  words: words.describe("the shortest run of words of that sentence that holds the claim, copied letter by letter"),
  kind: z.enum(CLAIM_KINDS),
  object: words
    .nullable()
    .describe("the words that name the thing, copied from the sentence; from the question where only it names the thing"),
  number: z
    .strictObject({ relation: z.enum(["exactly", "at_least", "at_most", "about"]), value: z.int().nonnegative() })
    .nullable()
    .describe("kind count only"),
  value: words.nullable().describe("kind attribute: the attribute's words, copied; kind text: the quoted words, copied; else null"),
  predicate: words.nullable().describe("kind relation only, in snake_case"),
  targets: z.array(words).max(4).describe("kind relation: the words that name the other things, copied; else none"),
  negated: z.boolean().describe("the sentence denies it"),
  hedged: z.boolean().describe("the sentence says it with doubt: possibly, appears to, may"),
});
export type StatedClaim = z.infer<typeof statedClaim>;

export const statedClaims = z.strictObject({ claims: z.array(statedClaim).max(MAX_CLAIMS) });
