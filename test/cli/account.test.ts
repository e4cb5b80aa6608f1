import picocolors from "picocolors";
import { describe, expect, it } from "vitest";
import { claimLines } from "../../src/cli/account/claim-lines.js";
import { markedText } from "../../src/cli/account/marked-text.js";
import { marksOf } from "../../src/cli/picture/marks.js";
import { overlay } from "../../src/cli/picture/overlay.js";
import { harmless, terminalOf } from "../../src/cli/terminal.js";
import { wrapped } from "../../src/cli/wrapped.js";
import type { WireReport } from "../../src/wire/report-schema.js";

const box = { x1: 0.9, y1: 0, x2: 1, y2: 0.5, score: 0.9 };

function report(more: Partial<WireReport> = {}): WireReport {
  const counts = { supported: 0, refuted: 1, unverifiable: 0 };
  return {
    version: { yaffle: "0.1.0", report: 1 },
    id: "r",
    original: "A red dog and a cat.",
    corrected: "A blue dog.",
    corrected_with_boxes: null,
    changed: true,
    claims: [],
    edits: [
      { span: { start: 2, end: 5 }, replacement: "blue", claims: ["c1"], kind: "replace" },
      { span: { start: 9, end: 19 }, replacement: "", claims: ["c2"], kind: "delete" },
    ],
    images: [],
    summary: { claims: 1, ...counts, hallucination_rate: 1, by_kind: {} },
    corrected_summary: null,
    experts: [],
    timings_ms: { total: 0, decode: 0, extract: 0, verify: 0, correct: 0 },
    degraded: [],
    ...more,
  };
}

function claim(id: string, verdict: "supported" | "refuted", start: number, end: number): WireReport["claims"][number] {
  return {
    ...{ id, kind: "existence", text: "there is a dog", span: { start, end }, sentence: 0, negated: false, hedged: false },
    object: { phrase: "a dog", category: "dog", span: { start, end } },
    ...{ verdict, probability: 0.1, reason: "r", because: null },
    evidence: [{ type: "detection", expert: "d", image: 0, category: "dog", presence: 0.9, boxes: [box, { ...box, x1: 0.1, score: 0.1 }] }],
  };
}

describe("the marked text", () => {
  it("marks what went and what came", () => {
    expect(markedText(report(), null)).toBe("A [-red-]{+blue+} dog[- and a cat-].");
  });

  it("strikes and colors on a terminal", () => {
    const text = markedText(report(), picocolors.createColors(true));
    expect(text).toContain("\u001b[9m\u001b[31mred");
    expect(text).toContain("\u001b[32mblue");
  });

  it("of a verified text marks the words of refuted claims once", () => {
    const claims = [claim("c1", "refuted", 0, 9), claim("c2", "refuted", 2, 12), claim("c3", "supported", 14, 19)];
    expect(markedText(report({ edits: [], claims }), null)).toBe("[-A red dog an-]d a cat.");
  });

  it("lets no text steer the terminal", () => {
    expect(harmless("a\u001b[31mb\rc\r\nd\te\u202ef\u0007")).toBe("a\ufffd[31mb\nc\nd\te\ufffdf\ufffd");
  });
});

describe("a terminal", () => {
  it("has color only where it is one", () => {
    expect(terminalOf({}).colors).toBeNull();
    expect(terminalOf({ isTTY: false, columns: 60 })).toEqual({ columns: 60, colors: null });
    expect(terminalOf({ isTTY: true, columns: 500 }).columns).toBe(120);
  });

  it("gets lines that fit, with their indentation", () => {
    expect(wrapped("  - one two three\nfour", 12)).toBe("  - one two\n  three\nfour");
    expect(wrapped("abcdefghij", 4, 2)).toBe("abcd\n  efgh\n  ij");
  });
});

describe("the lines of the claims", () => {
  const long = { ...claim("c12", "refuted", 0, 9), reason: "The detector found nothing like it anywhere in the whole picture." };

  it.each([120, 80, 49, 48, 40, 30, 20, 8])("fit into %d columns", (columns) => {
    const lines = claimLines([long, claim("c1", "supported", 2, 12)], { columns, colors: null }).split("\n");
    for (const line of lines) expect([...line].length).toBeLessThanOrEqual(columns);
    const words = lines.join(" ").replace(/\s+/g, columns < 20 ? "" : " ");
    expect(words).toContain(columns < 20 ? "there" : "there is a dog: The detector found nothing like it anywhere");
  });
});

describe("the marks on a picture", () => {
  it("are the boxes that an expert believed, each once, with all their claims and the gravest verdict", () => {
    const marks = marksOf(report({ claims: [claim("c1", "supported", 0, 5), claim("c2", "refuted", 0, 5)] }), 0);
    expect(marks).toEqual([{ box, label: "c1, c2 a dog", verdict: "refuted" }]);
    expect(marksOf(report({ claims: [claim("c1", "supported", 0, 5)] }), 1)).toEqual([]);
  });

  it("have labels inside the picture that do not cover each other", () => {
    const marks = [0, 1, 2, 3].map((index) => ({
      box: { ...box, x1: 0.9 + index / 100 },
      label: `c${index} a very long phrase`,
      verdict: "refuted" as const,
    }));
    const svg = overlay(marks, { width: 300, height: 200 });
    const backs = [...svg.matchAll(/<rect x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)" fill="#/g)].map((found) =>
      found.slice(1).map(Number),
    );
    expect(backs).toHaveLength(4);
    for (const [x = -1, y = -1, width = 0, height = 0] of backs) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(300);
      expect(y + height).toBeLessThanOrEqual(200);
    }
    expect(new Set(backs.map(([, y]) => y)).size).toBe(4);
  });

  it("need no escaping, whatever the phrase: letters are drawn as outlines", () => {
    const svg = overlay([{ box, label: 'c1 <script>&"\u4f60', verdict: "supported" }], { width: 300, height: 200 });
    expect(svg).not.toContain("script");
    expect(svg).toMatch(/<path d="M/);
  });
});
