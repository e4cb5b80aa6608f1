/**
 * Words of which a thing can be only one at a time, so that one that clearly fits it speaks against the others. What can be so together
 * ("standing" and "eating", "old" and "dirty") stands in no group together, nor in one group with words that people use for each other.
 */

/** A row a group; words that mean much the same, or pass into each other, stand side by side. */
const GROUPS: readonly (readonly (readonly string[])[])[] = [
  [["standing"], ["sitting", "seated"], ["lying", "sleeping"], ["flying"], ["swimming"]],
  [
    ["open", "opened"],
    ["closed", "shut"],
  ],
  [["empty"], ["full"]],
  [["wet"], ["dry"]],
  [["young"], ["old", "elderly"]],
  [
    ["smiling", "laughing"],
    ["frowning", "crying"],
  ],
  [
    ["wooden", "wood", "bamboo", "wicker"],
    ["metal", "metallic", "steel", "iron", "aluminum", "chrome", "stainless-steel"],
    ["plastic", "rubber"],
    ["glass"],
    ["stone", "brick", "concrete", "cement", "marble", "granite", "cobblestone"],
    ["leather"],
    ["paper", "cardboard"],
    ["cotton", "wool", "woolen", "knitted", "fabric", "cloth", "denim", "velvet", "silk"],
  ],
  [["striped"], ["checkered", "plaid"], ["floral", "flowered"], ["spotted", "dotted"]],
  [["round", "circular"], ["square", "rectangular"], ["triangular"]],
];

/** What excludes the word, a word a meaning; none where nothing is known to. @param word lower case */
export function oppositesOf(word: string): readonly string[] {
  const group = GROUPS.find((meanings) => meanings.some((words) => words.includes(word))) ?? [];
  return group.filter((words) => !words.includes(word)).flatMap(([first]) => first ?? []);
}
