/** Wrong words on a sign: what is written there takes their place, or what says them goes. */
import type { TextClaim } from "../domain/claim.js";
import type { JudgedClaim } from "../domain/judgement.js";
import type { Token } from "../language/passage.js";
import { type Mending, tokensIn, workAt } from "./mending.js";
import type { TokenRange } from "./structure/item.js";

const QUOTE = /^["'“”‘’«»`]+$/;
/** What leads to quoted words: "that reads", "with the word", "saying". */
const LEADING =
  /^(?:that|which|with|the|a|an|word|words|text|letters?|name|message|phrase|inscription|title|logo|label|read|reads|reading|say|says|saying|labeled|labelled|marked|titled|named|written|bearing|displaying|showing|spelling|it|on|and|,|:)$/i;

export function mendText(mending: Mending, { claim, judgement }: JudgedClaim & { readonly claim: TextClaim }): void {
  const cause = [claim.id];
  const work = workAt(mending, claim.span);
  if (work === null) return;
  const quote = quoteIn(mending.text, claim);
  if (quote === null) {
    mending.gone.set(work.sentence.index, cause);
    return;
  }
  const words = tokensIn(work.sentence, quote);
  if (judgement.remedy?.type === "text") {
    work.draft.replaceRange(words, judgement.remedy.value, cause);
    return;
  }
  const phrase = leading(work.sentence.tokens, words);
  const before = work.sentence.tokens[phrase.from - 1];
  const isPredicate = work.sentence.tokens.slice(phrase.from, words.from).some(({ text }) => /^(?:reads|says|read|say)$/i.test(text));
  const hasRelative = /^(?:that|which|with)$/i.test(work.sentence.tokens[phrase.from]?.text ?? "");
  if (before === undefined || (isPredicate && !hasRelative)) mending.gone.set(work.sentence.index, cause);
  else work.draft.drop(phrase, cause);
}

function quoteIn(text: string, { span, quote }: TextClaim): { start: number; end: number } | null {
  const within = text.slice(span.start, span.end);
  const at = within.toLowerCase().indexOf(quote.toLowerCase());
  return at < 0 || quote === "" ? null : { start: span.start + at, end: span.start + at + quote.length };
}

/** The quoted words with their marks and with what leads to them. */
function leading(tokens: readonly Token[], words: TokenRange): TokenRange {
  let { from, to } = words;
  while (from > 0 && QUOTE.test(tokens[from - 1]?.text ?? "")) from -= 1;
  while (QUOTE.test(tokens[to]?.text ?? "")) to += 1;
  while (from > 0 && LEADING.test(tokens[from - 1]?.text ?? "")) from -= 1;
  return { from, to };
}
