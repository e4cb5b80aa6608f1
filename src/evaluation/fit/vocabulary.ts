/** What a fit must know of a detector's classes. */
export interface Vocabulary {
  /** In the order of the network's classes. */
  readonly classes: readonly string[];
  /** Log-odds that a photograph holds the class. */
  readonly frequencies: readonly number[];
}
