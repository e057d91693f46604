import type { status } from "@grpc/grpc-js";

/** A request that no engine of ours would send. */
export class RequestError extends Error {
  override readonly name = "RequestError";

  constructor(
    readonly code: status.INVALID_ARGUMENT | status.NOT_FOUND | status.UNIMPLEMENTED,
    message: string,
  ) {
    super(message);
  }
}
