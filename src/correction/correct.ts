/**
 * The corrector: edits that make a text true and keep it English, and touch nothing else. Each refuted claim says what is wrong where;
 * the corrector of its kind writes what is right, or dooms the words that cannot stay, and pruning takes those out of their sentences.
 * It works on shallow grammar, so a twisted sentence may lose more than it must: what cannot be mended surely goes whole.
 */

import type { Claim } from "../domain/claim.js";
import { applyEdits, type Correction, type Edit } from "../domain/correction.js";
import type { JudgedClaim } from "../domain/judgement.js";
import { parse } from "../language/parse.js";
import { questionsAnswered } from "../language/questions-answered.js";
import { agree } from "./agreement.js";
import { countAnnounced } from "./announced.js";
import { keepAnswer, turnAnswers } from "./answers/turn.js";
import { partsBeside, type Rest } from "./answers/turned.js";
import { dropOwnQuality, mendAttribute } from "./attribute.js";
import { followCompany } from "./company.js";
import { mendCount } from "./count.js";
import { mendDenial } from "./denials.js";
import { absentCategories, type Doom, doomOf, phraseAt } from "./doom.js";
import { type Cause, Draft, union } from "./draft.js";
import { takeUpEchoes } from "./echoes.js";
import { dropEqualSides } from "./equal-sides.js";
import { loneAnswers, loneHeadings, questionsAlone } from "./headings.js";
import { denial } from "./last-word.js";
import { joinEdits, removeSentences } from "./layout.js";
import { type Mending, type SentenceWork, workAt } from "./mending.js";
import { mendNeither } from "./neither.js";
import { followNumbers } from "./numbers.js";
import { nameAgain } from "./pronouns.js";
import { pruneSentence, type Survivors } from "./prune.js";
import { dropOwnPlace, mendRelation } from "./relation.js";
import { renumber } from "./renumber.js";
import { borneOut, salvage } from "./salvage.js";
import { dropPlainShares } from "./shares.js";
import { treeOf } from "./structure/build.js";
import { mendText } from "./text.js";

export interface CorrectionContext {
  /** The question or instruction that the text answers. */
  readonly prompt: string | null;
  /** Sentences of the original, by index, that go whole: a correction of them was tried and still held a refuted claim. */
  readonly condemned?: ReadonlySet<number>;
}

/**
 * Corrects a text by its refuted claims; where none is refuted there are no edits. Never empty for a text that says something.
 * @param original the response
 * @param judged its claims with their verdicts
 */
export function correct(
  original: string,
  judged: readonly JudgedClaim[],
  { prompt, condemned = new Set() }: CorrectionContext,
): Correction {
  const refuted = judged.filter(({ judgement }) => judgement.verdict === "refuted");
  if (refuted.length === 0) return { edits: [], corrected: original };
  const mending = begin(original, prompt);
  const turned = turnAnswers(mending, refuted);
  const open = refuted.filter(({ claim }) => !turned.settled.has(claim.id));
  mendClaims(mending, open, judged);
  const isAsked = prompt?.includes("?") === true;
  const named = doomOf(mending.passage, judged, { phrases: mending.phrases, words: mending.words, isAsked });
  followNumbers(mending, judged);
  const echoed = takeUpEchoes(mending, named);
  const followed = [...countAnnounced(mending, named), ...followCompany(mending, named)];
  const phrases = new Map([...named.phrases, ...followed].filter(([start]) => !echoed.taken.has(start)));
  const doom = { ...named, phrases };
  const claimsBySentence = idsBySentence(refuted);
  const lost: { readonly work: SentenceWork; readonly survivors: Survivors; readonly cause: Cause }[] = [];
  const anyId: Cause = refuted.slice(0, 1).map(({ claim }) => claim.id);
  for (const work of mending.work) {
    const { index } = work.sentence;
    if (condemned.has(index)) {
      const cause = claimsBySentence.get(index) ?? anyId;
      if (keepAnswer(work, cause, false)) continue;
      mending.gone.set(index, cause);
    }
    const rest = turned.rests.get(index);
    if (rest !== undefined && !mending.gone.has(index)) mendRest(mending, work, rest, doom, claimsBySentence.get(index) ?? anyId);
    if (mending.gone.has(index) || turned.finished.has(index)) continue;
    for (const { span, endToken, plural } of work.sentence.nounPhrases) {
      const cause = plural ? doom.phrases.get(span.start) : undefined;
      if (cause !== undefined) dropPlainShares(work.draft, endToken, cause);
    }
    const survivors: Survivors = new Map();
    const fate = echoed.stranded.get(index) ?? pruneSentence(work.tree, work.draft, doom, survivors);
    if (fate !== null && mending.questions.has(index) && keepAnswer(work, fate, true)) continue;
    if (fate !== null) lost.push({ work, survivors, cause: fate });
    if (fate !== null || !work.draft.hasWords) mending.gone.set(index, fate ?? claimsBySentence.get(index) ?? anyId);
    else if (!work.draft.isEmpty) {
      agree(work.tree, { draft: work.draft, survivors, numbers: mending.numbers, cause: claimsBySentence.get(index) ?? anyId });
    }
  }
  for (const { claim } of open) {
    const work = workAt(mending, claim.span);
    if (work?.draft.isEmpty === true && !mending.gone.has(work.sentence.index)) mending.gone.set(work.sentence.index, [claim.id]);
  }
  const known = borneOut(judged);
  for (const { work, survivors, cause } of lost) {
    // "Where is the frisbee?" is not answered by what else is there.
    if (!(isAsked && work.sentence.index === 0) && salvage(work, { mending, doom, survivors, known }, cause))
      mending.gone.delete(work.sentence.index);
  }
  for (const [index, cause] of questionsAlone(mending)) mending.gone.set(index, cause);
  for (const [index, cause] of loneAnswers(mending.passage, mending.gone)) mending.gone.set(index, cause);
  nameAgain(mending, judged, doom);
  for (const [index, cause] of loneHeadings(mending.passage, mending.gone)) mending.gone.set(index, cause);
  return finish(mending, refuted);
}

function begin(text: string, prompt: string | null): Mending {
  const passage = parse(text);
  const work: SentenceWork[] = passage.sentences.map((sentence) => ({
    sentence,
    draft: new Draft(sentence, text),
    tree: treeOf(sentence),
  }));
  return {
    text,
    passage,
    prompt,
    questions: questionsAnswered(passage, prompt),
    work,
    phrases: new Map(),
    words: new Map(),
    numbers: new Map(),
    outside: [],
    gone: new Map(),
  };
}

/** "No, there is no dog, but there are two chairs.": what follows a turned clause stays where it is true. */
function mendRest(mending: Mending, { draft }: SentenceWork, rest: Rest, doom: Doom, cause: Cause): void {
  const { tree, from, to } = rest;
  const survivors: Survivors = new Map();
  const fate = pruneSentence(tree, draft, doom, survivors);
  if (fate !== null) {
    draft.drop({ from, to }, fate);
    return;
  }
  for (const part of partsBeside(rest)) draft.drop(part, cause);
  agree(tree, { draft, survivors, numbers: mending.numbers, cause });
  const first = tree.clauses.members[0]?.from ?? from;
  const holdsNo = draft.tokens.slice(from, to).some(({ text }) => /^(?:no|not|n['’]t)$/i.test(text));
  for (let at = from; holdsNo && at <= first; at += 1) if (/^but$/i.test(draft.textAt(at))) draft.replace(at, "and", cause);
  for (let at = from; !holdsNo && at <= first; at += 1) if (/^(?:and|while)$/i.test(draft.textAt(at))) draft.replace(at, "but", cause);
}

/** Lets the corrector of each kind have its claims. Claims about what is not there at all need no more than its going. */
function mendClaims(mending: Mending, refuted: readonly JudgedClaim[], judged: readonly JudgedClaim[]): void {
  const absent = absentCategories(refuted);
  const denials = refuted.filter(({ claim }) => claim.negated);
  const denied = new Set(denials.flatMap(({ claim }) => (claim.object?.span ? [claim.object.span.start] : [])));
  const settled = new Set([...mendNeither(mending, denials), ...dropEqualSides(mending, refuted)]);
  for (const each of refuted) {
    const { claim } = each;
    if (claim.negated) {
      if (!settled.has(claim.id)) mendDenial(mending, each, denied);
      continue;
    }
    if (settled.has(claim.id)) continue;
    const categories = claim.kind === "relation" ? [claim.object, ...claim.relation.targets] : [claim.object];
    if (categories.some((mention) => mention !== null && absent.has(mention.category)) && claim.object?.span !== null) {
      if (saysAlone(claim, judged) && absent.has(claim.object?.category ?? "")) {
        if (claim.kind === "relation") dropOwnPlace(mending, claim);
        if (claim.kind === "attribute") dropOwnQuality(mending, claim);
      }
      continue;
    }
    mendClaim(mending, each);
  }
}

/** Whether the words that end a claim say nothing of another thing: "two chairs and a dog on the beach" share their place. */
function saysAlone({ kind, object, span }: Claim, judged: readonly JudgedClaim[]): boolean {
  return !judged.some(
    ({ claim }) => claim.kind === kind && claim.span.end === span.end && claim.object?.span?.start !== object?.span?.start,
  );
}

function mendClaim(mending: Mending, judged: JudgedClaim): void {
  const { claim, judgement, evidence } = judged;
  switch (claim.kind) {
    case "existence":
      dropObject(mending, claim.object.span?.start ?? null, judged);
      return;
    case "count":
      mendCount(mending, { claim, judgement, evidence });
      return;
    case "attribute":
      mendAttribute(mending, { claim, judgement, evidence });
      return;
    case "relation":
      mendRelation(mending, { claim, judgement, evidence });
      return;
    case "text":
      mendText(mending, { claim, judgement, evidence });
      return;
    case "other":
      goWhole(mending, judged);
      return;
    default:
      claim satisfies never;
  }
}

function dropObject(mending: Mending, start: number | null, judged: JudgedClaim): void {
  const work = start === null ? null : workAt(mending, judged.claim.span);
  const phrase = work === null || judged.claim.object?.span == null ? null : phraseAt(work.sentence, judged.claim.object.span);
  if (phrase === null) goWhole(mending, judged);
  else mending.phrases.set(phrase.span.start, [judged.claim.id]);
}

function goWhole(mending: Mending, { claim }: JudgedClaim): void {
  const work = workAt(mending, claim.span);
  if (work !== null) mending.gone.set(work.sentence.index, [claim.id]);
}

function idsBySentence(refuted: readonly JudgedClaim[]): ReadonlyMap<number, Cause> {
  const ids = new Map<number, string[]>();
  for (const { claim } of refuted) {
    const known = ids.get(claim.sentence);
    if (known === undefined) ids.set(claim.sentence, [claim.id]);
    else known.push(claim.id);
  }
  return ids;
}

function finish(mending: Mending, refuted: readonly JudgedClaim[]): Correction {
  const whole = removeSentences(mending.passage, mending.gone);
  const inner = mending.work.flatMap(({ sentence, draft }) => (mending.gone.has(sentence.index) ? [] : draft.edits()));
  const changes = inOrder([...whole, ...inner, ...mending.outside]);
  const edits = joinEdits(mending.text, inOrder([...changes, ...renumber(mending.text, changes)]));
  const corrected = applyEdits(mending.text, edits);
  return /[\p{L}\p{N}]/u.test(corrected) ? { edits, corrected } : replaceAll(mending, refuted);
}

function inOrder(edits: readonly Edit[]): readonly Edit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function replaceAll(mending: Mending, refuted: readonly JudgedClaim[]): Correction {
  const start = mending.text.length - mending.text.trimStart().length;
  const edit: Edit = {
    span: { start, end: mending.text.trimEnd().length },
    replacement: denial(mending, refuted),
    claims: union(refuted.map(({ claim }) => [claim.id])),
    kind: "replace",
  };
  return { edits: [edit], corrected: applyEdits(mending.text, [edit]) };
}
