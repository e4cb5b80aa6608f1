/** Things that are put in as they come and taken out one by one, by somebody who waits until all that is expected has come. */

export interface Mailbox<Thing> {
  /** One more is on its way. */
  expect(): void;
  /** It has come. */
  put(thing: Thing): void;
  /** `all` throws this next. */
  fail(thrown: unknown): void;
  /** Nothing more will be expected. */
  close(): void;
  /** Ends when the box is closed and all that was expected has been taken. */
  all(): AsyncGenerator<Thing, void>;
  /** What has come and was not taken; later things too are given to nobody. */
  rest(): readonly Thing[];
}

export function mailbox<Thing>(): Mailbox<Thing> {
  const things: Thing[] = [];
  const failures: unknown[] = [];
  let expected = 0;
  let isClosed = false;
  let wake = (): void => undefined;
  const stir = (change: () => void): void => {
    change();
    wake();
  };
  return {
    expect: () => stir(() => (expected += 1)),
    put: (thing) => stir(() => things.push(thing)),
    fail: (thrown) => stir(() => failures.push(thrown)),
    close: () => stir(() => (isClosed = true)),
    async *all() {
      for (;;) {
        if (failures.length > 0) throw failures[0];
        const thing = things.shift();
        if (thing !== undefined) {
          expected -= 1;
          yield thing;
        } else if (isClosed && expected === 0) return;
        else
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      }
    },
    rest: () => things.splice(0),
  };
}
