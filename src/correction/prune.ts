/**
 * Takes out of a sentence what cannot stay, from the inside out: a noun takes its modifiers with it, a preposition or verb that loses
 * its noun goes, a clause that loses its subject or main object goes, and what was joined is joined anew. The smallest whole that
 * reads as English is what goes.
 */

import type { NounPhrase } from "../language/passage.js";
import { bindClauses, handOver } from "./clauses.js";
import { dropHeadless } from "./collective.js";
import type { Doom } from "./doom.js";
import { type Cause, type Draft, union } from "./draft.js";
import { thin } from "./series.js";
import { isCompany, isHedge, isOnlyNearness, PARTICLES } from "./stranded.js";
import type { TokenRange } from "./structure/item.js";
import type { Clause, List, Member, Part, ParticiplePart, SentenceTree, VerbPhrase } from "./structure/tree.js";
import { STANDS_ALONE, STANDS_ALONE_PASSIVE } from "./verbs-alone.js";

/** Members that stay, for every list that lost some: agreement looks here. */
export type Survivors = Map<List, readonly number[]>;

interface Pruning {
  readonly draft: Draft;
  readonly doom: Doom;
  readonly survivors: Survivors;
  /** Inside a relative clause: "which stands" says nothing. */
  readonly isRelative?: boolean;
}

/** Why a part goes, or null where it stays. */
type Fate = Cause | null;

/** Nouns that are nothing without their "of": "a slice of pizza". */
const PARTITIVE: ReadonlySet<string> = new Set(
  (
    "slice piece group herd flock pair couple set variety number bunch crowd row line lot array collection part pack kind type view " +
    "team stack pile image picture presence side edge back front top bottom middle center rest majority series half portion few many some one each"
  ).split(" "),
);

/** @returns why the whole sentence goes; null where something stays, and the draft says what */
export function pruneSentence(tree: SentenceTree, draft: Draft, doom: Doom, survivors: Survivors): Fate {
  const pruning = { draft, doom, survivors };
  const fates: Fate[] = tree.clauses.members.map((clause) => (clause.to > clause.from ? pruneClause(clause, pruning) : null));
  const { members } = tree.clauses;
  handOver(tree.clauses, fates, { draft, doom });
  bindClauses(tree.clauses, fates, draft);
  const causes = fates.flatMap((fate) => (fate === null ? [] : [fate]));
  if (causes.length === 0) return null;
  if (causes.length === members.length) return union(causes);
  const kept = thin(draft, tree.clauses, fates, false);
  const first = members[kept[0] ?? 0];
  const hasMain = kept.some((index) => members[index]?.subordinator === null);
  if (!hasMain && first?.subordinator !== null && first?.subordinator !== undefined) draft.drop(first.subordinator, union(causes));
  return null;
}

function pruneClause(clause: Clause, pruning: Pruning): Fate {
  const subject = clause.subject === null ? null : pruneList(clause.subject, pruning);
  if (subject !== null) return subject;
  if (clause.subjectTrail !== null) dropTrail(clause.subjectTrail, pruning.draft);
  const leads = partFates(clause.leads, pruning);
  const { members } = clause.verbPhrases;
  const presents = clause.there !== null || (clause.subject === null && clause.leads.length > 0);
  const fates = members.map((phrase, index) => pruneVerbPhrase(phrase, pruning, { presents: presents && index === 0 }));
  const causes = fates.flatMap((fate) => (fate === null ? [] : [fate]));
  if (members.length > 0 && causes.length === members.length) {
    return rescue(clause, pruning, union(causes)) ? dropLeads(clause, leads, pruning) : union(causes);
  }
  if (causes.length > 0) thinVerbPhrases(clause, fates, pruning);
  const rest = partFates(clause.rest, pruning);
  const hasCore = clause.subject !== null || members.length > 0;
  const all = [...leads, ...rest];
  if (!hasCore && all.length > 0 && all.every((fate) => fate !== null)) return union(all.flatMap((fate) => (fate === null ? [] : [fate])));
  const inverted = clause.subject === null && clause.there === null && members.length > 0 ? leads.find((fate) => fate !== null) : null;
  if (inverted !== null && inverted !== undefined && leads.every((fate) => fate !== null)) {
    if (clause.leads.every(({ trail }) => trail === null)) return inverted;
  }
  dropParts(clause.rest, rest, pruning.draft);
  return dropLeads(clause, leads, pruning);
}

/** The comma after an aside that went: "A man[, holding a phone,] is …". */
function dropTrail(trail: TokenRange, draft: Draft): void {
  let at = trail.from;
  while (at > 0 && draft.isDropped(at - 1)) at -= 1;
  const cause = draft.causeAt(at);
  if (cause !== null && draft.tokens[at]?.text === ",") draft.drop(trail, cause);
}

function dropLeads(clause: Clause, fates: readonly Fate[], { draft }: Pruning): null {
  dropParts(clause.leads, fates, draft);
  return null;
}

/** The first verb phrase keeps its auxiliary where the second leans on it: "is [holding a kite and] walking". */
function thinVerbPhrases({ verbPhrases }: Clause, fates: readonly Fate[], { draft }: Pruning): void {
  const [first] = verbPhrases.members;
  const kept = verbPhrases.members.find((_, index) => fates[index] === null);
  const members: TokenRange[] = [...verbPhrases.members];
  const verb = first?.verb.verb;
  if (first !== undefined && fates[0] !== null && kept?.verb.verb?.form === "ing" && verb !== null && verb !== undefined) {
    members[0] = { from: verb.main, to: first.to };
  }
  thin(draft, { members, separators: verbPhrases.separators }, fates, false);
}

/**
 * "A man rides an elephant on the beach." keeps the man: "There is a man on the beach." Only for a subject that is named here for
 * the first time ("a man", "two men"); a known one needs no second mention.
 */
function rescue(clause: Clause, { draft, doom, survivors }: Pruning, cause: Cause): boolean {
  const [phrase] = clause.verbPhrases.members;
  const { subject } = clause;
  if (clause.subordinator !== null || subject === null || phrase === undefined || clause.verbPhrases.members.length !== 1) return false;
  const kept = survivors.get(subject) ?? subject.members.map((_, index) => index);
  const first = subject.members[kept[0] ?? 0];
  if (first === undefined || !isNew(first, draft) || phrase.verb.verb?.negated === true) return false;
  const isPlural = kept.length > 1 || first.phrase.plural;
  draft.insertBefore(first.phrase.firstToken, isPlural && (kept.length < 2 || first.phrase.plural) ? "there are" : "there is", cause);
  if (clause.subjectTrail !== null) draft.drop(clause.subjectTrail, cause);
  const stays = phrase.parts.filter((part) => isPlace(part) && prunePart(part, { draft, doom, survivors }) === null);
  dropAround(stays, phrase, draft, cause);
  return true;
}

function isNew({ phrase }: Member, draft: Draft): boolean {
  if (!phrase.isThing) return false;
  const { determiner } = phrase;
  if (determiner === "a" || determiner === "an" || determiner === "some" || determiner === "several" || determiner === "another")
    return true;
  if (/^one$/i.test(draft.tokens[phrase.firstToken]?.text ?? "")) return false;
  return determiner === null && (phrase.quantity !== null || phrase.plural) && draft.tokens[phrase.firstToken]?.tag !== "PRON";
}

function isPlace(part: Part): boolean {
  return (
    part.kind === "preposition" &&
    part.separator === null &&
    part.list !== null &&
    /^(?:on|in|at|near|next to|behind|in front of|beside|by|under)/.test(part.head.word)
  );
}

function pruneVerbPhrase(phrase: VerbPhrase, pruning: Pruning, { presents }: { readonly presents: boolean }): Fate {
  const { draft, doom } = pruning;
  const group = phrase.verb.verb;
  const word = group === null ? null : (doom.words.get(draft.tokens[group.main]?.span.start ?? -1) ?? null);
  if (word !== null) return word;
  const object = phrase.object === null ? null : pruneList(phrase.object, pruning);
  if (object !== null) return object;
  const fates = partFates(phrase.parts, pruning);
  const cause = fates.find((fate) => fate !== null) ?? null;
  if (cause === null) return null;
  const kept = phrase.parts.filter((part, index) => fates[index] === null && part.kind !== "loose");
  const lostFirst = fates[phrase.parts.findIndex((part) => part.kind !== "loose")] !== null;
  if (phrase.object === null && !presents && lostFirst && group !== null) {
    const complete = group.isPassive ? STANDS_ALONE_PASSIVE : STANDS_ALONE;
    const [next] = kept;
    const goesOn = next !== undefined && (group.isCopula || next.kind === "preposition") && next.separator === null && !isCompany(next);
    const isComplete = complete.has(group.lemma) && (!group.isPassive || group.main > group.from) && pruning.isRelative !== true;
    if (!goesOn && !isComplete) return cause;
  }
  dropParts(phrase.parts, fates, draft);
  return null;
}

function partFates(parts: readonly Part[], pruning: Pruning): readonly Fate[] {
  return parts.map((part) => prunePart(part, pruning));
}

function prunePart(part: Part, pruning: Pruning): Fate {
  switch (part.kind) {
    case "preposition":
      if (part.list !== null) return pruneGoverned(part.head.word, part.list, pruning);
      return part.inner === null ? null : pruneInner(part.head.word, part.inner, pruning);
    case "participle":
      return pruneParticiple(part, pruning);
    case "relative":
      return pruneClause(part.clause, { ...pruning, isRelative: true });
    case "apposition":
      return pruneList(part.list, pruning);
    case "adjective":
      return pruneWords(part.words.members, part.words.separators, pruning);
    case "loose":
      return pruning.doom.words.get(pruning.draft.tokens[part.from]?.span.start ?? -1) ?? null;
    default:
      return part satisfies never;
  }
}

/** "between a dog [and a cat]": between one thing nothing stands. */
function pruneGoverned(word: string, list: List, pruning: Pruning): Fate {
  const fate = pruneList(list, pruning);
  const [only, ...others] = pruning.survivors.get(list) ?? [];
  if (fate !== null || word !== "between" || only === undefined || others.length > 0) return fate;
  if (list.members[only]?.phrase.plural === true) return null;
  const lost = list.members.find((_, index) => index !== only);
  return lost === undefined ? null : pruning.draft.causeAt(lost.phrase.firstToken);
}

/** "drives by [in the background]": what belongs to the verb stays with it. */
function pruneInner(particle: string, inner: Part, pruning: Pruning): Fate {
  const fate = prunePart(inner, pruning);
  if (fate === null || inner.kind !== "preposition" || !PARTICLES.has(particle)) return fate;
  pruning.draft.drop(inner, fate);
  return null;
}

/** "a man [riding a horse] on the beach": the place stays with the man. */
function pruneParticiple({ phrase, separator }: ParticiplePart, pruning: Pruning): Fate {
  const fate = pruneVerbPhrase(phrase, pruning, { presents: false });
  if (fate === null || separator !== null || phrase.object === null) return fate;
  const stays = phrase.parts.filter((part) => isPlace(part) && prunePart(part, pruning) === null);
  if (stays.length === 0) return fate;
  dropAround(stays, phrase, pruning.draft, fate);
  return null;
}

/** Drops all of a verb phrase but the given parts of it. */
function dropAround(stays: readonly Part[], { from, to }: VerbPhrase, draft: Draft, cause: Cause): void {
  let start = from;
  for (const part of stays) {
    draft.drop({ from: start, to: part.from }, cause);
    start = part.to;
  }
  draft.drop({ from: start, to }, cause);
}

function pruneWords(members: readonly TokenRange[], separators: readonly TokenRange[], { draft, doom }: Pruning): Fate {
  const fates = members.map(({ from }) => doom.words.get(draft.tokens[from]?.span.start ?? -1) ?? null);
  const causes = fates.flatMap((fate) => (fate === null ? [] : [fate]));
  if (causes.length === members.length) return union(causes);
  if (causes.length > 0) thin(draft, { members, separators }, fates, true);
  return null;
}

/** Parts that go take the comma or conjunction before them along, and the one behind where nothing before it stays joined. */
function dropParts(parts: readonly Part[], fates: readonly Fate[], draft: Draft): void {
  parts.forEach((part, index) => {
    const fate = fates[index];
    if (fate === null || fate === undefined) return;
    draft.drop({ from: part.separator?.from ?? part.from, to: part.trail?.to ?? part.to }, fate);
    const next = parts[index + 1];
    if (next?.kind === "loose" && isOnlyNearness(part, next, draft)) draft.drop(next, fate);
    const hedge = parts[index - 1];
    if (hedge?.kind === "loose" && fates[index - 1] === null && isHedge(hedge, draft)) {
      draft.drop({ from: hedge.separator?.from ?? hedge.from, to: hedge.to }, fate);
    }
    const separator = next?.separator ?? null;
    if (next === undefined || separator === null || fates[index + 1] !== null) return;
    const isJoined = /^(?:and|or)$/i.test(draft.tokens[separator.to - 1]?.text ?? "");
    const before = parts[index - 1];
    const standsBefore = before !== undefined && fates[index - 1] === null && before.kind === next.kind;
    if (isJoined && !standsBefore) draft.drop(separator, fate);
  });
}

function pruneList(list: List, pruning: Pruning): Fate {
  const fates = list.members.map((member) => pruneMember(member, pruning));
  const causes = fates.flatMap((fate) => (fate === null ? [] : [fate]));
  if (causes.length === list.members.length) return union(causes);
  if (causes.length > 0) {
    const kept = dropHeadless(list, fates, pruning.draft) ?? thin(pruning.draft, list, fates, true);
    pruning.survivors.set(list, kept);
    if (kept.length === 1) dropBoth(list, pruning.draft, union(causes));
  }
  dropParts(list.parts, partFates(list.parts, pruning), pruning.draft);
  return null;
}

/** "both" of one is none. */
function dropBoth({ from, members }: List, draft: Draft, cause: Cause): void {
  for (let at = Math.max(0, from - 1); at < (members[0]?.phrase.endToken ?? 0); at += 1) {
    if (/^both$/i.test(draft.tokens[at]?.text ?? "")) draft.drop({ from: at, to: at + 1 }, cause);
  }
}

function pruneMember({ phrase, parts }: Member, pruning: Pruning): Fate {
  const own = pruning.doom.phrases.get(phrase.span.start);
  if (own !== undefined) return own;
  const fates = partFates(parts, pruning);
  for (const [index, part] of parts.entries()) {
    const fate = fates[index];
    if (fate === null || fate === undefined || part.kind !== "preposition" || part.head.word !== "of") continue;
    const head = pruning.draft.tokens[phrase.endToken - 1]?.lemma ?? "";
    if (!phrase.isThing || PARTITIVE.has(head)) return fate;
  }
  const lost = fates.find((fate) => fate !== null) ?? null;
  const saysNothing = parts.every((part, index) => fates[index] !== null || (part.kind === "preposition" && part.head.word === "of"));
  if (lost !== null && saysNothing && isEmptyWord(phrase, pruning.draft)) return lost;
  dropParts(parts, fates, pruning.draft);
  return null;
}

/** "some", "others": nothing is said once "holding umbrellas" is gone. */
function isEmptyWord({ firstToken, endToken }: NounPhrase, draft: Draft): boolean {
  const words = draft.tokens.slice(firstToken, endToken).map(({ text }) => text);
  return /^(?:some|others|one|another|many|most|few|several)(?: of (?:them|these|those|which|whom))?$/i.test(words.join(" "));
}
