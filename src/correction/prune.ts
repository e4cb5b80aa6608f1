/**
 * Takes out of a sentence what cannot stay, from the inside out: a noun takes its modifiers with it, a preposition or verb that loses
 * its noun goes, a clause that loses its subject or main object goes, and what was joined is joined anew. The smallest whole that
 * reads as English is what goes.
 */

import { actionOf, bindClauses, handOver, isPlaceOnly, opensWithThere } from "./clauses.js";
import { dropHeadless } from "./collective.js";
import type { Doom } from "./doom.js";
import { type Cause, type Draft, union } from "./draft.js";
import { dropMutual } from "./mutual.js";
import { dropParts, isJoined } from "./parts.js";
import { dropBoth, isEmptyWord, keepDeterminer, PARTITIVE, saysNoMore } from "./remains.js";
import { dropAround, isPlaceBeside, rescue } from "./rescue.js";
import { boundLost, clauseBoundLost, labelBoundLost } from "./restrictions.js";
import { thin } from "./series.js";
import { isCompany, PARTICLES } from "./stranded.js";
import type { TokenRange } from "./structure/item.js";
import { isPosition } from "./structure/sharing.js";
import type { Clause, List, Member, Part, ParticiplePart, SentenceTree, VerbPhrase } from "./structure/tree.js";
import { STANDS_ALONE, STANDS_ALONE_PASSIVE } from "./verbs-alone.js";

/** Members that stay, for every list that lost some: agreement looks here. */
export type Survivors = Map<List, readonly number[]>;

interface Pruning {
  readonly draft: Draft;
  readonly doom: Doom;
  readonly survivors: Survivors;
  /** "while holding a flag" follows, which the subject can take over. */
  readonly hasAction?: boolean;
  /** Inside a relative clause: "which stands" says nothing. */
  readonly isRelative?: boolean;
}

/** Why a part goes, or null where it stays. */
type Fate = Cause | null;

/** @returns why the whole sentence goes; null where something stays, and the draft says what */
export function pruneSentence(tree: SentenceTree, draft: Draft, doom: Doom, survivors: Survivors): Fate {
  const pruning = { draft, doom, survivors };
  const fates: Fate[] = tree.clauses.members.map((clause, index) =>
    clause.to > clause.from
      ? pruneClause(clause, { ...pruning, hasAction: actionOf(tree.clauses.members[index + 1], draft) !== null })
      : null,
  );
  const widened = labelBoundLost(tree, draft);
  if (widened !== null) return widened;
  const { members } = tree.clauses;
  handOver(tree.clauses, fates, { draft, doom });
  bindClauses(tree.clauses, fates, draft);
  const causes = fates.flatMap((fate) => (fate === null ? [] : [fate]));
  if (causes.length === 0) return null;
  if (causes.length === members.length) return union(causes);
  // "Behind the bench, and next to the tree": places of nothing.
  const stays = members.filter((_, index) => fates[index] === null);
  if (stays.every(isPlaceOnly)) return union(causes);
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
  // "There are people waiting to board or disembark": nothing is there without the first.
  if (clause.there !== null && causes.length > 0 && fates[0] !== null) return union(causes);
  if (members.length > 0 && causes.length === members.length) {
    return keepsSubject(clause, pruning, union(causes)) ? dropLeads(clause, leads, pruning) : union(causes);
  }
  if (causes.length > 0) thinVerbPhrases(clause, fates, pruning);
  const rest = partFates(clause.rest, pruning);
  const hasCore = clause.subject !== null || members.length > 0;
  const all = [...leads, ...rest];
  if (!hasCore && all.length > 0 && all.every((fate) => fate !== null)) return union(all.flatMap((fate) => (fate === null ? [] : [fate])));
  const inverted = clause.subject === null && clause.there === null && members.length > 0 ? leads.find((fate) => fate !== null) : null;
  if (inverted !== null && inverted !== undefined && leads.every((fate) => fate !== null)) {
    const [phrase] = members;
    if (clause.leads.every(({ trail }) => trail === null) && !(phrase !== undefined && opensWithThere(phrase))) return inverted;
    // "Next to the elephant stand two chairs": "There stand two chairs".
    if (phrase !== undefined && opensWithThere(phrase)) pruning.draft.insertBefore(phrase.from, "there", inverted);
  }
  dropParts(clause.rest, rest, pruning.draft);
  dropLeads(
    clause,
    leads.map((fate, index) => fate ?? foreignLead(clause, index, pruning)),
    pruning,
  );
  return clauseBoundLost(clause, pruning.draft);
}

/** "[To the left] there is a dog, and a tree in the middle": the place of the dog is not the tree's. */
function foreignLead({ leads, there, verbPhrases }: Clause, index: number, { survivors, draft }: Pruning): Fate {
  const list = verbPhrases.members[0]?.object ?? null;
  const lead = leads[index];
  if (there === null || list === null || lead === undefined || !isPlaceInPicture(lead)) return null;
  const [first] = survivors.get(list) ?? [0];
  const lost = list.members[0];
  const next = list.members[first ?? 0];
  if (first === 0 || lost === undefined || next === undefined || ![...next.parts, ...list.parts].some(isPlaceInPicture)) return null;
  return draft.causeAt(lost.phrase.firstToken);
}

/** "on the left", "in the foreground": where in the picture. */
export function isPlaceInPicture(part: Part): boolean {
  return part.kind === "preposition" && isPosition(part.list?.members[0]?.phrase);
}

/** The comma after an aside that went: "A man[, holding a phone,] is …". */
function dropTrail(trail: TokenRange, draft: Draft): void {
  let at = trail.from;
  while (at > 0 && draft.isDropped(at - 1)) at -= 1;
  const cause = draft.causeAt(at);
  if (cause !== null && draft.tokens[at]?.text === ",") draft.drop(trail, cause);
}

function dropLeads(clause: Clause, fates: readonly Fate[], { draft }: Pruning): null {
  const bound: Fate[] = [];
  clause.leads.forEach((lead, index) => {
    // "[With a dog by his side,] the man": the place was the lost thing's.
    const before = clause.leads[index - 1];
    const goesAlong = before?.kind === "preposition" && before.trail === null && lead.kind === "preposition" && lead.separator === null;
    bound.push(fates[index] ?? (goesAlong && /^with(?:out)?$/.test(before.head.word) ? (bound[index - 1] ?? null) : null));
  });
  dropParts(clause.leads, bound, draft);
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

function keepsSubject(clause: Clause, pruning: Pruning, cause: Cause): boolean {
  const { subject } = clause;
  if (subject === null) return false;
  const kept = pruning.survivors.get(subject) ?? subject.members.map((_, index) => index);
  return rescue(clause, { ...pruning, kept, stays: (part) => prunePart(part, pruning) === null }, cause);
}

/** "holding [a cup in one hand and] a plate in the other": the verb takes the next thing that it is said of. */
function takesNext({ verb, object, parts }: VerbPhrase, pruning: Pruning, cause: Cause): boolean {
  const next = parts.find((part) => part.kind === "apposition" && isJoined(part, pruning.draft));
  if (object === null || next === undefined || prunePart(next, pruning) !== null) return false;
  pruning.draft.drop({ from: verb.to, to: next.from }, cause);
  return true;
}

function pruneVerbPhrase(phrase: VerbPhrase, pruning: Pruning, { presents }: { readonly presents: boolean }): Fate {
  const { draft, doom } = pruning;
  const group = phrase.verb.verb;
  const word = group === null ? null : (doom.words.get(draft.tokens[group.main]?.span.start ?? -1) ?? null);
  if (word !== null) return word;
  const object = phrase.object === null ? null : pruneList(phrase.object, pruning);
  if (object !== null) return takesNext(phrase, pruning, object) ? null : object;
  const fates = partFates(phrase.parts, pruning);
  const cause = fates.find((fate) => fate !== null) ?? null;
  if (cause === null) return null;
  const kept = phrase.parts.filter((part, index) => fates[index] === null && part.kind !== "loose");
  const lostFirst = fates[phrase.parts.findIndex((part) => part.kind !== "loose")] !== null;
  if (phrase.object === null && !presents && lostFirst && group !== null) {
    const complete = group.isPassive ? STANDS_ALONE_PASSIVE : STANDS_ALONE;
    const [next] = kept;
    const isApart = next !== undefined && isSetOff(phrase.parts[phrase.parts.indexOf(next) - 1]);
    const goesOn =
      next !== undefined && !isApart && (group.isCopula || next.kind === "preposition") && next.separator === null && !isCompany(next);
    const isComplete = complete.has(group.lemma) && (!group.isPassive || group.main > group.from) && pruning.isRelative !== true;
    if (!goesOn && !isComplete) return cause;
  }
  dropParts(phrase.parts, fates, draft);
  return null;
}

/** "is on two dogs, one [black and the other white]": what follows a word after a comma is said of what went. */
function isSetOff(before: Part | undefined): boolean {
  return before?.kind === "loose" && before.separator !== null;
}

function partFates(parts: readonly Part[], pruning: Pruning): readonly Fate[] {
  return parts.map((part) => prunePart(part, pruning));
}

function prunePart(part: Part, pruning: Pruning): Fate {
  switch (part.kind) {
    case "preposition":
      if (part.list !== null) return pruneGoverned(part.head.word, part.list, pruning) ?? saysNoMore(part, part.list, pruning);
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
  const lemma = phrase.verb.verb?.lemma ?? "";
  const stays = phrase.parts.filter((part) => isPlaceBeside(part, lemma) && prunePart(part, pruning) === null);
  if (stays.length === 0) return fate;
  dropAround(stays, phrase, pruning.draft, fate);
  return null;
}

function pruneWords(members: readonly TokenRange[], separators: readonly TokenRange[], { draft, doom }: Pruning): Fate {
  const fates = members.map(({ from }) => doom.words.get(draft.tokens[from]?.span.start ?? -1) ?? null);
  const causes = fates.flatMap((fate) => (fate === null ? [] : [fate]));
  if (causes.length === members.length) return union(causes);
  if (causes.length > 0) thin(draft, { members, separators }, fates, true);
  return null;
}

/** @returns why the whole list goes; null where some of it stays, and `survivors` says which members if not all */
export function pruneList(list: List, pruning: Pruning): Fate {
  const fates = list.members.map((member) => pruneMember(member, pruning));
  const causes = fates.flatMap((fate) => (fate === null ? [] : [fate]));
  if (causes.length === list.members.length) return union(causes);
  if (causes.length > 0) {
    const kept = dropHeadless(list, fates, pruning.draft) ?? thin(pruning.draft, list, fates, true);
    pruning.survivors.set(list, kept);
    keepDeterminer(list, kept, pruning.draft, union(causes));
    const only = kept.length === 1 ? list.members[kept[0] ?? 0] : undefined;
    if (only !== undefined) dropBoth(list, pruning.draft, union(causes));
    if (only !== undefined && !only.phrase.plural) dropMutual(pruning.draft, only.phrase.endToken, union(causes));
  }
  dropParts(list.parts, partFates(list.parts, pruning), pruning.draft);
  return null;
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
  const widened = boundLost(phrase, parts, fates, pruning.draft);
  if (widened !== null) return widened;
  dropParts(parts, fates, pruning.draft);
  return null;
}
