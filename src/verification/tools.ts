/** People who are called by what they use: a cyclist is a person with a bicycle. Where the detector finds none, the name is in doubt. */
import type { Target } from "../domain/check.js";
import type { Mention } from "../domain/claim.js";
import { singular } from "../language/grammar.js";

/** Only names that hold for as long as the thing is at hand; a baseball player on the bench has no bat. */
const TOOLS: Readonly<Record<string, string>> = {
  cyclist: "bicycle",
  bicyclist: "bicycle",
  motorcyclist: "motorcycle",
  skier: "skis",
  snowboarder: "snowboard",
  surfer: "surfboard",
  skateboarder: "skateboard",
  equestrian: "horse",
  horseman: "horse",
  horsewoman: "horse",
};

/** What a noun phrase's person must have with them; null for all other things. */
export function toolOf({ phrase, category }: Mention): Target | null {
  if (category !== "person") return null;
  const last = phrase.toLowerCase().match(/\p{L}+(?=\P{L}*$)/u)?.[0] ?? "";
  const tool = TOOLS[singular(last)];
  return tool === undefined ? null : { category: tool, classes: [tool] };
}
