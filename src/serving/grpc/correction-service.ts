/** CorrectionService: unary calls over the one core. */
import type { handleUnaryCall } from "@grpc/grpc-js";
import { type Desk, newId, serve, type Task } from "../desk.js";
import { type Received, unary } from "./calls.js";
import { CORRECTION_SERVICE } from "./protos.js";
import { reportMessage } from "./report-message.js";
import { readMessage } from "./request-message.js";

export function correctionService(desk: Desk): Readonly<Record<string, handleUnaryCall<Received, object>>> {
  return { Correct: handler(desk, "correct", "Correct"), Verify: handler(desk, "verify", "Verify") };
}

function handler(desk: Desk, task: Task, method: string): handleUnaryCall<Received, object> {
  return unary(desk, `${CORRECTION_SERVICE}/${method}`, async (message, signal) => {
    const seat = desk.admission.enter();
    try {
      return reportMessage(await serve(desk, task, readMessage(message, newId), seat, signal));
    } finally {
      seat.leave();
    }
  });
}
