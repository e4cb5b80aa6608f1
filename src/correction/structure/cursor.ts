/** Reads items in order, with a short look ahead. The tree builder's only state. */
import type { NounPhrase } from "../../language/passage.js";
import { type Item, type ItemKind, subjectsOf, type TokenRange } from "./item.js";

/** Nesting beyond this is read flat: real sentences stay far below, adversarial ones must not exhaust the stack. */
const MAX_DEPTH = 24;

/** How far a verb is looked for, in items. */
const VERB_REACH = 16;

export class Cursor {
  readonly #items: readonly Item[];
  readonly #subjects: readonly boolean[];
  /** Whether the clause that is read has had its verb. */
  seenVerb = false;
  #at = 0;
  #depth = 0;

  readonly #announcing: ReadonlySet<number>;
  readonly #isVerbless: boolean;

  /** @param announcing token indexes where noun phrases begin that announce the list behind their comma */
  constructor(items: readonly Item[], announcing: ReadonlySet<number> = new Set()) {
    this.#items = items;
    this.#announcing = announcing;
    this.#isVerbless = !items.some(({ kind, verb }) => kind === "there" || verb?.form === "finite");
    this.#subjects = subjectsOf(items);
  }

  get at(): number {
    return this.#at;
  }

  /** Goes back to a place read before. */
  reset(at: number): void {
    this.#at = at;
  }

  peek(offset = 0): Item | null {
    return this.#items[this.#at + offset] ?? null;
  }

  kind(offset = 0): ItemKind | null {
    return this.peek(offset)?.kind ?? null;
  }

  take(): Item {
    const item = this.#items[this.#at];
    if (item === undefined) throw new RangeError("read past the end of a sentence");
    this.#at += 1;
    return item;
  }

  /** Token index where the next item begins, or where the last one ended. */
  get token(): number {
    return this.peek()?.from ?? this.#items.at(-1)?.to ?? 0;
  }

  /** Token index where the item before the cursor ended. */
  get tokenBefore(): number {
    return this.#items[this.#at - 1]?.to ?? this.#items[0]?.from ?? 0;
  }

  /** Whether the noun phrase at this offset is the subject of a finite verb. */
  isSubject(offset: number): boolean {
    return this.#subjects[this.#at + offset] ?? false;
  }

  /** Whether the noun phrase announces the list that follows: "two animals, a dog and a cat". */
  announces({ firstToken }: NounPhrase): boolean {
    return this.#announcing.has(firstToken);
  }

  /** Whether nothing is done in the whole sentence: "On the left a dog, in the middle a tree." */
  get isVerbless(): boolean {
    return this.#isVerbless;
  }

  /** Whether the next finite verb, not far from here, is one of a single thing: "walks", "is". */
  nextVerbIsSingular(offset: number): boolean {
    for (let at = offset; at < offset + VERB_REACH; at += 1) {
      const item = this.peek(at);
      if (item === null || item.kind === "break" || item.kind === "relative") return false;
      if (this.isFiniteVerb(at)) return /^(?:is|was|has|does|[a-z]+[^s\W]s|[a-z]+(?:sh|ch|ss|x)es)$/.test(item.word.split(" ")[0] ?? "");
    }
    return false;
  }

  isFiniteVerb(offset = 0): boolean {
    return this.peek(offset)?.verb?.form === "finite";
  }

  isParticiple(offset = 0): boolean {
    const verb = this.peek(offset)?.verb;
    return verb !== null && verb !== undefined && verb.form !== "finite";
  }

  /** How many items of comma and conjunction stand here: 0, 1 or 2. */
  separatorLength(): number {
    if (this.kind() === "comma") return this.kind(1) === "conjunction" ? 2 : 1;
    return this.kind() === "conjunction" ? 1 : 0;
  }

  takeRange(length: number): TokenRange {
    const from = this.token;
    for (let count = 0; count < length; count += 1) this.take();
    return { from, to: this.tokenBefore };
  }

  /** Runs `read` one level deeper, or gives null where that would be too deep. */
  nested<T>(read: () => T): T | null {
    if (this.#depth >= MAX_DEPTH) return null;
    this.#depth += 1;
    const result = read();
    this.#depth -= 1;
    return result;
  }
}
