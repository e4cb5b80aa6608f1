import type { Claim } from "../../src/domain/claim.js";
import type { Judgement, PolicyName } from "../../src/domain/judgement.js";
import type { Report } from "../../src/domain/report.js";
import type { Bench } from "../../src/evaluation/judged-statement.js";
import type { Statement } from "../../src/evaluation/truth/statement.js";
import type { CorrectionRequest, Yaffle } from "../../src/pipeline/yaffle.js";

const FACTS = { id: "fake", role: "detector", sha256: null, device: "cpu" } as const;

/** What the fake says of a request: the probability of its one claim, or null for no claim at all. */
export type Opinion = (request: CorrectionRequest) => number | null;

/** Finds one existence claim in every response; refutes it at 0.1 and below (strict: 0.3), supports it from 0.8. */
export function fakeYaffle(opinion: Opinion): Yaffle & { readonly requests: readonly CorrectionRequest[] } {
  const requests: CorrectionRequest[] = [];
  const answer = async (request: CorrectionRequest): Promise<Report> => {
    requests.push(request);
    const probability = opinion(request);
    const claims =
      probability === null
        ? []
        : [{ claim: claimOf(request.response), judgement: judgementOf(probability, request.options.policy), evidence: [] }];
    return {
      version: { yaffle: "0.0.0", report: 1 },
      id: request.id,
      original: request.response,
      corrected: request.response,
      correctedWithBoxes: null,
      changed: false,
      claims,
      edits: [],
      images: [],
      summary: { claims: claims.length, supported: 0, refuted: 0, unverifiable: 0, hallucinationRate: null, byKind: {} },
      correctedSummary: null,
      experts: [FACTS],
      timingsMs: { total: 0, decode: 0, extract: 0, verify: 0, correct: 0 },
      degraded: [],
    };
  };
  return { requests, correct: answer, verify: answer, experts: [FACTS], warmUp: async () => {}, close: async () => {} };
}

export function benchOf(yaffle: Yaffle, policy: PolicyName = "balanced"): Bench {
  return {
    yaffleFor: () => yaffle,
    policy,
    pictureOf: async (photograph) => ({ sha256: photograph, width: 1, height: 1, pixels: new Uint8Array(3), notes: [] }),
    signal: new AbortController().signal,
    onReport: () => {},
  };
}

export function existence(photograph: string, about: string, truth: boolean): Statement {
  return { photograph, prompt: `Is there a ${about} in the image?`, response: "Yes.", kind: "existence", truth, about };
}

function claimOf(text: string): Claim {
  const span = { start: 0, end: text.length };
  const object = { phrase: text, category: text, span };
  return { kind: "existence", id: "c1", text, span, sentence: 0, negated: false, hedged: false, object };
}

function judgementOf(probability: number, policy: PolicyName): Judgement {
  const refute = policy === "strict" ? 0.3 : 0.1;
  const verdict = probability <= refute ? "refuted" : probability >= 0.8 ? "supported" : "unverifiable";
  return { verdict, probability, because: verdict === "unverifiable" ? "not_confident" : null, reason: "The fake says so.", remedy: null };
}
