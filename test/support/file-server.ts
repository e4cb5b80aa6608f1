/** A web server of one test, that sends files as it is told to: whole, broken off, stalled, or another. */
import type { EventEmitter } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

export interface FileServer {
  readonly address: string;
  /** "GET /path bytes=3-", in the order in which they came. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** @param answers one for each request of a path, the last of them for all further ones; other paths are not found */
export async function serveFiles(answers: Readonly<Record<string, readonly Answer[]>>): Promise<FileServer> {
  const requests: string[] = [];
  const asked = new Map<string, number>();
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    requests.push([request.method, path, request.headers.range].filter((word) => word !== undefined).join(" "));
    const times = asked.get(path) ?? 0;
    asked.set(path, times + 1);
    const known = answers[path] ?? [];
    const answer = known[Math.min(times, known.length - 1)];
    if (answer === undefined) response.writeHead(404).end();
    else answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    address: `http://127.0.0.1:${address.port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** As a good server does: from where it is asked to begin, if the version is still the same. */
export function whole(bytes: Buffer, mark = '"v1"'): Answer {
  return (request, response) => {
    const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
    const condition = request.headers["if-range"];
    if (start === 0 || (condition !== undefined && condition !== mark)) {
      response.writeHead(200, { "content-length": bytes.length, etag: mark }).end(bytes);
    } else if (start >= bytes.length) {
      response.writeHead(416).end();
    } else {
      const range = `bytes ${start}-${bytes.length - 1}/${bytes.length}`;
      response.writeHead(206, { "content-length": bytes.length - start, "content-range": range, etag: mark }).end(bytes.subarray(start));
    }
  };
}

/** Announces the whole file, sends some of it, and breaks the connection once the other side says that it has some. */
export function brokenAfter(count: number, bytes: Buffer, arrived: EventEmitter, mark = '"v1"'): Answer {
  return (_request, response) => {
    response.writeHead(200, { "content-length": bytes.length, etag: mark });
    arrived.once("some", () => response.destroy());
    response.write(bytes.subarray(0, count));
  };
}

/** Sends some of the file, and then nothing more, for ever. */
export function stalledAfter(count: number, bytes: Buffer): Answer {
  return (_request, response) => {
    response.writeHead(200, { "content-length": bytes.length });
    response.write(bytes.subarray(0, count));
  };
}

export function refusing(status: number): Answer {
  return (_request, response) => {
    response.writeHead(status).end();
  };
}
