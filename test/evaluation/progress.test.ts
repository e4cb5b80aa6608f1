import { describe, expect, it } from "vitest";
import { showProgress } from "../../src/evaluation/progress.js";

function written(isTTY: boolean): string {
  const texts: string[] = [];
  const progress = showProgress({ isTTY, write: (text) => texts.push(text) });
  progress.begin("count", 20);
  for (let done = 0; done < 20; done++) progress.step();
  progress.begin("color", 1);
  progress.step();
  progress.end();
  return texts.join("");
}

describe("progress", () => {
  it("is a line a tenth where it is not a terminal", () => {
    const lines = written(false).split("\n");
    expect(lines.slice(0, 3)).toEqual(["count: 20", "count: 2 of 20", "count: 4 of 20"]);
    expect(lines).toHaveLength(11 + 2 + 1);
  });

  it("rewrites its line on a terminal", () => {
    expect(written(true)).toMatch(/^\rcount 0 of 20\rcount 1 of 20[\s\S]*\rcount 20 of 20\n\rcolor 0 of 1\rcolor 1 of 1\n$/);
  });
});
