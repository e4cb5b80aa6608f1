/** An object that a caption names, as CHAIR counts it. */
export interface ObjectMention {
  /** As the variant counts it: "puppy", "hot dog". */
  readonly word: string;
  /** One of COCO's 80: "dog". */
  readonly category: string;
}

/** Reads a caption's objects in their order; the same object twice is two mentions. */
export type ReadMentions = (caption: string) => readonly ObjectMention[];
