/** The logistic function and its inverse, kept away from the ends where they mean nothing. */

const EDGE = 0.004;

/** ln(p / (1 − p)), for p held within 0.004 and 0.996: a score beyond says no more than one there. */
export function logit(probability: number): number {
  const held = Math.min(1 - EDGE, Math.max(EDGE, probability));
  return Math.log(held / (1 - held));
}

/** 1 / (1 + e^−x). */
export function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
