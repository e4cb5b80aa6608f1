import { describe, expect, it } from "vitest";
import { checksOf } from "../../src/verification/checks.js";
import { judge } from "../../src/verification/judge.js";
import { toolOf } from "../../src/verification/tools.js";
import { existence, mention, seeing } from "./support.js";

const cyclists = existence(mention("two cyclists", "person"));

describe("people called by what they use", () => {
  it("are looked for together with it", () => {
    expect(checksOf(cyclists)).toContainEqual({ type: "detect", target: { category: "bicycle", classes: ["bicycle"] } });
    expect(toolOf(mention("a tall woman", "person"))).toBeNull();
    expect(toolOf(mention("a skier's dog", "dog"))).toBeNull();
  });

  it("are as likely as the less likely of both", () => {
    const both = judge(cyclists, [seeing("person", 0.98), seeing("bicycle", 0.9)], "balanced");
    expect(both).toMatchObject({ verdict: "supported", probability: 0.9 });
  });

  it("stay open where the tool is not found: it may be hidden", () => {
    const without = judge(cyclists, [seeing("person", 0.98, 0.98), seeing("bicycle", 0.02)], "strict");
    expect(without).toMatchObject({ verdict: "unverifiable", probability: 0.02, because: "not_confident" });
    expect(without.reason).toBe("The detector found one person (0.98); of a bicycle it is not sure (0.02).");
  });

  it("are refuted where nobody is there", () => {
    expect(judge(cyclists, [seeing("person", 0.03), seeing("bicycle", 0.9)], "balanced").verdict).toBe("refuted");
  });

  it("that are denied are not shown to be there by a person", () => {
    const none = existence(mention("no cyclists", "person"), { negated: true });
    expect(judge(none, [seeing("person", 0.98), seeing("bicycle", 0.02)], "balanced").verdict).not.toBe("refuted");
  });
});
