/** The body of a request, never more of it than is allowed. */
import type { IncomingMessage } from "node:http";
import { YaffleError } from "../../domain/error.js";

/** A refused sender may go on sending for this long; then the connection is cut. Cutting at once could lose the answer. */
const LINGER_MS = 2_000;

export function tooLarge(maxBodyBytes: number): YaffleError {
  return new YaffleError("request_too_large", `The body has more than the ${maxBodyBytes} bytes that are allowed; send smaller images.`);
}

/** @throws YaffleError request_too_large where the sender says so itself, before anything is read */
export function refuseAnnounced(request: IncomingMessage, maxBodyBytes: number): void {
  if (Number(request.headers["content-length"] ?? 0) > maxBodyBytes) throw tooLarge(maxBodyBytes);
}

/**
 * Hands on the body piece by piece.
 * @throws YaffleError request_too_large as soon as it is; cancelled where the sender leaves
 */
export function readPieces(request: IncomingMessage, maxBodyBytes: number, take: (piece: Buffer) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let bytes = 0;
    const settle = (error?: unknown): void => {
      request.off("data", onData).off("end", settleWhole).off("error", settle).off("close", onClose);
      if (error === undefined) resolve();
      else reject(error);
    };
    const settleWhole = (): void => settle();
    const onClose = (): void => settle(new YaffleError("cancelled", "The caller left before the body was whole."));
    const onData = (piece: Buffer): void => {
      bytes += piece.length;
      if (bytes > maxBodyBytes) settle(tooLarge(maxBodyBytes));
      else take(piece);
    };
    request.on("data", onData).on("end", settleWhole).on("error", settle).on("close", onClose);
  });
}

/** Lets the rest of a refused body run into nothing for a moment, then cuts the connection. */
export function dismiss(request: IncomingMessage): void {
  if (request.complete) return;
  request.resume();
  const cut = setTimeout(() => request.socket.destroy(), LINGER_MS).unref();
  request.once("end", () => clearTimeout(cut));
}
