/** Shows on standard error how far an evaluation is: one line that is rewritten on a terminal, a line a tenth elsewhere. */

/** Where progress is written; a terminal rewrites its line. */
export interface ProgressStream {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

export interface Progress {
  begin(name: string, total: number): void;
  step(): void;
  /** Ends the last line. */
  end(): void;
}

export function showProgress(stream: ProgressStream): Progress {
  let [name, total, done, shown] = ["", 0, 0, 0];
  const terminal = stream.isTTY === true;
  const end = () => {
    if (terminal && name !== "") stream.write("\n");
    name = "";
  };
  return {
    begin: (next, size) => {
      end();
      [name, total, done, shown] = [next, size, 0, 0];
      stream.write(terminal ? `\r${name} 0 of ${total}` : `${name}: ${total}\n`);
    },
    step: () => {
      done += 1;
      const tenth = Math.floor((10 * done) / Math.max(1, total));
      if (terminal) stream.write(`\r${name} ${done} of ${total}`);
      else if (tenth > shown) stream.write(`${name}: ${done} of ${total}\n`);
      shown = Math.max(shown, tenth);
    },
    end,
  };
}
