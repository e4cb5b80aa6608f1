/** CorrectionService: unary calls over the one core. */
import type { handleUnaryCall } from "@grpc/grpc-js";
import { type Desk, newId, serve, type Task } from "../desk.js";
import { type Received, unary } from "./calls.js";
import { reportMessage } from "./report-message.js";
import { readMessage } from "./request-message.js";

export function correctionService(desk: Desk): Readonly<Record<string, handleUnaryCall<Received, object>>> {
  return { Correct: handler(desk, "correct"), Verify: handler(desk, "verify") };
}

function handler(desk: Desk, task: Task): handleUnaryCall<Received, object> {
  return unary(async (message, seat, signal) => reportMessage(await serve(desk, task, readMessage(message, newId), seat, signal)));
}
