/** One response, what is so in its picture, and the text it should become. Written by hand, not taken from output. */
import type { Facts } from "../../support/oracle.js";

export interface GoldenCase {
  readonly response: string;
  readonly prompt?: string;
  readonly facts: Facts;
  readonly corrected: string;
}
