import { expect, it } from "vitest";
import { showProgress } from "../../src/audit/progress.js";

function shown(isTTY: boolean, states: readonly (readonly [seconds: number, rows: number, share: number])[]): string {
  let [text, nowMs] = ["", 0];
  const progress = showProgress({ isTTY, columns: 100, write: (more) => (text += more) }, { nowMs: () => nowMs });
  progress.show({ rows: 100, failed: 0, share: 0.1 });
  for (const [seconds, rows, share] of states) {
    nowMs = seconds * 1000;
    progress.show({ rows, failed: 2, share });
  }
  progress.end();
  return text;
}

it("writes a line each half minute where nobody rewrites lines", () => {
  expect(
    shown(false, [
      [10, 150, 0.15],
      [31, 255, 0.3],
      [40, 300, 0.4],
      [62, 410, 1],
    ]),
  ).toBe("255 rows, 30%, 5.0 rows/s, 1:49 left, 2 failed\n410 rows, 100%, 5.0 rows/s, 2 failed\n410 rows, 100%, 5.0 rows/s, 2 failed\n");
});

it("rewrites a bar on a terminal, with what is left by the pace of this session", () => {
  expect(
    shown(true, [
      [0.1, 101, 0.11],
      [10, 200, 0.2],
    ]),
  ).toBe(`${"\r\u001b[K[=====                   ] 200 rows, 20%, 10.0 rows/s, 1:20 left, 2 failed".repeat(2)}\n`);
});

it("says nothing of a run that did not begin", () => {
  let text = "";
  showProgress({ write: (more) => (text += more) }, { nowMs: () => 0 }).end();
  expect(text).toBe("");
});

it("tells what a shared queue holds, where there is one", () => {
  let text = "";
  const progress = showProgress({ write: (more) => (text += more) }, { nowMs: () => 0 }, () => ({ unit: "chunks", waiting: 5, active: 2 }));
  progress.show({ rows: 0, failed: 0, share: 0 });
  progress.end();
  expect(text).toBe("0 rows, 0%, 0.0 rows/s, queue: 2 at work, 5 waiting\n");
});
