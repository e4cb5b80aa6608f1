/** What a body is said to be, and the refusal of one that is something else. */
import type { IncomingMessage } from "node:http";
import { HttpError } from "./problems.js";

export const JSON_TYPE = "application/json";
export const FORM_TYPE = "multipart/form-data";

/** Also a kind of JSON ("application/problem+json"). */
export function isJson({ headers }: IncomingMessage): boolean {
  return /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(headers["content-type"] ?? "");
}

export function isForm({ headers }: IncomingMessage): boolean {
  return /^multipart\/form-data\s*(?:;|$)/i.test(headers["content-type"] ?? "");
}

/** @param types those that are read: one, or two @throws HttpError 415 for a body that is compressed or is said to be neither */
export function refuseForeign(request: IncomingMessage, types: readonly string[]): void {
  const encoding = request.headers["content-encoding"] ?? "identity";
  if (encoding !== "identity")
    throw new HttpError(415, `Bodies with content-encoding ${encoding.slice(0, 40)} are not read; send it plain.`);
  if ((types.includes(JSON_TYPE) && isJson(request)) || (types.includes(FORM_TYPE) && isForm(request))) return;
  const type = request.headers["content-type"];
  const body = type === undefined ? "A body without content-type" : `A body of ${type.slice(0, 80)}`;
  throw new HttpError(415, `${body} is not read here; send ${types.join(" or ")}.`, { accept: types.join(", ") });
}
