import { describe, expect, it } from "vitest";
import { Admission } from "../../src/serving/admission.js";
import { authority, refuseBeyondLoopback } from "../../src/serving/loopback.js";

const staying = new AbortController().signal;

interface Job {
  readonly done: Promise<string>;
  readonly finish: () => void;
  readonly isStarted: () => boolean;
}

function job(admission: Admission, signal: AbortSignal = staying): Job {
  const seat = admission.enter();
  let isStarted = false;
  let finish = (): void => undefined;
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const work = async (): Promise<string> => {
    isStarted = true;
    await finished;
    return "done";
  };
  const done = seat.work(work, signal).finally(() => seat.leave());
  done.catch(() => undefined);
  return { done, finish, isStarted: () => isStarted };
}

describe("admission", () => {
  it("works on as many as it may, in the order in which they came", async () => {
    const admission = new Admission({ maxConcurrent: 2, maxQueued: 2 });
    const [a, b, c, d] = [job(admission), job(admission), job(admission), job(admission)];
    await Promise.resolve();
    expect([a, b, c, d].map((one) => one.isStarted())).toEqual([true, true, false, false]);
    b.finish();
    await b.done;
    await expect.poll(() => c.isStarted()).toBe(true);
    expect(d.isStarted()).toBe(false);
    for (const one of [a, c, d]) one.finish();
    expect(await Promise.all([a.done, c.done, d.done])).toEqual(["done", "done", "done"]);
    expect(admission.present).toBe(0);
  });

  it("refuses whom it has no seat for, and takes the next when one is free", async () => {
    const admission = new Admission({ maxConcurrent: 1, maxQueued: 0 });
    const first = job(admission);
    expect(() => admission.enter()).toThrow(expect.objectContaining({ code: "overloaded" }));
    first.finish();
    await first.done;
    admission.enter().leave();
    expect(admission.present).toBe(0);
  });

  it("drops whoever left while waiting, and hands the turn on", async () => {
    const admission = new Admission({ maxConcurrent: 1, maxQueued: 2 });
    const leaving = new AbortController();
    const first = job(admission);
    const second = job(admission, leaving.signal);
    const third = job(admission);
    leaving.abort(new Error("left"));
    await expect(second.done).rejects.toThrow("left");
    first.finish();
    await expect.poll(() => third.isStarted()).toBe(true);
    expect(second.isStarted()).toBe(false);
    third.finish();
    await third.done;
  });

  it("gives the turn back when the work fails", async () => {
    const admission = new Admission({ maxConcurrent: 1, maxQueued: 1 });
    const seat = admission.enter();
    await expect(seat.work(() => Promise.reject(new Error("no")), staying)).rejects.toThrow("no");
    expect(await seat.work(async () => "yes", staying)).toBe("yes");
  });

  it("frees a seat once, however often it is left", () => {
    const admission = new Admission({ maxConcurrent: 1, maxQueued: 1 });
    const seat = admission.enter();
    admission.enter();
    seat.leave();
    seat.leave();
    expect(admission.present).toBe(1);
  });

  it("lets nobody in when it is closed, and is empty when the last has left", async () => {
    const admission = new Admission({ maxConcurrent: 1, maxQueued: 1 });
    const last = job(admission);
    admission.close();
    expect(() => admission.enter()).toThrow(expect.objectContaining({ code: "overloaded" }));
    let isEmpty = false;
    const empty = admission.empty().then(() => {
      isEmpty = true;
    });
    expect(isEmpty).toBe(false);
    last.finish();
    await empty;
    expect(admission.present).toBe(0);
  });
});

describe("until there are keys, the service", () => {
  it.each(["127.0.0.1", "127.8.9.1", "::1", "localhost", "::ffff:127.0.0.1"])("listens on %s", (host) => {
    expect(() => refuseBeyondLoopback(host)).not.toThrow();
  });

  it.each(["0.0.0.0", "::", "192.168.1.5", "example.org", "127.0.0.1.example.org", "::ffff:10.0.0.1"])("does not listen on %s", (host) => {
    expect(() => refuseBeyondLoopback(host)).toThrow(expect.objectContaining({ code: "invalid_request" }));
  });

  it("writes addresses as clients take them", () => {
    expect([authority("127.0.0.1", 1), authority("::1", 2)]).toEqual(["127.0.0.1:1", "[::1]:2"]);
  });
});
