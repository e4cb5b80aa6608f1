import type { GoldenCase } from "./case.js";

const NO_DOG = { absent: ["dog"] };

/** Lists whose items carry numbers or letters: those that stay count up by one again. */
export const NUMBERED_LISTS: readonly GoldenCase[] = [
  [
    "1. A man sits.\n2. A dog lies near him.\n3. The sea is blue.\n4. A boat waits.",
    "1. A man sits.\n2. The sea is blue.\n3. A boat waits.",
  ],
  ["1) A man\n2) A dog\n3) A car", "1) A man\n2) A car"],
  ["(1) A man sits.\n(2) A dog lies there.\n(3) A car waits.", "(1) A man sits.\n(2) A car waits."],
  ["a. A man sits.\nb. A dog lies there.\nc. A car waits.", "a. A man sits.\nb. A car waits."],
  ["(a) A man sits.\n(b) A dog lies there.\n(c) A car waits.", "(a) A man sits.\n(b) A car waits."],
  ["A) A man\nB) A dog\nC) A chair\nD) A boat", "A) A man\nB) A chair\nC) A boat"],
  ["i. A man\nii. A dog\niii. A car", "i. A man\nii. A car"],
  ["1: A man\n2: A dog\n3: A car", "1: A man\n2: A car"],
  ["01. A man\n02. A dog\n03. A car", "01. A man\n02. A car"],
  ["9. A man\n10. A dog\n11. A car", "9. A man\n10. A car"],
  ["**1. The dog**\n**2. The man**\n**3. The car**", "**1. The man**\n**2. The car**"],
  ["### 1. Man\nHe sits.\n\n### 2. Dog\nIt sleeps.\n\n### 3. Car\nIt is new.", "### 1. Man\nHe sits.\n\n### 2. Car\nIt is new."],
  [
    "1. People:\n   1. A man\n   2. A woman\n2. Animals:\n   1. A dog\n   2. A cat\n3. Things:\n   1. A car",
    "1. People:\n   1. A man\n   2. A woman\n2. Animals:\n   1. A cat\n3. Things:\n   1. A car",
  ],
  ["1. Pets:\n   a. A cat\n   b. A dog\n   c. A bird\n2. A man", "1. Pets:\n   a. A cat\n   b. A bird\n2. A man"],
  ["1. Dogs:\n   - A dog\n2. People:\n   - A man", "1. People:\n   - A man"],
  ["I see: 1. A man on a chair. 2. A dog. 3. A boat.", "I see: 1. A man on a chair. 2. A boat."],
  ["The picture shows (1) a man, (2) a dog and (3) a boat.", "The picture shows (1) a man and (2) a boat."],
  ["There are 1) a man, 2) a boat, and 3) a dog.", "There are 1) a man and 2) a boat."],
  ["I see (a) a dog, (b) a man and (c) a boat.", "I see (a) a man and (b) a boat."],
].map(([response = "", corrected = ""]) => ({ response, facts: NO_DOG, corrected }));

/** Numbers that are no count of items, and lists that did not count up by one: as they were. */
export const OTHER_NUMBERS: readonly GoldenCase[] = [
  ["1. A man\n2. A dog\n3. A boat\n\nNumber 3 is far away.", "1. A man\n2. A boat\n\nNumber 3 is far away."],
  ["1. A man\n1. A dog\n1. A car", "1. A man\n1. A car"],
  ["1. A man\n3. A dog\n4. A car", "1. A man\n4. A car"],
  ["1. A man\n2. A dog\n\nThe mood is calm.\n\n1. A car\n2. A boat", "1. A man\n\nThe mood is calm.\n\n1. A car\n2. A boat"],
  [
    "1. A man sits. A dog lies near him.\n2. A dog and a cat play.\n3. The sea is blue.",
    "1. A man sits.\n2. A cat plays.\n3. The sea is blue.",
  ],
  ["Step 1: A man sits.\nStep 2: A dog lies there.\nStep 3: A boat waits.", "Step 1: A man sits.\nStep 2: A boat waits."],
  ["Foreground: a dog. Background: a man.", "Background: a man."],
  ["1. **Man**: he sits.\n2. **Dog**: it sleeps.\n3. **Umbrella**: it is green.", "1. **Man**: he sits.\n2. **Umbrella**: it is green."],
].map(([response = "", corrected = ""]) => ({ response, facts: NO_DOG, corrected }));
