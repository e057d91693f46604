import { credentials } from "@grpc/grpc-js";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";

export type Severity = "status" | "info" | "warning";

/** Where messages to the user go: the engine, on the line of the resource that they are about. */
export class EngineLog {
  private client: EngineClient | undefined;

  attach(address: string): void {
    if (address === "") return;
    this.detach();
    this.client = new EngineClient(address, credentials.createInsecure());
  }

  detach(): void {
    this.client?.close();
    this.client = undefined;
  }

  /** `status` messages are shown while the resource is at work, and gone afterwards. */
  say(severity: Severity, message: string, urn = ""): void {
    const request = new LogRequest();
    request.setSeverity(severity === "warning" ? LogSeverity.WARNING : LogSeverity.INFO);
    request.setMessage(message);
    request.setUrn(urn);
    request.setEphemeral(severity === "status");
    // What cannot be told must not end what it tells of.
    this.client?.log(request, () => undefined);
  }
}
