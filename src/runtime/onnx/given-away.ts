import type { Inputs } from "./session.js";

/** The memory of the inputs that their caller needs no more, each block once. */
export function givenAway(inputs: Inputs): readonly ArrayBuffer[] {
  const blocks = Object.values(inputs).flatMap(({ values, isGivenAway }) => (isGivenAway === true ? [values.buffer] : []));
  return [...new Set(blocks)].filter((block) => block instanceof ArrayBuffer);
}
