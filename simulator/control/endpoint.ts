import type { IncomingMessage, ServerResponse } from "node:http";
import { readBody } from "../http";
import type { Service } from "../service";
import type { World } from "../world";
import { commands } from "./commands";

type Command = (world: World, args: object, service: Service) => unknown;

/** Commands that only look: they leave the state file as it is. */
const looks = new Set(["calls", "clearCalls", "faults", "clearFaults", "firedFaults"]);

/** POST /_simulator/<command> with the arguments as JSON: `{ "result": ... }`, or status 400 and `{ "error": "..." }`. */
export function controlEndpoint(service: Service) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const body = await readBody(request);
      requireOwnClient(request);
      const name = request.url?.split("/")[2] ?? "";
      if (!Object.hasOwn(commands, name))
        throw new Error(`There is no command ${name}; there are: ${Object.keys(commands).join(", ")}`);
      const command = commands[name as keyof typeof commands] as Command;
      const args: object = body === "" ? {} : JSON.parse(body);
      const result = await service.store.use((world) => {
        const result = command(world, args, service);
        return { changed: !looks.has(name), result: () => result };
      });
      send(response, 200, { result });
    } catch (error) {
      send(response, 400, { error: error instanceof Error ? error.message : String(error) });
    }
  };
}

/** A web page in a browser can reach loopback too: it cannot send this content type unasked, nor hide its Origin. */
function requireOwnClient({ method, headers }: IncomingMessage): void {
  if (method !== "POST" || !headers["content-type"]?.startsWith("application/json")) {
    throw new Error("Commands are POST requests with content-type application/json");
  }
  if (headers.origin !== undefined) throw new Error("The control endpoint does not answer web pages");
}

function send(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(text) });
  response.end(text);
}
