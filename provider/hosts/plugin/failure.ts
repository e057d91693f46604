import { Metadata, type ServiceError, status } from "@grpc/grpc-js";
import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { Any } from "google-protobuf/google/protobuf/any_pb";
import type { UnfinishedError } from "../../errors";
import { ConfigurationError } from "../settings";
import { type Properties, toStruct } from "./struct";

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

/** A create or update that ended half-way, with what the engine shall keep of the resource. */
export class KeptError extends Error {
  override readonly name = "KeptError";

  constructor(
    readonly unfinished: UnfinishedError,
    readonly properties: Properties,
    readonly inputs: Properties,
  ) {
    super(unfinished.message, { cause: unfinished });
  }
}

/** An error as gRPC sends it. */
export function grpcFailure(error: unknown): Partial<ServiceError> {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof RequestError) return { code: error.code, message };
  if (error instanceof ConfigurationError) return { code: status.INVALID_ARGUMENT, message };
  if (!(error instanceof KeptError)) return { code: status.UNKNOWN, message };
  const detail = new ErrorResourceInitFailed();
  detail.setId(error.unfinished.id);
  detail.setProperties(toStruct(error.properties));
  detail.setInputs(toStruct(error.inputs));
  detail.setReasonsList([message]);
  const packed = new Any();
  packed.pack(detail.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
  const rich = new Status();
  rich.setCode(status.UNKNOWN);
  rich.setMessage(message);
  rich.addDetails(packed);
  const metadata = new Metadata();
  // Where gRPC carries structured errors.
  metadata.add("grpc-status-details-bin", Buffer.from(rich.serializeBinary()));
  return { code: status.UNKNOWN, message, metadata };
}
