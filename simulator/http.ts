import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { refuse, ServiceError } from "./errors";
import { type Fault, whenOf } from "./faults";
import type { Service } from "./service";
import { callerOf } from "./signature";

/** The wire: AWS JSON 1.0 over HTTP, errors included. Knows no operation. */
const targetPrefix = "PinpointSMSVoiceV2.";
const errorNamespace = "com.amazonaws.pinpointsmsvoicev2";
const contentType = "application/x-amz-json-1.0";
const maxBodyBytes = 10 * 1024 * 1024;

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A server for the service, with the control endpoint on a path that no AWS client asks for. */
export function httpServer(service: Service, control: Handler): Server {
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 20_000 }, (request, response) => {
    response.on("error", () => undefined);
    const handle = request.url?.startsWith("/_simulator/")
      ? control
      : (...both: Parameters<Handler>) => answer(service, ...both);
    handle(request, response).catch((error) => {
      if (!response.headersSent) send(response, failure(error), service.nowMs);
      else response.destroy();
    });
  });
  server.keepAliveTimeout = 30_000;
  return server;
}

async function answer(service: Service, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request);
  const { headers } = request;
  const target = String(headers["x-amz-target"] ?? "");
  if (request.method !== "POST" || request.url !== "/" || !target.startsWith(targetPrefix)) {
    throw refuse(
      "wire.operation",
      `${request.method} ${request.url} with X-Amz-Target '${target}' is not an operation`,
    );
  }
  if (!headers["content-type"]?.startsWith(contentType)) {
    throw refuse("wire.contentType", `The content type is '${headers["content-type"]}', not ${contentType}`);
  }
  const caller = callerOf(headers.authorization, headers["x-amz-date"]?.toString() ?? headers.date);
  const message = parse(body);
  if (service.latencyMs > 0) await wait(service.latencyMs);
  const operation = target.slice(targetPrefix.length);
  const fault = service.strike(operation, caller);
  if (isSilent(fault) && whenOf(fault) === "before") return fallSilent(response, fault);
  const work = service.call(operation, caller, message, fault);
  if (isSilent(fault)) {
    await work.catch(() => undefined);
    return fallSilent(response, fault);
  }
  if (fault?.kind === "delay") await wait(fault.ms);
  send(response, { status: 200, body: await work }, service.nowMs, fault);
}

/** Whether no answer comes at all. */
function isSilent(fault: Fault | undefined): fault is Extract<Fault, { kind: "lose" | "hang" }> {
  return fault?.kind === "lose" || fault?.kind === "hang";
}

/** A connection that hangs is left to the client's own patience. */
function fallSilent(response: ServerResponse, { kind }: { kind: "lose" | "hang" }): void {
  if (kind === "lose") response.socket?.resetAndDestroy();
}

/** The body, if it is not too long; of one that is, the rest is not even read. */
export function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("error", reject);
    request.on("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size <= maxBodyBytes) return;
      chunks.length = 0;
      request.removeAllListeners("data").pause();
      reject(refuse("wire.size", `A request has at most ${maxBodyBytes} bytes`));
    });
  });
}

function parse(body: string): unknown {
  if (body === "") return {};
  try {
    return JSON.parse(body);
  } catch {
    throw refuse("wire.json", "The request is not JSON");
  }
}

interface Answer {
  status: number;
  body: object;
  headers?: Record<string, string>;
}

function failure(error: unknown): Answer {
  const known = error instanceof ServiceError ? error : new ServiceError("InternalServerException", String(error));
  const { code, wireMessage, members, statusCode } = known;
  const type = `${errorNamespace}#${code}`;
  const headers: Record<string, string> = { "X-Amzn-Errortype": code };
  // What is left of a body that was too long would be read as the next request.
  if (code === "RequestEntityTooLargeException") headers.Connection = "close";
  return { status: statusCode, body: { __type: type, Message: wireMessage, ...members }, headers };
}

function send(response: ServerResponse, { status, body, headers = {} }: Answer, nowMs: number, fault?: Fault): void {
  const requestId = randomUUID();
  const isInternal = status >= 500;
  const json = JSON.stringify(isInternal ? { ...body, RequestId: requestId } : body);
  const text = fault?.kind === "malformed" ? `<html>${json}` : json;
  response.writeHead(status, {
    "Content-Type": contentType,
    "Content-Length": Buffer.byteLength(text),
    // Clients compare it with the times in the answers, so it is of the same clock.
    Date: new Date(nowMs).toUTCString(),
    "x-amzn-RequestId": requestId,
    ...headers,
  });
  if (fault?.kind !== "truncated") response.end(text);
  else response.write(text.slice(0, Math.floor(text.length / 2)), () => response.socket?.resetAndDestroy());
}
