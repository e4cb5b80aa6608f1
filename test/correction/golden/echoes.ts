import type { GoldenCase } from "./case.js";

const NO_DOG = { absent: ["dog"] };

/** What says the same of another, where the first is not there. */
export const ECHOES: readonly GoldenCase[] = [
  ["The dog sleeps. So does the man.", "The man sleeps."],
  ["The dog is asleep. So is the man.", "The man is asleep."],
  ["The dog is brown, and so is the horse.", "The horse is brown."],
  ["The dog is not moving, and neither is the man.", "The man is not moving."],
  ["The dog does not move. Neither does the man.", "The man does not move."],
  ["A dog lies on the beach. The same goes for a man.", "A man lies on the beach."],
  ["The dog sleeps. The man does too.", "The man sleeps."],
  ["The dog is wet. The man is as well.", "The man is wet."],
  ["The dog looks at the camera. The man, too.", "The man looks at the camera."],
  ["The dog is tired. Likewise, the man is tired.", "The man is tired."],
  ["The dogs sleep. So does the man.", "The man sleeps."],
  ["The dog sleeps. So do the men.", "The men sleep."],
  ["There is a dog. The man is there, too.", "The man is there."],
  ["A man sleeps. So does the dog.", "A man sleeps."],
  ["A man sleeps, and so does the dog.", "A man sleeps."],
  ["The man is asleep. The same is true of the dog.", "The man is asleep."],
  ["The man and the dog sleep. So does the cat.", "The man sleeps. So does the cat."],
].map(([response = "", corrected = ""]) => ({ response, facts: NO_DOG, corrected }));
