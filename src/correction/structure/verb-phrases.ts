/** Reads verb groups with their objects and all that follows them up to the end of the clause. */
import type { Cursor } from "./cursor.js";
import { isRole, type ListMode, readList, readPart } from "./phrases.js";
import type { List, Part, VerbPhrase } from "./tree.js";

/** Verbs by which a picture presents what is in it: their object is what the sentence is about. */
const PRESENTING: ReadonlySet<string> = new Set(
  "show feature depict capture display contain include present portray illustrate showcase see observe have reveal be".split(" "),
);

export function isPresenting(lemma: string): boolean {
  return PRESENTING.has(lemma);
}

interface VerbContext {
  /** Inside a participle or relative clause: commas end it. */
  readonly nested: boolean;
  readonly mode: ListMode;
  /** Of a clause, not of a participle. */
  readonly isTop: boolean;
}

/** The cursor stands on a verb group. */
export function readVerbPhrase(cursor: Cursor, { nested, mode, isTop }: VerbContext): VerbPhrase {
  const from = cursor.token;
  const verb = cursor.take();
  if (isTop) cursor.seenVerb = true;
  const parts: Part[] = [];
  while (cursor.kind() === "adverb" && cursor.kind(1) === "phrase") {
    const part = readPart(cursor, { separator: null, mode: "object" });
    if (part !== null) parts.push(part);
  }
  let object: List | null = null;
  if (cursor.kind() === "phrase") {
    const presents = mode === "presented" || (isTop && isPresenting(verb.verb?.lemma ?? ""));
    const inner: ListMode = mode === "lead" ? "lead" : presents ? "presented" : isTop ? "object" : "deed";
    object = cursor.nested(() => readList(cursor, inner));
  }
  const isProgressive = isTop && verb.verb !== null && verb.verb.main > verb.verb.from;
  parts.push(...verbParts(cursor, { nested: nested || !isTop, isProgressive, isLead: mode === "lead" }));
  return { from, to: cursor.tokenBefore, verb, object, parts };
}

/** What follows a verb and its object: places, manners, participles. */
export function verbParts(
  cursor: Cursor,
  { nested, isProgressive, isLead = false }: { readonly nested: boolean; readonly isProgressive: boolean; readonly isLead?: boolean },
): readonly Part[] {
  const parts: Part[] = [];
  for (;;) {
    const length = cursor.separatorLength();
    if (!goesOn(cursor, length, { nested, isProgressive, last: parts.at(-1) ?? null })) return parts;
    const start = cursor.at;
    const separator = length > 0 ? cursor.takeRange(length) : null;
    const part = readPart(cursor, { separator, mode: isLead ? "lead" : "object" });
    if (part === null) {
      cursor.reset(start);
      return parts;
    }
    parts.push(part);
  }
}

/** "…, and to the right, there is a plant": the place opens the next clause. */
function leadsToThere(cursor: Cursor, offset: number): boolean {
  const comma = offset + 2;
  return (
    cursor.kind(offset + 1) === "phrase" &&
    (cursor.kind(comma) === "there" || (cursor.kind(comma) === "comma" && cursor.kind(comma + 1) === "there"))
  );
}

/** "…, and behind him two women wait": so does one that stands before another subject. */
function leadsToSubject(cursor: Cursor, offset: number): boolean {
  const subject = offset + (cursor.kind(offset + 2) === "comma" ? 3 : 2);
  return cursor.kind(offset + 1) === "phrase" && cursor.kind(subject) === "phrase" && cursor.isSubject(subject);
}

function goesOn(
  cursor: Cursor,
  length: number,
  { nested, isProgressive, last }: { readonly nested: boolean; readonly isProgressive: boolean; readonly last: Part | null },
): boolean {
  const kind = cursor.kind(length);
  const isComma = cursor.kind() === "comma";
  const isCoordinated = length > 0 && cursor.kind(length - 1) === "conjunction";
  switch (kind) {
    case "preposition":
      return !(nested && isComma) && !(length > 0 && leadsToThere(cursor, length)) && !(isCoordinated && leadsToSubject(cursor, length));
    case "subordinator":
      return length === 0 && isRole(cursor, 0);
    case "relative":
      return !(nested && length > 0);
    case "adjective":
    case "adverb":
      return !(nested && length > 0) && !cursor.isFiniteVerb(length + 1);
    case "verb": {
      if (cursor.isFiniteVerb(length)) return false;
      if (length === 0) return true;
      if (nested) return false;
      return !(isCoordinated && isProgressive && last?.kind !== "participle" && cursor.peek(length)?.verb?.form === "ing");
    }
    case "phrase":
      return !nested && !cursor.isSubject(length);
    case "other":
    case "interjection":
      return !(nested && length > 0);
    default:
      return false;
  }
}
