import { status } from "@grpc/grpc-js";
import { LIFECYCLES } from "../registry";
import { RequestError } from "./requestError";
import { type PluginResource, pluginResource } from "./resource";

const PACKAGE = "sms-registrations";

const RESOURCES: Record<keyof typeof LIFECYCLES, PluginResource> = {
  Registration: pluginResource("Registration", LIFECYCLES.Registration),
  RegistrationAssociation: pluginResource("RegistrationAssociation", LIFECYCLES.RegistrationAssociation),
  RegistrationAttachment: pluginResource("RegistrationAttachment", LIFECYCLES.RegistrationAttachment),
  RegistrationVersion: pluginResource("RegistrationVersion", LIFECYCLES.RegistrationVersion),
};

/** The token of a type: `sms-registrations:index:RegistrationVersion`. */
export function tokenOf(type: string): string {
  return `${PACKAGE}:index:${type}`;
}

/** The resource that a URN names: `urn:pulumi:<stack>::<project>::<parent types>$<type>::<name>`. */
export function resourceOf(urn: string): { token: string; resource: PluginResource } {
  const token = urn.split("::")[2]?.split("$").at(-1);
  if (!urn.startsWith("urn:pulumi:") || token === undefined) {
    throw new RequestError(status.INVALID_ARGUMENT, `urn: the URN of a resource is expected, not "${urn}"`);
  }
  const found = Object.entries(RESOURCES).find(([type]) => tokenOf(type) === token);
  if (found !== undefined) return { token, resource: found[1] };
  const known = Object.keys(RESOURCES).map(tokenOf).join(", ");
  throw new RequestError(status.NOT_FOUND, `urn: the type ${token} is not one of ${known}`);
}
