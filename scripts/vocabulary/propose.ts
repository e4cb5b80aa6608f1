/**
 * Lists the kinds of each category that WordNet knows and that neither the vocabulary nor the list of rejected words has:
 *     node --import tsx scripts/vocabulary/propose.ts
 * A person moves each to a row of src/language/vocabulary/words/ or to scripts/vocabulary/rejected.txt.
 */
import { candidates } from "./candidates.js";
import { isDecided } from "./decided.js";
import { readWordNet } from "./wordnet.js";

for (const [category, words] of candidates(readWordNet())) {
  const open = words.filter((word) => !isDecided(category, word));
  if (open.length > 0) process.stdout.write(`${category}: ${open.join(" | ")}\n`);
}
