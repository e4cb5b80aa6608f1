/** ScoringService: one method a score. Messages become the bodies that /v1/scores takes. */
import type { UntypedServiceImplementation } from "@grpc/grpc-js";
import { z } from "zod";
import { scoreJudgeRequest } from "../../scoring/judge/request.js";
import { scoreRequest } from "../../scoring/requests.js";
import type { Score, ScoreName } from "../../scoring/score.js";
import type { Desk } from "../desk.js";
import { unary } from "./calls.js";
import { judgeBody, judgedMessages } from "./judge-message.js";

const METHODS: Readonly<Record<ScoreName, string>> = { chair: "Chair", pope: "Pope", mme: "Mme", amber: "Amber", claims: "Claims" };

const texts = z.array(z.string());
const fields = z.looseObject({ resampling: z.looseObject({}).nullish() });

/** What a message says in another way than a body does. */
const BODIES: Readonly<Record<ScoreName, (message: unknown) => object>> = {
  chair: (message) => {
    const { ground_truth, ...rest } = z.looseObject({ ground_truth: z.record(z.string(), z.object({ categories: texts })) }).parse(message);
    return { ...rest, ground_truth: mapped(ground_truth, ({ categories }) => categories) };
  },
  pope: (message) => fields.parse(message),
  mme: (message) => {
    const { results } = z.object({ results: z.record(z.string(), z.object({ rows: z.array(z.unknown()) })) }).parse(message);
    return { results: mapped(results, ({ rows }) => rows) };
  },
  amber: (message) => {
    const annotation = z.looseObject({ type: z.string(), objects: texts, truth: z.string() });
    const { annotations, associations, ...rest } = z
      .looseObject({ annotations: z.array(annotation), associations: z.record(z.string(), z.object({ words: texts })) })
      .parse(message);
    return {
      ...rest,
      annotations: annotations.map(({ objects, truth, ...one }) => ({ ...one, truth: one.type === "generative" ? objects : truth })),
      associations: mapped(associations, ({ words }) => words),
    };
  },
  claims: (message) => {
    const claim = z.looseObject({ probability: z.number().nullable().default(null) });
    const label = z.looseObject({ claims: z.array(z.unknown()), label: z.string().optional() });
    const { results, labels } = z
      .object({ results: z.array(z.looseObject({ claims: z.array(claim) })), labels: z.array(label) })
      .parse(message);
    return { results, labels: labels.map(({ claims, ...one }) => (claims.length === 0 ? one : { ...one, claims })) };
  },
};

export function scoringService({ judge, timeoutMs }: Desk): UntypedServiceImplementation {
  const plain = Object.entries(METHODS).map(([name, method]) => [
    method,
    unary((message, seat, signal) =>
      seat.work(async () => scoreMessage(scoreRequest(name as ScoreName, bodyOf(BODIES[name as ScoreName], message))), signal),
    ),
  ]);
  const judged = unary((message, seat, signal) => {
    const either = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    return seat.work(async () => {
      const score = await scoreJudgeRequest(bodyOf(judgeBody, message), judge, either);
      return { ...scoreMessage(score), judged: judgedMessages(score.items) };
    }, either);
  });
  return { ...Object.fromEntries(plain), Judge: judged };
}

function bodyOf(body: (message: unknown) => object, message: unknown): object {
  const { resampling } = fields.parse(message);
  return { ...body(message), ...resampling };
}

function scoreMessage({ score, variant, figures, intervals }: Score): object {
  return {
    score,
    variant,
    figures: Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== null)),
    intervals: mapped(intervals, ([low, high]) => ({ low, high })),
  };
}

function mapped<From, To>(record: Readonly<Record<string, From>>, change: (value: From) => To): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
