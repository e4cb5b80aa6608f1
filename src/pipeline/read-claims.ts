/** The claims of a text, by a language model where one is configured. Where it fails, or finds nothing, the rules read, and the report says so. */
import type { ClaimKind } from "../domain/claim.js";
import { call } from "../experts/call.js";
import { type Extraction, extract } from "../extraction/extract.js";
import type { Scene } from "./examine.js";

/** What the response was, beside its text. */
export interface Wording {
  readonly prompt: string | null;
  readonly kinds: readonly ClaimKind[];
}

/** @throws the signal's reason where it aborts */
export async function readClaims(
  text: string,
  wording: Wording,
  { reader = null, signal, expertTimeoutMs }: Pick<Scene, "reader" | "signal" | "expertTimeoutMs">,
): Promise<Extraction> {
  const byRules = extract(text, wording);
  if (reader === null || text.trim() === "") return byRules;
  const outcome = await call((ending) => reader.read(text, wording, ending), { timeoutMs: expertTimeoutMs, signal });
  const claims = "value" in outcome ? outcome.value : [];
  if (claims.length > 0 || ("value" in outcome && byRules.claims.length === 0)) return { claims, notes: [] };
  const why = "failing" in outcome ? outcome.failing.message : "It found no claim.";
  return { claims: byRules.claims, notes: [...byRules.notes, `extractor ${reader.facts.id}: ${why} The rules read the text instead.`] };
}
