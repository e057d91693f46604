import { credentials, type ServiceError } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as pb from "@pulumi/pulumi/proto/provider_pb";
import { type Served, serve } from "../../../provider/hosts/plugin/server";
import { toStruct } from "../../../provider/hosts/plugin/struct";

export const SIGNATURE = "4dabf18193072939515e22adb298388d";
export const SECRET = { [SIGNATURE]: "1b47061264138c4ac30d75fd1eb44270" };

export const urn = (type: string) => `urn:pulumi:test::project::sms-registrations:index:${type}::name`;

type Send = (request: unknown, done: (error: ServiceError | null, answer: unknown) => void) => void;

/** A plugin that runs, and what an engine sends to it. */
export class Engine {
  private constructor(
    private readonly served: Served,
    private readonly client: ResourceProviderClient,
  ) {}

  static async start(configuration?: object): Promise<Engine> {
    const served = await serve();
    const engine = new Engine(
      served,
      new ResourceProviderClient(`127.0.0.1:${served.port}`, credentials.createInsecure(), {
        "grpc.max_receive_message_length": -1,
      }),
    );
    if (configuration) await engine.call("configure", new pb.ConfigureRequest().setArgs(toStruct(configuration)));
    return engine;
  }

  call<Answer>(method: keyof ResourceProviderClient & string, request: unknown): Promise<Answer> {
    return new Promise((resolve, reject) => {
      (this.client[method] as unknown as Send).call(this.client, request, (error, answer) =>
        error ? reject(error) : resolve(answer as Answer),
      );
    });
  }

  /** Sends a request as it is; an answer is not looked into. */
  raw(method: string, request: Buffer): Promise<Buffer> {
    const path = `/pulumirpc.ResourceProvider/${method.charAt(0).toUpperCase()}${method.slice(1)}`;
    const asIs = (bytes: Buffer) => bytes;
    return new Promise((resolve, reject) => {
      this.client.makeUnaryRequest(path, asIs, asIs, request, (error, answer = Buffer.alloc(0)) =>
        error ? reject(error) : resolve(answer),
      );
    });
  }

  async close(): Promise<void> {
    this.client.close();
    await this.served.close();
  }
}
