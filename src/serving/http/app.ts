/** The HTTP door: which path leads where. */
import express, { type Express, type RequestHandler } from "express";
import { expertToWire } from "../../wire/report.js";
import type { Desk } from "../desk.js";
import { batchRoutes } from "./batch-routes.js";
import { correctionRoute } from "./correction-routes.js";
import { metricsRoute } from "./metrics-route.js";
import { findModel, listModels } from "./openai-paths.js";
import { openApiDocument } from "./openapi.js";
import { methodNotAllowed, notFound, sendProblem } from "./problems.js";
import { requestLog } from "./request-log.js";
import { scoreRoute } from "./score-routes.js";

export function createHttpApp(desk: Desk): Express {
  const { yaffle, readiness, log, metrics, clock } = desk;
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.use(requestLog(log, metrics, clock));
  app.use(plainAnswers);
  post(app, "/v1/correct", correctionRoute(desk, "correct"));
  post(app, "/v1/verify", correctionRoute(desk, "verify"));
  post(app, "/v1/scores/:name", scoreRoute(desk));
  const { files, file, content, batches, batch, cancel } = batchRoutes(desk);
  route(app, "/v1/files", files);
  route(app, "/v1/files/:id", file);
  route(app, "/v1/files/:id/content", content);
  route(app, "/v1/batches", batches);
  route(app, "/v1/batches/:id", batch);
  route(app, "/v1/batches/:id/cancel", cancel);
  get(app, "/v1/models", listModels);
  get(app, "/v1/models/:id", findModel);
  get(app, "/v1/experts", (_request, response) => {
    response.json({ experts: yaffle.experts.map(expertToWire) });
  });
  get(app, "/livez", (_request, response) => {
    response.json({ status: "live" });
  });
  get(app, "/readyz", (_request, response) => {
    response.status(readiness.stage === "ready" ? 200 : 503).json({ status: readiness.stage });
  });
  get(app, "/metrics", metricsRoute(desk));
  const document = openApiDocument();
  get(app, "/openapi.json", (_request, response) => {
    response.json(document);
  });
  app.use(notFound);
  app.use(sendProblem);
  return app;
}

/** Answers are data: no browser shall guess that they are a page. */
const plainAnswers: RequestHandler = (_request, response, next) => {
  response.set({ "x-content-type-options": "nosniff", "cache-control": "no-store" });
  next();
};

function get(app: Express, path: string, handler: RequestHandler): void {
  app.route(path).get(handler).all(methodNotAllowed("GET, HEAD"));
}

function post(app: Express, path: string, handler: RequestHandler): void {
  app.route(path).post(handler).all(methodNotAllowed("POST"));
}

/** A path with several methods, each with its handler. */
function route(app: Express, path: string, handlers: Readonly<Partial<Record<"get" | "post" | "delete", RequestHandler>>>): void {
  const one = app.route(path);
  const { get, post, delete: remove } = handlers;
  if (get !== undefined) one.get(get);
  if (post !== undefined) one.post(post);
  if (remove !== undefined) one.delete(remove);
  const allowed = [
    ...(get === undefined ? [] : ["GET", "HEAD"]),
    ...(post === undefined ? [] : ["POST"]),
    ...(remove === undefined ? [] : ["DELETE"]),
  ];
  one.all(methodNotAllowed(allowed.join(", ")));
}
