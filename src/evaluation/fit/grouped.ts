import type { Example } from "./logistic-regression.js";

/** An example and the photograph that it comes from, by its place in what was measured. */
export interface Grouped extends Example {
  readonly photograph: number;
}
