/** The plugin protocol: each method takes a request apart, lets the resource decide, and writes the answer. */

import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import * as pb from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { StackConfig } from "../settings";
import { configurationProblems, stackConfig, withSecrets } from "./configuration";
import { detailedDiff } from "./diff";
import { EngineLog } from "./engine";
import { hide, hiding } from "./hidden";
import { invoke } from "./invoke";
import { hasLostKey } from "./lostKey";
import type { Context } from "./resource";
import { outputNames, schema, VERSION } from "./schema";
import { fromStruct, type Properties, toStruct } from "./struct";
import { resourceOf } from "./types";
import { isSecretMark, UNKNOWN_TEXT, unmarked } from "./values";

const { DIFF_NONE, DIFF_SOME } = pb.DiffResponse.DiffChanges;

/** What does not change when a resource is updated in place, whatever else does. */
const STABLE: ReadonlySet<string> = new Set([
  "createdTimestamp",
  "region",
  "registrationArn",
  "registrationAttachmentArn",
  "resourceArn",
  "resourceType",
]);

export type Methods = ReturnType<typeof methods>;

/** One process serves one provider of one run. */
export function methods(log = new EngineLog()) {
  let config: StackConfig = () => undefined;
  const cancel = new AbortController();
  const contextOf = (request: { getUrn(): string; getTimeout?(): number }): Context => {
    const hide = hiding(request);
    return {
      urn: request.getUrn(),
      config,
      cancelled: cancel.signal,
      timeoutSeconds: request.getTimeout?.() ?? 0,
      say: (severity, message) => log.say(severity, hide(message), request.getUrn()),
    };
  };

  return {
    log,

    async handshake(request: pb.ProviderHandshakeRequest) {
      log.attach(request.getEngineAddress());
      return new pb.ProviderHandshakeResponse().setAcceptSecrets(true).setAcceptResources(true).setAcceptOutputs(true);
    },

    async attach(request: { getAddress(): string }) {
      log.attach(request.getAddress());
      return new Empty();
    },

    async getPluginInfo() {
      const info = new PluginInfo();
      info.setVersion(VERSION);
      return info;
    },

    async getSchema() {
      return new pb.GetSchemaResponse().setSchema(JSON.stringify({ ...schema(), version: VERSION }));
    },

    async checkConfig(request: pb.CheckRequest) {
      const news = fromStruct(request.getNews());
      const failures = configurationProblems(news).map(({ property, reason }) => failure(property, reason, news));
      return new pb.CheckResponse().setInputs(toStruct(withSecrets(news))).setFailuresList(failures);
    },

    /** A resource stays in its region and account, so another configuration replaces nothing. */
    async diffConfig(request: pb.DiffRequest) {
      const diff = detailedDiff(
        fromStruct(request.getOldInputs() ?? request.getOlds()),
        fromStruct(request.getNews()),
        [],
      );
      return diffResponse(diff.size > 0, [], diff);
    },

    async configure(request: pb.ConfigureRequest) {
      const variables = request
        .getVariablesMap()
        .toArray()
        .map(([name, value]) => [name.slice(name.lastIndexOf(":") + 1), value]);
      config = stackConfig({ ...Object.fromEntries(variables), ...fromStruct(request.getArgs()) });
      // The same as the handshake's, for engines that shake no hands.
      const answer = new pb.ConfigureResponse().setAcceptsecrets(true).setAcceptresources(true).setAcceptoutputs(true);
      return answer.setSupportspreview(true);
    },

    async check(request: pb.CheckRequest) {
      const news = fromStruct(request.getNews());
      const { resource } = resourceOf(request.getUrn());
      const { inputs, failures } = await resource.check(fromStruct(request.getOlds()), news, contextOf(request));
      if (hasLostKey(request)) {
        failures.push({ reason: 'a key is "__proto__": no form has such a field, and no tag should; leave it out' });
      }
      const answers = failures.map(({ reason }) => failure(toldProperty(reason, news), reason, news));
      return new pb.CheckResponse().setInputs(toStruct(inputs)).setFailuresList(answers);
    },

    async diff(request: pb.DiffRequest) {
      const { resource } = resourceOf(request.getUrn());
      const state = fromStruct(request.getOlds());
      const inputs = fromStruct(request.getOldInputs());
      const news = fromStruct(request.getNews());
      const old = { inputs, state };
      const { isChanged, replaces } = await resource.diff(request.getId(), old, news, contextOf(request));
      const before = Object.keys(inputs).length > 0 ? inputs : state;
      const known = Object.keys(news).filter((name) => !Object.hasOwn(before, name) && Object.hasOwn(state, name));
      const shown = { ...unmarked(before), ...Object.fromEntries(known.map((name) => [name, unmarked(state)[name]])) };
      return diffResponse(isChanged, replaces, detailedDiff(shown, unmarked(news), replaces));
    },

    async create(request: pb.CreateRequest) {
      const { token, resource } = resourceOf(request.getUrn());
      const inputs = fromStruct(request.getProperties());
      if (request.getPreview()) {
        const unknown = Object.fromEntries(outputNames(token).map((name) => [name, UNKNOWN_TEXT]));
        return new pb.CreateResponse().setProperties(toStruct({ ...unknown, ...inputs }));
      }
      const { id, state } = await resource.create(inputs, contextOf(request));
      return new pb.CreateResponse().setId(id).setProperties(toStruct(state));
    },

    async update(request: pb.UpdateRequest) {
      const { token, resource } = resourceOf(request.getUrn());
      const state = fromStruct(request.getOlds());
      const inputs = fromStruct(request.getNews());
      if (request.getPreview()) {
        const unknown = outputNames(token).map((name) => [name, STABLE.has(name) ? state[name] : UNKNOWN_TEXT]);
        return new pb.UpdateResponse().setProperties(toStruct({ ...Object.fromEntries(unknown), ...inputs }));
      }
      const context = contextOf(request);
      const updated = await resource.update(request.getId(), state, inputs, context);
      return new pb.UpdateResponse().setProperties(toStruct(updated.state));
    },

    async read(request: pb.ReadRequest) {
      const { resource } = resourceOf(request.getUrn());
      const old = { inputs: fromStruct(request.getInputs()), state: fromStruct(request.getProperties()) };
      const found = await resource.read(request.getId(), old, contextOf(request));
      // The engine takes an empty id for "no longer there".
      if (found === undefined) return new pb.ReadResponse();
      const answer = new pb.ReadResponse().setId(request.getId());
      return answer.setProperties(toStruct(found.state)).setInputs(toStruct(found.inputs));
    },

    async delete(request: pb.DeleteRequest) {
      const { resource } = resourceOf(request.getUrn());
      const context = contextOf(request);
      await resource.delete(request.getId(), fromStruct(request.getProperties()), context);
      return new Empty();
    },

    async invoke(request: pb.InvokeRequest) {
      const args = fromStruct(request.getArgs());
      const { result, failures } = await invoke(request.getTok(), args, config);
      const answers = failures.map(({ path, reason }) => failure(path, reason, args));
      return new pb.InvokeResponse().setReturn(toStruct(result)).setFailuresList(answers);
    },

    /** There is no other provider whose programs or state could be converted; without this, each conversion would ask. */
    async getMapping() {
      return new pb.GetMappingResponse();
    },

    async getMappings() {
      return new pb.GetMappingsResponse();
    },

    async cancel() {
      cancel.abort();
      return new Empty();
    },
  };
}

function failure(property: string, reason: string, given: Properties): pb.CheckFailure {
  return new pb.CheckFailure().setProperty(property).setReason(hide(reason, given));
}

function diffResponse(isChanged: boolean, replaces: string[], diff: Map<string, pb.PropertyDiff>): pb.DiffResponse {
  const answer = new pb.DiffResponse().setChanges(isChanged ? DIFF_SOME : DIFF_NONE);
  if (!isChanged) return answer;
  answer.setReplacesList(replaces);
  answer.setDiffsList([...new Set([...diff.keys()].map((path) => path.replace(/[.[].*/, "")))]);
  for (const [path, change] of diff) answer.getDetaileddiffMap().set(path, change);
  return answer.setHasdetaileddiff(diff.size > 0);
}

/**
 * The property of a failure. The engine prints its value, so that is told of single values only, which are no secrets;
 * every reason begins with the whole path anyway.
 */
function toldProperty(reason: string, news: Record<string, unknown>): string {
  const property = /^(\w+): /.exec(reason)?.[1] ?? "";
  const value = Object.hasOwn(news, property) ? news[property] : undefined;
  return (typeof value === "object" && value !== null) || isSecretMark(value) ? "" : property;
}
