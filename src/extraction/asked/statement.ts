/** A statement that an answer makes with its question: "Is the dog left of the cat?" says, with "Yes", "the dog is left of the cat". */
export interface Statement {
  readonly text: string;
  /** Where in it the words of the answer stand. Half-open; empty where the answer is "yes" or "no" and adds no words. */
  readonly answer: { readonly start: number; readonly end: number };
  /** "Is there…": all that is said of the asked thing is asserted, that it exists as well. */
  readonly isExistential: boolean;
}

/** "Yes" makes the statement; "no" makes the other one, or denies what the statement says. */
export type Reply = { readonly statement: Statement; readonly isDenied: boolean };

/** What the answers to one question say. */
export interface Question {
  /** "number" asks how many. */
  readonly type: "polar" | "open" | "number";
  /** Null where "yes" says nothing of which one could be sure: "Is there a dog or a cat?" */
  readonly yes: Reply | null;
  readonly no: Reply | null;
  /** That the asked thing is there: who answers "It is on the sofa" says so too. Null where the question asks after none. */
  readonly presumed: Reply | null;
  /** The statement with the answer's own words in it; null where words do not answer. */
  readonly filled: ((answer: string) => Statement) | null;
}

/** Of a question that asks for words: what stands before and after them in the statement. */
export function asksFor(before: string, after: string, isExistential: boolean): Question {
  return { type: "open", yes: null, no: null, presumed: null, filled: filling(before, after, isExistential) };
}

/** @returns a function from the answer's words to the statement with them */
export function filling(before: string, after: string, isExistential: boolean): (answer: string) => Statement {
  return (answer) => ({
    text: `${before}${answer}${after}`,
    answer: { start: before.length, end: before.length + answer.length },
    isExistential,
  });
}

/** What is said without words of the answer. */
export function said(text: string, isExistential: boolean, isDenied = false): Reply {
  return { statement: { text, answer: { start: 0, end: 0 }, isExistential }, isDenied };
}
