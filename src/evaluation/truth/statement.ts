/** A response of known truth: what a model might have said of a photograph, and whether it is so. */
import type { ClaimKind } from "../../domain/claim.js";

export interface Statement {
  /** File name of the photograph. */
  readonly photograph: string;
  readonly prompt: string | null;
  readonly response: string;
  /** Of the claim that the statement is about; the first of that kind is the one that is judged. */
  readonly kind: ClaimKind;
  readonly truth: boolean;
  /** The category or categories that it is about: for reading results by. */
  readonly about: string;
}

/** "a dog", "an apple"; names of things that come in pairs or plural go as they are ("scissors", "skis"). */
export function withArticle(category: string): string {
  if (/(scissors|skis)$/u.test(category)) return category;
  return `${/^[aeiou]/u.test(category) ? "an" : "a"} ${category}`;
}
