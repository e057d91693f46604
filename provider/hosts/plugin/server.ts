import { type handleUnaryCall, Server, ServerCredentials, type ServiceError, status } from "@grpc/grpc-js";
import { grpcFailure } from "./failure";
import { hiding } from "./hidden";
import { service } from "./lostKey";
import { type Methods, methods } from "./methods";

/** As large as the engine's own messages may be. */
const MAX_MESSAGE_BYTES = 400 * 1024 * 1024;

export interface Served {
  port: number;
  /** Ends what waits, and lets what is at work come to its end. */
  close(): Promise<void>;
}

/** Serves the plugin protocol on loopback. What has no method answers UNIMPLEMENTED. */
export async function serve(engineAddress = ""): Promise<Served> {
  const { log, ...served } = methods();
  log.attach(engineAddress);
  const server = new Server({
    "grpc.max_receive_message_length": MAX_MESSAGE_BYTES,
    "grpc.max_send_message_length": -1,
  });
  server.addService(
    service,
    Object.fromEntries(Object.entries(served).map(([name, method]) => [name, unary(method as Method)])),
  );
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  return {
    port,
    close: async () => {
      await served.cancel();
      log.detach();
      await new Promise<void>((resolve) => server.tryShutdown(() => resolve()));
    },
  };
}

type Method = (request: unknown) => Promise<unknown>;

export type { Methods };

function unary(method: Method): handleUnaryCall<unknown, unknown> {
  return (call, callback) => {
    method(call.request).then(
      (answer) => callback(null, answer),
      (error) => callback({ code: status.UNKNOWN, ...grpcFailure(error, hiding(call.request)) } as ServiceError),
    );
  };
}
