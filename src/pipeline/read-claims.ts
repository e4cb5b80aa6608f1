/** The claims of a text, by a language model where one is configured. Where it fails, or finds nothing, the rules read, and the report says so. */
import type { ClaimKind } from "../domain/claim.js";
import { call } from "../experts/call.js";
import { type Extraction, extract } from "../extraction/extract.js";
import { withStop } from "./degradation.js";
import type { Scene } from "./examine.js";
import { type Bounds, patienceFor } from "./patience.js";

/** What the response was, beside its text. */
export interface Wording {
  readonly prompt: string | null;
  readonly kinds: readonly ClaimKind[];
}

export interface ReadText extends Extraction {
  /** The rules read it, by choice or because the language model failed. */
  readonly isByRules: boolean;
}

/** @throws the signal's reason where it aborts */
export async function readClaims(text: string, wording: Wording, scene: Bounds & Pick<Scene, "reader">): Promise<ReadText> {
  const byRules = extract(text, wording);
  const { reader = null } = scene;
  if (reader === null || text.trim() === "") return { ...byRules, isByRules: reader === null };
  const outcome = await call((ending) => reader.read(text, wording, ending), patienceFor("words", scene));
  const claims = "value" in outcome ? outcome.value : [];
  if (claims.length > 0 || ("value" in outcome && byRules.claims.length === 0)) return { claims, notes: [], isByRules: false };
  const why = "failing" in outcome ? withStop(outcome.failing.message) : "It found no claim.";
  const note = `extractor ${reader.facts.id}: ${why} The rules read the text instead.`;
  return { claims: byRules.claims, notes: [...byRules.notes, note], isByRules: true };
}
