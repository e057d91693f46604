import { credentials, Server, ServerCredentials, type ServiceError } from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { type LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as pb from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { serve } from "../../provider/hosts/plugin/server";
import { fromStruct, toStruct } from "../../provider/hosts/plugin/struct";
import type { LIFECYCLES } from "../../provider/hosts/registry";
import { forgetLoaded } from "./loadAnew";
import type { Config, Process, Properties, Provider } from "./process";

type Call = <Answer>(method: keyof ResourceProviderClient & string, request: unknown) => Promise<Answer>;

/** A process of the plugin: everything goes over gRPC, as between it and an engine. */
export async function startPlugin({ region, own, hear }: Config): Promise<Process> {
  forgetLoaded();
  const server = require("../../provider/hosts/plugin/server") as { serve: typeof serve };
  const registry = require("../../provider/hosts/registry") as { LIFECYCLES: typeof LIFECYCLES };
  const listening = hear && (await listen(hear));
  const served = await server.serve(listening?.address);
  const client = new ResourceProviderClient(`127.0.0.1:${served.port}`, credentials.createInsecure());
  const call: Call = (method, request) =>
    new Promise((resolve, reject) => {
      type Method = (request: unknown, done: (error: ServiceError | null, answer: unknown) => void) => void;
      (client[method] as unknown as Method).call(client, request, (error, answer) =>
        error ? reject(asEngineReads(error)) : resolve(answer as never),
      );
    });
  await call("configure", new pb.ConfigureRequest().setArgs(toStruct({ region, ...own })).setAcceptsecrets(true));
  const types = Object.keys(registry.LIFECYCLES);
  const providers = Object.fromEntries(types.map((type) => [type, provider(type, call)]));
  const end = async () => {
    client.close();
    await served.close();
    listening?.end();
  };
  return { ...providers, end } as unknown as Process;
}

/**
 * The plugin learns who a resource is from its URN, where the dynamic host has an argument: `identity` becomes the name
 * in the URN, and does not reach the plugin.
 */
function provider(type: string, call: Call): Provider {
  const urnOf = ({ identity = "name" }: Properties) =>
    `urn:pulumi:test::project::sms-registrations:index:${type}::${identity}`;
  const own = ({ identity: _, ...properties }: Properties) => toStruct(properties);
  const withName = (properties: Properties, { identity }: Properties) =>
    identity === undefined ? properties : { ...properties, identity };
  return {
    async check(olds, news) {
      const request = new pb.CheckRequest().setUrn(urnOf(news)).setOlds(own(olds)).setNews(own(news));
      const answer = await call<pb.CheckResponse>("check", request);
      const failures = answer
        .getFailuresList()
        .map((one) => ({ property: one.getProperty(), reason: one.getReason() }));
      return { inputs: withName(fromStruct(answer.getInputs()), news), failures };
    },
    async diff(id, olds, news, oldInputs = {}) {
      const request = new pb.DiffRequest().setUrn(urnOf(news)).setId(id).setOlds(toStruct(olds));
      const answer = await call<pb.DiffResponse>("diff", request.setOldInputs(own(oldInputs)).setNews(own(news)));
      const changes = answer.getChanges() === pb.DiffResponse.DiffChanges.DIFF_SOME;
      return { changes, replaces: answer.getReplacesList() };
    },
    async create(inputs) {
      const request = new pb.CreateRequest().setUrn(urnOf(inputs)).setProperties(own(inputs));
      const answer = await call<pb.CreateResponse>("create", request);
      return { id: answer.getId(), outs: fromStruct(answer.getProperties()) };
    },
    async update(id, olds, news) {
      const request = new pb.UpdateRequest().setUrn(urnOf(news)).setId(id).setOlds(toStruct(olds));
      const answer = await call<pb.UpdateResponse>("update", request.setNews(own(news)));
      return { outs: fromStruct(answer.getProperties()) };
    },
    async read(id, props = {}, inputs = {}) {
      const request = new pb.ReadRequest().setUrn(urnOf(inputs)).setId(id).setProperties(toStruct(props));
      const answer = await call<pb.ReadResponse>("read", request.setInputs(own(inputs)));
      const found = withName(fromStruct(answer.getInputs()), inputs);
      return { id: answer.getId(), props: fromStruct(answer.getProperties()), inputs: found };
    },
    async delete(id, props) {
      await call("delete", new pb.DeleteRequest().setUrn(urnOf({})).setId(id).setProperties(toStruct(props)));
    },
  };
}

/** An error with details is a resource that came half-way: the engine keeps it. */
function asEngineReads(error: ServiceError): Error {
  const failure = new Error(error.details);
  const [rich] = error.metadata?.get("grpc-status-details-bin") ?? [];
  if (!(rich instanceof Buffer)) return failure;
  const [packed] = Status.deserializeBinary(rich).getDetailsList();
  const detail = packed && pb.ErrorResourceInitFailed.deserializeBinary(packed.getValue_asU8());
  if (detail === undefined) return failure;
  const properties = fromStruct(detail.getProperties());
  return Object.assign(failure, { id: detail.getId(), properties, reasons: detail.getReasonsList() });
}

/** An engine, as far as a provider speaks to it. */
async function listen(hear: (line: string) => void): Promise<{ address: string; end(): void }> {
  const engine = new Server();
  engine.addService(EngineService, {
    log: (call: { request: LogRequest }, done: (error: null, answer: Empty) => void) => {
      const isWarning = call.request.getSeverity() === LogSeverity.WARNING;
      hear(`${isWarning ? "warning: " : ""}${call.request.getMessage()}`);
      done(null, new Empty());
    },
  });
  const port = await new Promise<number>((resolve, reject) => {
    engine.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  return { address: `127.0.0.1:${port}`, end: () => engine.forceShutdown() };
}
