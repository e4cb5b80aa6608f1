import type { GoldenCase } from "./case.js";

const NO_DOG = { absent: ["dog"] };

/** Words for several of whom one is left. */
export const COMPANY: readonly GoldenCase[] = [
  ["A man and his dog sit. They look happy.", "A man sits. He looks happy."],
  ["A woman and a dog sit on the beach. They look happy. They are tired.", "A woman sits on the beach. She looks happy. She is tired."],
  ["A boy and a dog play in the park. Both are wet.", "A boy plays in the park. He is wet."],
  ["A man and a dog sit on a bench. Both of them look happy.", "A man sits on a bench. He looks happy."],
  ["A man and a dog sit on a bench. The two look happy.", "A man sits on a bench. He looks happy."],
  ["A man sits with a dog. The pair looks happy.", "A man sits. He looks happy."],
  ["A cat and a dog lie on a couch. They are asleep.", "A cat lies on a couch. It is asleep."],
  ["A cat, a man and a dog lie on a couch. All three are asleep.", "A cat and a man lie on a couch. Both are asleep."],
  ["A cat and a dog lie on a couch. The former is black, the latter is white.", "A cat lies on a couch. The cat is black."],
  ["A dog and a cat lie on a couch. The former is black, the latter is white.", "A cat lies on a couch. The cat is white."],
  ["A man walks a dog. They seem happy.", "There is a man. He seems happy."],
  ["A man and a dog sit. Their eyes are closed.", "A man sits. His eyes are closed."],
  ["A man plays with a dog. They have fun together.", "A man plays. He has fun."],
  ["A man and a dog walk, and they seem happy.", "A man walks, and he seems happy."],
  ["A man and a dog sit. They look at each other.", "A man sits."],
  ["A man and a dog sit on the beach. The sea is calm. They look happy.", "A man sits on the beach. The sea is calm. He looks happy."],
].map(([response = "", corrected = ""]) => ({ response, facts: NO_DOG, corrected }));

/** Where another plural may be meant, or "they" is right of who is left. */
export const OTHER_COMPANY: readonly GoldenCase[] = [
  ["A person and a dog sit on a bench. They look happy.", "A person sits on a bench. They look happy."],
  ["Two men and a dog walk. They look happy.", "Two men walk. They look happy."],
  ["A man and a woman walk with a dog. They look happy.", "A man and a woman walk. They look happy."],
  ["A man and a dog sit near the flowers. They are red.", "A man sits near the flowers. They are red."],
  ["A man and a dog are near two women. They look happy.", "A man is near two women. They look happy."],
  ["There are two men and a dog. Both are happy.", "There are two men. Both are happy."],
].map(([response = "", corrected = ""]) => ({ response, facts: NO_DOG, corrected }));
