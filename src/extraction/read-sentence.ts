/**
 * Reads one sentence from left to right and says what it claims. It keeps who is spoken of (the clause's subject), what is done, and the
 * preposition that waits for its noun; each noun phrase is joined to these as it comes. It is no parser: where a phrase could belong to two
 * others, it takes the one that descriptions of pictures mostly mean (a place belongs to who stands or sits there, "of" and "with" to the
 * nearest noun), and is wrong in the rest.
 */
import type { Span } from "../domain/span.js";
import type { Sentence } from "../language/passage.js";
import { ingOf } from "../language/verbs.js";
import { colorsIn } from "../language/vocabulary/colors.js";
import { NEUTRAL_PREPOSITIONS } from "../language/vocabulary/prepositions.js";
import { LIKENESSES } from "../language/vocabulary/words/not-these.js";
import type { Draft } from "./draft.js";
import { type Item, itemsOf, type PhraseItem, type PrepositionItem, type VerbItem } from "./items.js";
import { ASPECTS, BODY_PARTS, CLOTHES, HAVING, IDLE, NEAR_BY, PARTS, PLACING, SHOWING, SPEAKING } from "./lexicon.js";
import type { Antecedents, Memory, Reference } from "./memory.js";
import { nameThing } from "./mentions.js";
import { isPicture, placeInPicture, placesNamedBy } from "./places.js";
import { actionDraft, attributeDraft, type Clause, isQuality, placeDraft } from "./relations.js";
import { SEEING, type Stance } from "./stance.js";

type Role = "none" | "subject" | "object" | "target" | "nominal";
type Separator = "none" | "comma" | "and";

/** A place that stands before its thing: "behind her, a dog". */
interface Fronted {
  readonly apply: (subject: Reference) => readonly Draft[];
}

const NEUTRAL: ReadonlySet<string> = new Set(NEUTRAL_PREPOSITIONS);

/** How many items of a list are looked at to see whether a verb follows. */
const LIST_REACH = 12;

export class SentenceReader {
  readonly drafts: Draft[] = [];
  readonly #text: string;
  readonly #sentence: Sentence;
  readonly #memory: Memory;
  readonly #stance: Stance;
  readonly #items: readonly Item[];
  #subject: readonly Reference[] = [];
  #verb: VerbItem | null = null;
  #verbSubject: readonly Reference[] = [];
  #verbTaken = false;
  /** "is holding": the verb as written after its subject. */
  #auxiliary = "";
  #copula = false;
  #existential = false;
  #showing = false;
  #negation: Span | null = null;
  #preposition: PrepositionItem | null = null;
  #governors: readonly Reference[] = [];
  #chain: readonly Reference[] = [];
  #chainRole: Role = "none";
  #last: readonly Reference[] = [];
  #role: Role = "none";
  #separator: Separator = "none";
  #relative: readonly Reference[] | null = null;
  #fronted: Fronted[] = [];
  #without: Span | null = null;
  #waitingBetween: Reference | null = null;
  #likeness = false;
  /** The last noun stands after "with": what follows is said of it. */
  #isWithTarget = false;
  #isAfterComma = false;
  /** What denies the noun before: "no dogs or cats" denies both. */
  #denied: Span | null = null;
  #isOr = false;

  /** @param skipped tokens of quoted words, which claim nothing of their own */
  constructor(text: string, sentence: Sentence, memory: Memory, stance: Stance, skipped: readonly boolean[]) {
    this.#text = text;
    this.#sentence = sentence;
    this.#memory = memory;
    this.#stance = stance;
    this.#items = itemsOf(sentence, skipped);
  }

  read(): readonly Draft[] {
    this.#items.forEach((item, index) => {
      this.#take(item, index);
    });
    this.#closeVerb();
    return withoutRestrictedDenials(this.drafts);
  }

  #take(item: Item, index: number): void {
    switch (item.type) {
      case "phrase":
        this.#onPhrase(item, index);
        this.#separator = "none";
        return;
      case "preposition":
        this.#onPreposition(item, index);
        return;
      case "verb":
        this.#onVerb(item, index);
        this.#separator = "none";
        return;
      case "be":
      case "auxiliary":
        this.#onAuxiliary(item, index);
        return;
      case "not":
        this.#negation = this.#spanOf(item);
        return;
      case "there":
        if (
          this.#items[index + 1]?.type === "be" ||
          this.#items[index + 1]?.type === "auxiliary" ||
          this.#items[index + 1]?.type === "verb"
        ) {
          this.#closeVerb();
          this.#newClause();
          this.#existential = true;
          this.#separator = "none";
        }
        return;
      case "adjective":
        this.#onAdjective(index, item);
        this.#separator = "none";
        return;
      case "and":
        this.#separator = "and";
        this.#isOr = item.word === "or" || item.word === "nor";
        if (item.word === "nor") this.#negation ??= this.#spanOf(item);
        return;
      case "comma":
        this.#separator = "comma";
        this.#relative = null;
        return;
      case "relative":
        this.#closeVerb();
        this.#relative = this.#relativeAntecedent();
        this.#negation = null;
        this.#separator = "none";
        this.#preposition = null;
        return;
      case "subordinator":
      case "break":
        this.#closeVerb();
        this.#verb = null;
        this.#breakClause(item.type === "break" && item.word !== "(");
        return;
      case "to":
        this.#preposition = null;
        return;
      case "possessive":
        return;
      default:
        item satisfies never;
    }
  }

  #onPhrase(item: PhraseItem, index: number): void {
    const { phrase } = item;
    const places = this.#preposition === null ? [] : placesNamedBy(phrase);
    if (places.length > 0 && this.#preposition !== null && this.#isOfPicture(index)) {
      this.#placeInPicture(places, this.#preposition, phrase.span);
      this.#preposition = null;
      return;
    }
    const denial = this.#denialOf(item);
    const at = item.first;
    const { reference, drafts } = nameThing(this.#sentence, this.#text, phrase, this.#memory, {
      hedged: this.#stance.hedged[at] === true || this.#stance.openDeed[at] === true,
      unreal: this.#stance.unreal[at] === true || this.#likeness,
      denial,
      antecedents: this.#antecedents(),
      open: denial === null && this.#negation !== null && (this.#verb !== null || this.#copula) && !this.#existential,
    });
    this.#likeness = false;
    this.#without = null;
    this.#denied = denial;
    this.drafts.push(...drafts);
    if (this.#items[index + 1]?.type === "possessive") return;
    if (this.#separator !== "none" && this.#joinsList(index)) {
      this.#joinList(reference);
      return;
    }
    if (this.#preposition !== null) this.#onTarget(this.#preposition, reference, item, index);
    else if (this.#verb !== null && !this.#verbTaken && this.#separator === "none") this.#onObject(this.#verb, reference, phrase.span);
    else if (this.#copula && this.#separator === "none" && !this.#existential && this.#subject.length > 0) this.#onNominal(reference);
    else this.#onSubject(reference);
  }

  /** A pronoun that is a subject goes on with the subject before it; one that is an object does not mean its own subject. */
  #antecedents(): Antecedents {
    const isObject = this.#preposition !== null || (this.#verb !== null && !this.#verbTaken);
    if (isObject)
      return { preferred: null, excluded: (this.#verb === null ? this.#subject : this.#verbSubject).map(({ entity }) => entity) };
    return { preferred: this.#subject.length === 1 ? (this.#subject[0]?.entity ?? null) : null, excluded: [] };
  }

  /** "on the left of the bench" is no place in the picture; "on the left" and "on the left of the image" are. */
  #isOfPicture(index: number): boolean {
    const next = this.#items[index + 1];
    if (next?.type !== "preposition" || next.words !== "of") return true;
    const owner = this.#items[index + 2];
    return owner?.type === "phrase" && isPicture(owner.phrase);
  }

  #denialOf({ phrase }: PhraseItem): Span | null {
    if (phrase.determiner === "no" || phrase.determiner === "neither") return phrase.span;
    if (this.#without !== null) return this.#without;
    if (this.#denied !== null && this.#isOr) return this.#denied;
    if (this.#negation !== null && (this.#existential || this.#showing)) return this.#negation;
    return null;
  }

  #onSubject(reference: Reference): void {
    if (!this.#existential) this.#newClause();
    this.#subject = [reference];
    this.#setChain([reference], "subject");
    for (const { apply } of this.#fronted) this.drafts.push(...this.#unlessUnreal(apply(reference)));
    this.#fronted = [];
  }

  #onNominal(reference: Reference): void {
    this.#setChain(this.#subject, "nominal");
    this.#last = this.#subject;
    if (!this.#subject.some(({ entity }) => entity.isThing)) {
      this.#subject = [reference];
      this.#setChain([reference], "subject");
    }
    this.#copula = false;
  }

  #onObject(verb: VerbItem, reference: Reference, span: Span): void {
    this.#verbTaken = true;
    if (this.#showing) {
      this.#subject = [reference];
      this.#verb = null;
      this.#setChain([reference], "subject");
      return;
    }
    for (const subject of this.#verbSubject) this.#emitAction(subject, verb, reference, span);
    this.#setChain([reference], "object");
  }

  #emitAction(subject: Reference, verb: VerbItem, target: Reference, span: Span): void {
    if (!subject.entity.isThing || !target.entity.isThing) return;
    const type = verb.lemma === "have" ? (PARTS.has(target.entity.noun) || CLOTHES.has(target.entity.noun) ? "part" : "other") : "action";
    const written = `${this.#auxiliary}${this.#sentence.tokens[verb.first]?.text.toLowerCase() ?? verb.lemma}`;
    const isNegated = this.#negation !== null;
    const isBare = isNegated || verb.form === "ing" || (verb.form === "base" && !subject.entity.plural);
    const words =
      isBare && !/^(?:do|does|did|can|could|may|might|is|are|was|were) /.test(this.#auxiliary)
        ? this.#is(subject, ingOf(verb.lemma))
        : written;
    this.#emit([actionDraft(this.#clause(verb.first), subject, { predicate: verb.lemma, type, verb: words }, target, span)]);
  }

  #onTarget(preposition: PrepositionItem, reference: Reference, item: PhraseItem, index: number): void {
    this.#preposition = null;
    if (this.#waitingBetween !== null) return;
    if (preposition.words === "of") {
      this.#onOf(reference);
      return;
    }
    const governors = this.#governorsOf(preposition, reference);
    this.#governors = governors;
    if (isPicture(item.phrase)) {
      const place = placeInPicture(preposition.words, preposition.predicate);
      if (place !== null) this.#placeInPicture([place], preposition, item.phrase.span);
      return;
    }
    if (NEUTRAL.has(preposition.words)) {
      this.#setChain([reference], "none");
      this.#role = "target";
      return;
    }
    const words = this.#spanOf(preposition);
    if (governors.length === 0 && this.#separator === "none" && this.#verb === null && this.#isFronting(index)) {
      this.#fronted.push({ apply: (subject) => this.#relate(subject, preposition, [reference], words, subject) });
    } else {
      for (const governor of governors) this.#emit(this.#relate(governor, preposition, [reference], words, governor));
    }
    this.#last = [reference];
    this.#role = "target";
    this.#isWithTarget = preposition.words === "with";
    if (this.#verb !== null) this.#closeVerb();
    this.#copula = false;
  }

  /** A place that opens a clause is said of the subject that follows. */
  #isFronting(index: number): boolean {
    return this.#subject.length === 0 || this.#items[index + 1]?.type === "comma";
  }

  #onOf(reference: Reference): void {
    const [owner] = this.#last;
    const isLikeness = owner?.entity.isThing && LIKENESSES.has(owner.entity.noun);
    if (owner !== undefined && (ASPECTS.has(owner.entity.noun) || !owner.entity.isThing) && !isLikeness) {
      if (this.#role === "subject" || this.#role === "nominal") {
        this.#subject = [reference];
        this.#setChain([reference], "subject");
      }
      this.#last = [reference];
      return;
    }
    if (owner !== undefined && reference.entity.isThing && owner.entity.isThing && !isLikeness) {
      const span = reference.mention.span;
      if (span !== null)
        this.#emit([actionDraft(this.#clause(0), owner, { predicate: "of", type: "part", verb: "is of" }, reference, span)]);
    }
  }

  /** Who or what a prepositional phrase is said of. */
  #governorsOf(preposition: PrepositionItem, target: Reference): readonly Reference[] {
    if (this.#relative !== null && this.#verb === null) return this.#relative;
    const isWith = preposition.words === "with" || preposition.words === "without";
    if (isWith || BODY_PARTS.has(target.entity.noun)) {
      if (isWith && this.#isAbsolute(target)) return [];
      if (isWith && this.#verb !== null && (this.#role === "target" || !this.#verbTaken)) return this.#verbSubject;
      if (this.#verb !== null && this.#verbTaken && !HAVING.has(this.#verb.lemma) && BODY_PARTS.has(target.entity.noun))
        return this.#verbSubject;
      return this.#last.filter(({ entity }) => entity.isThing);
    }
    if (this.#isWithTarget) return this.#last;
    if (this.#verb !== null) {
      if (this.#verbTaken && /^(?:put|place|set|lay)$/.test(this.#verb.lemma)) return this.#last;
      return this.#verbSubject;
    }
    if (this.#copula || this.#existential) return this.#chain.length > 0 && this.#existential ? this.#chain : this.#subject;
    return this.#chain;
  }

  /** "…, with the kite on the right", "with his eyes closed": the noun after "with" is a subject of its own. */
  #isAbsolute({ phrase }: Reference): boolean {
    if (this.#isAfterComma) return true;
    const at = this.#items.findIndex((item) => item.type === "phrase" && item.phrase === phrase);
    const next = this.#items[at + 1];
    return next?.type === "verb" && next.form !== "third" && next.form !== "base";
  }

  #relate(
    subject: Reference,
    preposition: PrepositionItem,
    targets: readonly Reference[],
    words: Span,
    governor: Reference,
  ): readonly Draft[] {
    const [target] = targets;
    if (target === undefined || !subject.entity.isThing || governor === target) return [];
    const clause = this.#clause(preposition.first);
    if (!target.entity.isThing || subject.entity === target.entity) return [];
    if (preposition.predicate === "between") {
      if (!target.entity.plural) {
        this.#waitingBetween = target;
        return [];
      }
      return [placeDraft(clause, subject, "between", [target, target], words)];
    }
    if (preposition.words === "in" && CLOTHES.has(target.entity.noun)) {
      return [actionDraft(clause, subject, { predicate: "wear", type: "part", verb: this.#is(subject, "in") }, target, words)];
    }
    const verb = this.#verb;
    if (preposition.words === "by" && verb !== null && verb.form === "participle" && !NEAR_BY.has(verb.lemma)) {
      this.#verbTaken = true;
      const relation = { predicate: `${verb.lemma}_by`, type: "action", verb: this.#is(subject, `${this.#wordOf(verb)} by`) } as const;
      return [actionDraft(clause, subject, relation, target, words)];
    }
    if (preposition.words === "by" && verb !== null && /^(?:surround|accompany|follow|flank|line|frame|enclose|join)$/.test(verb.lemma))
      this.#verbTaken = true;
    if (preposition.predicate !== null) return [placeDraft(clause, subject, preposition.predicate, [target], words)];
    if (preposition.words === "with" || preposition.words === "without") {
      const isPart = PARTS.has(target.entity.noun) || CLOTHES.has(target.entity.noun);
      if (preposition.words === "without") return [];
      const predicate = verb !== null && verb.form === "participle" ? `${verb.lemma}_with` : "with";
      const spoken = verb !== null && verb.form === "participle" ? `${this.#wordOf(verb)} with` : "with";
      if (verb !== null && verb.form === "participle" && !PLACING.has(verb.lemma)) this.#verbTaken = true;
      return [actionDraft(clause, subject, { predicate, type: isPart ? "part" : "other", verb: this.#is(subject, spoken) }, target, words)];
    }
    if (!/^(?:from|through|across|toward|towards|down|up|past|off|to|for|about|onto|out)$/.test(preposition.words)) return [];
    if (verb !== null && (PLACING.has(verb.lemma) || IDLE.has(verb.lemma))) return [];
    const deed = verb === null ? preposition.words : `${verb.lemma}_${preposition.words}`;
    const spokenDeed =
      verb === null ? preposition.words : `${verb.form === "participle" ? this.#wordOf(verb) : ingOf(verb.lemma)} ${preposition.words}`;
    return [
      actionDraft(
        clause,
        subject,
        { predicate: deed, type: verb === null ? "other" : "action", verb: this.#is(subject, spokenDeed) },
        target,
        words,
      ),
    ];
  }

  #wordOf({ first, lemma }: VerbItem): string {
    return this.#sentence.tokens[first]?.text.toLowerCase() ?? lemma;
  }

  #is({ entity }: Reference, words: string): string {
    return `${entity.plural ? "are" : "is"} ${words}`;
  }

  #onPreposition(item: PrepositionItem, index: number): void {
    const isList = this.#separator === "and" && this.#items[index + 1]?.type === "phrase";
    if (NEUTRAL.has(item.words)) {
      this.#closeVerb();
      this.#verb = null;
      this.#copula = false;
    }
    this.#isAfterComma = this.#separator === "comma";
    if (this.#separator === "comma") this.#closeVerb();
    if (!isList) this.#separator = "none";
    this.#separator = "none";
    this.#preposition = item;
    this.#without = item.words === "without" ? this.#spanOf(item) : null;
    const next = this.#items[index + 1];
    const owner = this.#last[0]?.entity;
    this.#likeness = item.words === "of" && owner !== undefined && LIKENESSES.has(owner.noun) && (owner.isThing || this.#role === "target");
    if (next?.type !== "phrase") {
      if (item.predicate === "near" && item.words === "nearby") this.#preposition = null;
      if (next?.type !== "verb" && next?.type !== "adjective") this.#preposition = null;
    }
  }

  #onVerb(item: VerbItem, index: number): void {
    const before = this.#items[index - 1];
    const isAdjacent = before?.type === "phrase" && this.#separator === "none";
    const subjects = this.#subjectsOfVerb(item, isAdjacent);
    const isPassive = item.form === "participle" || item.form === "past";
    this.#closeVerb();
    this.#preposition = null;
    const isLinked = this.#copula || this.#existential;
    if (!isLinked && this.#separator === "none" && !isAdjacent && before?.type !== "not" && before?.type !== "auxiliary")
      this.#negation = null;
    this.#verb = item;
    this.#isWithTarget = false;
    this.#verbTaken = false;
    this.#verbSubject = subjects;
    const isSpeaker = subjects.every(({ entity }) => /^(?:i|we|you)$/.test(entity.words)) && subjects.length > 0;
    const isPicture = subjects.some(
      ({ phrase }) =>
        phrase !== null &&
        !phrase.isThing &&
        /^(?:image|picture|photo|photograph|scene|shot|frame|view|painting|area|background|foreground|table-top)$/.test(phrase.category),
    );
    this.#showing = (isSpeaker && SEEING.has(item.lemma)) || (isPicture && SHOWING.has(item.lemma) && !isPassive);
    if (!this.#copula) this.#auxiliary = "";
    this.#copula = false;
    this.#existential = false;
  }

  #subjectsOfVerb(item: VerbItem, isAdjacent: boolean): readonly Reference[] {
    if (this.#relative !== null) return this.#relative;
    const isParticiple = item.form === "ing" || item.form === "participle";
    if (this.#copula) return this.#subject;
    if (isParticiple && isAdjacent) return this.#participleSubject(item);
    if (this.#separator !== "none" && this.#verb !== null && this.#verbSubject.length > 0) return this.#verbSubject;
    if (this.#subject.length > 0) return this.#subject;
    return this.#last;
  }

  /** "a man in a hat standing": who can stand is the man. */
  #participleSubject(item: VerbItem): readonly Reference[] {
    const [last] = this.#last;
    const [head] = this.#chain;
    const isAlive = (reference: Reference | undefined): boolean =>
      reference?.entity.category === "person" || reference?.entity.category === "dog" || reference?.entity.category === "cat";
    if (this.#role === "target" && item.form === "ing" && isAlive(head) && !isAlive(last)) return this.#chain;
    return this.#role === "subject" ? this.#subject : this.#last;
  }

  #onAuxiliary(item: Item, index: number): void {
    const isAfterNoun = this.#separator !== "none" || this.#items[index - 1]?.type === "phrase";
    if (item.type === "be" && !this.#existential) {
      if (this.#relative !== null) this.#subject = this.#relative;
      this.#closeVerb();
      this.#copula = true;
      this.#verb = null;
      if (this.#separator === "and" || isAfterNoun) this.#negation = null;
    }
    this.#auxiliary = `${this.#auxiliary}${this.#sentence.tokens[item.first]?.text.toLowerCase() ?? ""} `;
    if (this.#auxiliary.split(" ").length > 4 || isAfterNoun)
      this.#auxiliary = `${this.#sentence.tokens[item.first]?.text.toLowerCase() ?? ""} `;
  }

  #onAdjective(index: number, item: { readonly word: string; readonly first: number; readonly end: number }): void {
    const isAfterVerb = this.#items[index - 1]?.type === "verb";
    const isLinked =
      this.#copula || (isAfterVerb && this.#verb !== null && /^(?:appear|seem|look|stand|remain|lie|sit|feel)$/.test(this.#verb.lemma));
    if (!isLinked) {
      if (this.#isWithTarget)
        for (const part of this.#last) this.#emit([attributeDraft(this.#clause(item.first), part, item.word, this.#spanOf(item))]);
      return;
    }
    const subjects = this.#copula ? this.#subject : this.#verbSubject;
    if (!isQuality(item.word)) return;
    const values = colorsIn(item.word).length > 0 ? colorsIn(item.word) : [item.word];
    for (const subject of subjects) {
      if (!subject.entity.isThing) continue;
      for (const value of values) this.#emit([attributeDraft(this.#clause(item.first), subject, value, this.#spanOf(item))]);
    }
    this.#last = subjects;
  }

  /** A verb that took no object says what its subject does, or in what state it is. */
  #closeVerb(): void {
    const verb = this.#verb;
    if (verb === null || this.#verbTaken) return;
    this.#verbTaken = true;
    const isWriting = SPEAKING.has(verb.lemma) && !this.#verbSubject.some(({ entity }) => entity.category === "person");
    if (PLACING.has(verb.lemma) || SHOWING.has(verb.lemma) || IDLE.has(verb.lemma) || isWriting || this.#isIdiom(verb)) return;
    const word = this.#sentence.tokens[verb.first]?.text.toLowerCase() ?? verb.lemma;
    const isState = verb.form === "participle" || (verb.form === "past" && this.#auxiliary !== "");
    for (const subject of this.#verbSubject) {
      if (!subject.entity.isThing || this.#stance.openDeed[verb.first] === true) continue;
      const draft = attributeDraft(
        this.#clause(verb.first),
        subject,
        isState ? word : verb.form === "ing" ? word : ingOf(verb.lemma),
        this.#spanOf(verb),
      );
      this.#emit([
        draft.kind === "attribute" ? { ...draft, attribute: { ...draft.attribute, type: isState ? "state" : "action" } } : draft,
      ]);
    }
  }

  /** "stands out", "makes up". */
  #isIdiom({ end, lemma }: VerbItem): boolean {
    const next = this.#sentence.tokens[end]?.text.toLowerCase();
    return (lemma === "stand" && next === "out") || (lemma === "set" && next === "up");
  }

  #placeInPicture(places: ReturnType<typeof placesNamedBy>, preposition: PrepositionItem, span: Span): void {
    const words = { start: this.#spanOf(preposition).start, end: span.end };
    const subjects =
      this.#relative ??
      (this.#isWithTarget ? this.#last : this.#verb !== null ? this.#verbSubject : this.#chain.length > 0 ? this.#chain : this.#subject);
    const drafts = (subject: Reference): readonly Draft[] =>
      subject.entity.isThing ? places.map((place) => placeDraft(this.#clause(preposition.first), subject, place, [], words)) : [];
    if (subjects.length === 0) this.#fronted.push({ apply: drafts });
    else for (const subject of subjects) this.#emit(drafts(subject));
  }

  /** Whether a phrase after a comma or "and" goes on with the phrases before it, rather than opening a clause of its own. */
  #joinsList(index: number): boolean {
    if (this.#waitingBetween !== null) return true;
    if (this.#last.length === 0 || this.#fronted.length > 0) return false;
    const own = this.#items[index];
    if (own?.type === "phrase" && !own.phrase.isThing && this.#items[index + 1]?.type === "verb") return false;
    let at = index + 1;
    const limit = index + LIST_REACH;
    while (at < limit && (this.#items[at]?.type === "and" || this.#items[at]?.type === "comma") && this.#items[at + 1]?.type === "phrase")
      at += 2;
    const next = this.#items[at];
    const isFollowedByVerb =
      next?.type === "be" ||
      next?.type === "auxiliary" ||
      (next?.type === "verb" && (next.form === "third" || next.form === "base" || next.form === "past"));
    return !isFollowedByVerb || (this.#verb === null && !this.#copula && !this.#existential && this.#separator === "and");
  }

  #joinList(reference: Reference): void {
    if (this.#waitingBetween !== null) {
      const first = this.#waitingBetween;
      this.#waitingBetween = null;
      for (const governor of this.#governors) {
        const span = first.mention.span;
        if (span !== null) this.#emit([placeDraft(this.#clause(0), governor, "between", [first, reference], span)]);
      }
      return;
    }
    const [head] = this.#chain;
    const isLikeHead =
      head !== undefined &&
      head.entity.category === reference.entity.category &&
      this.#last[0]?.entity.category !== reference.entity.category;
    const role = this.#role === "target" && isLikeHead ? this.#chainRole : this.#role;
    if (role === "target" && this.#preposition === null) {
      if (this.#last.some(({ entity }) => !entity.isThing)) {
        this.#last = [reference];
        return;
      }
      const relation = this.#lastPlace;
      if (relation !== null)
        for (const governor of this.#governors) this.#emit(this.#relate(governor, relation, [reference], this.#spanOf(relation), governor));
      this.#last = [...this.#last, reference];
      return;
    }
    if (role === "object" && this.#verb !== null) {
      for (const subject of this.#verbSubject)
        this.#emitAction(subject, this.#verb, reference, reference.mention.span ?? this.#sentence.span);
    }
    if (role === "subject") this.#subject = [...this.#subject, reference];
    this.#setChain([reference], role);
    if (role === "subject") this.#last = this.#subject;
  }

  get #lastPlace(): PrepositionItem | null {
    const [target] = this.#last;
    const at = this.#items.findLastIndex((item) => item.type === "phrase" && item.phrase === target?.phrase);
    const before = this.#items[at - 1];
    return before?.type === "preposition" ? before : null;
  }

  #relativeAntecedent(): readonly Reference[] {
    return this.#role === "subject" && this.#last.length > 0 ? this.#last.slice(-1) : this.#last;
  }

  #setChain(references: readonly Reference[], role: Role): void {
    this.#chain = references;
    this.#isWithTarget = false;
    this.#chainRole = role;
    this.#last = references;
    this.#role = role;
  }

  #newClause(): void {
    this.#closeVerb();
    this.#verb = null;
    this.#verbTaken = false;
    this.#copula = false;
    this.#existential = false;
    this.#showing = false;
    this.#negation = null;
    this.#auxiliary = "";
    this.#relative = null;
  }

  #breakClause(isHard: boolean): void {
    this.#preposition = null;
    this.#separator = "none";
    this.#relative = null;
    this.#negation = null;
    this.#copula = false;
    if (!isHard) return;
    this.#newClause();
    this.#setChain([], "none");
  }

  #clause(at: number): Clause {
    const hedged = this.#stance.hedged[at] === true || this.#stance.openDeed[at] === true;
    return { sentence: this.#sentence.index, negated: this.#negation !== null || this.#isSubjectDenied(), hedged };
  }

  #isSubjectDenied(): boolean {
    return this.#subject.some(({ phrase }) => phrase?.determiner === "no");
  }

  #spanOf({ first, end }: { readonly first: number; readonly end: number }): Span {
    const { tokens } = this.#sentence;
    return { start: tokens[first]?.span.start ?? 0, end: tokens[end - 1]?.span.end ?? 0 };
  }

  #emit(drafts: readonly Draft[]): void {
    this.drafts.push(...this.#unlessUnreal(drafts));
  }

  #unlessUnreal(drafts: readonly Draft[]): readonly Draft[] {
    return drafts.filter(({ span }) => {
      const at = this.#sentence.tokens.findLastIndex((token) => token.span.end <= span.end);
      return this.#stance.unreal[at] !== true;
    });
  }
}

/** "There is no dog on the sofa" denies dogs on the sofa, not dogs: where a claim of place or quality is denied, existence is not. */
function withoutRestrictedDenials(drafts: readonly Draft[]): readonly Draft[] {
  const restricted = new Set(
    drafts.flatMap((draft) =>
      draft.negated && (draft.kind === "relation" || draft.kind === "attribute") ? [draft.object.span?.start ?? -1] : [],
    ),
  );
  return drafts.filter((draft) => !(draft.kind === "existence" && draft.negated && restricted.has(draft.object.span?.start ?? -2)));
}
