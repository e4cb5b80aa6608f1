/** A server on loopback that speaks OpenAI's chat protocol, says what a test tells it to, and misbehaves when it is told to. */
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A token of the reply with its likeliest rivals, as probabilities. */
export type Chances = readonly { readonly token: string; readonly rivals: Readonly<Record<string, number>> }[];

export type Behavior =
  | { readonly type: "say"; readonly text: string; readonly chances?: Chances; readonly tokens?: number | null; readonly finish?: string }
  | { readonly type: "refuse_to_answer" }
  | { readonly type: "status"; readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly error?: object }
  /** Never answers; the test's time limit or the caller's leaving ends it. */
  | { readonly type: "hang" }
  /** A whole body that is no JSON. */
  | { readonly type: "broken_json" }
  /** The connection ends in the middle of the body, or of the stream. */
  | { readonly type: "cut"; readonly text: string }
  /** The stream ends politely, but the model had not finished. */
  | { readonly type: "unfinished"; readonly text: string }
  /** JSON of another form than the protocol's. */
  | { readonly type: "document"; readonly document: unknown };

export interface SeenRequest {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: Readonly<Record<string, unknown>>;
  /** The system's text, and the user's texts joined. */
  readonly instructions: string;
  readonly text: string;
  /** The `data:` URIs of its pictures. */
  readonly pictures: readonly string[];
}

export interface OpenaiServer {
  /** "http://127.0.0.1:40123/v1" */
  readonly url: string;
  readonly requests: readonly SeenRequest[];
  /** Calls that were being answered at the same moment, at most. */
  readonly mostAtOnce: number;
  close(): Promise<void>;
}

export type Script = (request: SeenRequest, index: number) => Behavior | Promise<Behavior>;

/** @param script what to do for each request, or behaviors in order of which the last is repeated */
export async function openOpenaiServer(script: Script | readonly Behavior[]): Promise<OpenaiServer> {
  const requests: SeenRequest[] = [];
  let [inside, mostAtOnce] = [0, 0];
  const behave = typeof script === "function" ? script : inTurn(script);
  const server = createServer(async (incoming, outgoing) => {
    const request = await read(incoming);
    requests.push(request);
    inside += 1;
    mostAtOnce = Math.max(mostAtOnce, inside);
    const behavior = await behave(request, requests.length - 1);
    inside -= 1;
    perform(behavior, request, outgoing);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    get mostAtOnce() {
      return mostAtOnce;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

export function say(text: string): Behavior {
  return { type: "say", text };
}

export function sayJson(value: unknown): Behavior {
  return say(JSON.stringify(value));
}

function inTurn(behaviors: readonly Behavior[]): Script {
  return (_, index) => behaviors[Math.min(index, behaviors.length - 1)] ?? say("");
}

async function read(incoming: IncomingMessage): Promise<SeenRequest> {
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(piece as Buffer);
  const body: Readonly<Record<string, unknown>> = JSON.parse(Buffer.concat(pieces).toString("utf8"));
  const messages = body["messages"] as readonly { readonly role: string; readonly content: unknown }[];
  const parts = messages.flatMap(({ role, content }) =>
    role === "user" ? (content as readonly { type: string; text?: string; image_url?: { url: string } }[]) : [],
  );
  return {
    path: incoming.url ?? "",
    headers: incoming.headers,
    body,
    instructions: String(messages.find(({ role }) => role === "system")?.content ?? ""),
    text: parts.flatMap(({ text }) => text ?? []).join("\n"),
    pictures: parts.flatMap(({ image_url }) => image_url?.url ?? []),
  };
}

function perform(behavior: Behavior, { body }: SeenRequest, outgoing: ServerResponse): void {
  const streams = body["stream"] === true;
  switch (behavior.type) {
    case "say":
      if (streams) stream(outgoing, behavior.text, behavior.finish ?? "stop", behavior.tokens ?? null);
      else answer(outgoing, 200, completion(behavior, body["logprobs"] === true));
      return;
    case "refuse_to_answer":
      if (streams) streamRefusal(outgoing);
      else answer(outgoing, 200, { choices: [{ message: { content: null, refusal: "I can't help with that." }, finish_reason: "stop" }] });
      return;
    case "status": {
      const { status, headers = {}, error = { message: `fault ${status}` } } = behavior;
      outgoing.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify({ error }));
      return;
    }
    case "hang":
      return;
    case "broken_json":
      outgoing.writeHead(200, { "content-type": "application/json" }).end('{"choices": [{"message": {"content": "Ye');
      return;
    case "cut":
      if (streams) {
        outgoing.writeHead(200, { "content-type": "text/event-stream" });
        outgoing.write(piece(behavior.text, null), () => outgoing.destroy());
      } else {
        outgoing.writeHead(200, { "content-type": "application/json", "content-length": "4096" });
        outgoing.write('{"choices": [{"mess', () => outgoing.destroy());
      }
      return;
    case "unfinished":
      outgoing.writeHead(200, { "content-type": "text/event-stream" });
      outgoing.end(piece(behavior.text, null));
      return;
    case "document":
      answer(outgoing, 200, behavior.document);
      return;
    default:
      behavior satisfies never;
  }
}

function completion({ text, chances, tokens = 10, finish = "stop" }: Extract<Behavior, { type: "say" }>, withChances: boolean): object {
  const content = chances?.map(({ token, rivals }) => ({
    token,
    logprob: Math.log(rivals[token] ?? 1e-9),
    top_logprobs: Object.entries(rivals).map(([rival, chance]) => ({ token: rival, logprob: Math.log(chance) })),
  }));
  return {
    id: "reply",
    object: "chat.completion",
    choices: [
      {
        index: 0,
        message: { role: "assistant", content: text },
        finish_reason: finish,
        ...(withChances && content && { logprobs: { content } }),
      },
    ],
    ...(tokens !== null && { usage: { total_tokens: tokens } }),
  };
}

function stream(outgoing: ServerResponse, text: string, finish: string, tokens: number | null): void {
  outgoing.writeHead(200, { "content-type": "text/event-stream" });
  for (let at = 0; at < text.length; at += 40) outgoing.write(piece(text.slice(at, at + 40), null));
  outgoing.write(piece("", finish));
  if (tokens !== null) outgoing.write(`data: ${JSON.stringify({ choices: [], usage: { total_tokens: tokens } })}\n\n`);
  outgoing.end("data: [DONE]\n\n");
}

function streamRefusal(outgoing: ServerResponse): void {
  outgoing.writeHead(200, { "content-type": "text/event-stream" });
  outgoing.write(`data: ${JSON.stringify({ choices: [{ index: 0, delta: { refusal: "I can't" }, finish_reason: null }] })}\n\n`);
  outgoing.write(piece("", "stop"));
  outgoing.end("data: [DONE]\n\n");
}

function piece(content: string, finish: string | null): string {
  return `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content }, finish_reason: finish }] })}\n\n`;
}

function answer(outgoing: ServerResponse, status: number, document: unknown): void {
  outgoing.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(document));
}
