import { Metadata, type ServiceError, status } from "@grpc/grpc-js";
import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { Any } from "google-protobuf/google/protobuf/any_pb";
import type { UnfinishedError } from "../../errors";
import { ConfigurationError } from "../settings";
import { RequestError } from "./requestError";
import { type Properties, toStruct } from "./struct";

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

/** What Node.js itself stumbles over is nothing that a check lets pass. */
const UNEXPECTED = "If the state was edited by hand, run `pulumi refresh`; if not, this is a defect of the provider.";

/** An error as gRPC sends it; `hidden` takes out of its words what nobody may read. */
export function grpcFailure(error: unknown, hidden: (text: string) => string): Partial<ServiceError> {
  const message = hidden(error instanceof Error ? error.message : String(error));
  if (error instanceof RequestError) return { code: error.code, message };
  if (error instanceof ConfigurationError) return { code: status.INVALID_ARGUMENT, message };
  if (error instanceof TypeError || error instanceof RangeError) {
    return { code: status.INTERNAL, message: `The request was not understood: ${message}. ${UNEXPECTED}` };
  }
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
