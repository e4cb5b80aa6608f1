import request from "supertest";
import { afterEach, describe, expect, it } from "vitest";
import type { Batches } from "../../src/batches/batches.js";
import { createHttpApp } from "../../src/serving/http/app.js";
import { begunBatch, openedBatches, PICTURE, requestLine } from "../support/batches.js";
import { beachDetector, deskFor, type TestDesk, yaffleSeeing } from "../support/serving.js";

const body = { image: { base64: PICTURE }, response: "There are two chairs and a dog." };
const kept: Batches[] = [];
afterEach(async () => {
  for (const batches of kept.splice(0)) await batches.close();
});

async function pageOf(desk: TestDesk): Promise<readonly string[]> {
  const { text } = await request(createHttpApp(desk)).get("/metrics").expect(200);
  return text.split("\n");
}

describe("GET /metrics", () => {
  it("is Prometheus' text form, with figures of the process", async () => {
    const desk = deskFor(yaffleSeeing(beachDetector()));
    const reply = await request(createHttpApp(desk)).get("/metrics");
    expect(reply.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(reply.text).toMatch(/^# TYPE process_resident_memory_bytes gauge$/m);
    expect(reply.text).toMatch(/^yaffle_ready 0$/m);
    desk.readiness.enter("ready");
    expect(await pageOf(desk)).toContain("yaffle_ready 1");
  });

  it("counts requests by route and not by path, and leaves out those of watchers", async () => {
    const desk = deskFor(yaffleSeeing(beachDetector()));
    const app = createHttpApp(desk);
    await request(app).post("/v1/correct").send(body).expect(200);
    await request(app).post("/v1/correct").send({}).expect(400);
    await request(app).get("/v1/files/file-1").expect(404);
    await request(app).get("/v1/made-up-by-the-caller").expect(404);
    await request(app).get("/livez").expect(200);
    const lines = await pageOf(desk);
    expect(lines.filter((line) => line.startsWith("yaffle_requests_total")).sort()).toEqual([
      'yaffle_requests_total{transport="http",method="GET /v1/files/:id",code="not_found"} 1',
      'yaffle_requests_total{transport="http",method="POST /v1/correct",code="invalid_request"} 1',
      'yaffle_requests_total{transport="http",method="POST /v1/correct",code="ok"} 1',
      'yaffle_requests_total{transport="http",method="unknown",code="not_found"} 1',
    ]);
    expect(lines).toContain('yaffle_request_duration_seconds_count{transport="http",method="POST /v1/correct"} 2');
  });

  it("counts verdicts and corrections", async () => {
    const desk = deskFor(yaffleSeeing(beachDetector()));
    await request(createHttpApp(desk)).post("/v1/correct").send(body).expect(200);
    const lines = await pageOf(desk);
    expect(lines).toContain('yaffle_claims_total{verdict="refuted"} 1');
    expect(lines).toContain('yaffle_claims_total{verdict="supported"} 2');
    expect(lines).toContain('yaffle_reports_total{changed="true"} 1');
    expect(lines).toContain('yaffle_stage_duration_seconds_count{stage="verify"} 1');
  });

  it("times experts by their role; only detectors have an effort", async () => {
    const desk = deskFor(yaffleSeeing(beachDetector()));
    const call = { durationMs: 2_000, outcome: "ok" } as const;
    desk.metrics.expertCalled({ ...call, expert: "centernet-coco", role: "detector", effort: "glance" });
    desk.metrics.expertCalled({ ...call, expert: "openai:eyes", role: "answerer", effort: null });
    const counts = (await pageOf(desk)).filter((line) => line.startsWith("yaffle_expert_call_duration_seconds_count"));
    expect(counts).toEqual([
      'yaffle_expert_call_duration_seconds_count{expert="centernet-coco",role="detector",effort="glance",outcome="ok"} 1',
      'yaffle_expert_call_duration_seconds_count{expert="openai:eyes",role="answerer",outcome="ok"} 1',
    ]);
  });

  it("tells the depth of the queue, and how many batches there are", async () => {
    let release = (): void => undefined;
    const hold = new Promise<void>((resolve) => {
      release = resolve;
    });
    const opened = await openedBatches({
      execute: async ({ id, line }) => {
        await hold;
        return { type: "error", error: { id, line, error: { code: "internal", message: "made" } } };
      },
    });
    kept.push(opened.batches);
    const desk = { ...deskFor(yaffleSeeing(beachDetector())), batches: opened.batches };
    await begunBatch(
      opened,
      Array.from({ length: 5 }, (_, index) => requestLine(`row-${index}`)),
    );
    await expect.poll(() => pageOf(desk)).toContain('yaffle_queue_depth{unit="rows",state="active"} 2');
    const during = await pageOf(desk);
    expect(during).toContain('yaffle_queue_depth{unit="rows",state="waiting"} 1');
    expect(during).toContain('yaffle_batches{state="in_progress"} 1');
    expect(during).toContain("yaffle_batch_rows_left 5");
    expect(during).toContain("yaffle_queue_up 1");
    release();
    await opened.batches.idle();
    const after = await pageOf(desk);
    expect(after).toContain('yaffle_queue_depth{unit="rows",state="active"} 0');
    expect(after).toContain('yaffle_batches{state="completed"} 1');
    expect(after).toContain("yaffle_batch_rows_left 0");
  });

  it("says so where the queue does not answer", async () => {
    const queue = { process: async function* () {}, depth: () => new Promise<never>(() => undefined), close: async () => undefined };
    const { batches } = await openedBatches({ queue });
    kept.push(batches);
    const lines = await pageOf({ ...deskFor(yaffleSeeing(beachDetector())), batches });
    expect(lines).toContain("yaffle_queue_up 0");
    expect(lines.filter((line) => line.startsWith("yaffle_queue_depth"))).toEqual([]);
  });
});
