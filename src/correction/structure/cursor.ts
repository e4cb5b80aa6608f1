/** Reads items in order, with a short look ahead. The tree builder's only state. */
import { type Item, type ItemKind, subjectsOf, type TokenRange } from "./item.js";

/** Nesting beyond this is read flat: real sentences stay far below, adversarial ones must not exhaust the stack. */
const MAX_DEPTH = 24;

export class Cursor {
  readonly #items: readonly Item[];
  readonly #subjects: readonly boolean[];
  /** Whether the clause that is read has had its verb. */
  seenVerb = false;
  #at = 0;
  #depth = 0;

  constructor(items: readonly Item[]) {
    this.#items = items;
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
