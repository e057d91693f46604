/** A stack of dynamic resources, as its export has it, for the plugin. Pure: whatever is not named here stays as it is. */

/** What `pulumi stack export` writes, as far as it is read here. */
export interface Exported {
  version: number;
  deployment: { resources?: Resource[]; pending_operations?: unknown[] };
}

type Properties = Record<string, unknown>;

interface Resource extends Properties {
  urn: string;
  type: string;
  id?: string;
  provider?: string;
  inputs?: Properties;
  outputs?: Properties;
}

/** The export is none that can be moved. */
export class MigrateError extends Error {
  override readonly name = "MigrateError";
}

/** The types of deployment that engines write today. */
const VERSIONS: readonly unknown[] = [3, 4];
const DYNAMIC = /^pulumi-nodejs:dynamic\/sms-registrations:(\w+)$/;
const DYNAMIC_PROVIDER = "pulumi:providers:pulumi-nodejs";
const PLUGIN_PROVIDER = "pulumi:providers:sms-registrations";
/** How the engine marks a reference to a resource among properties; fixed by Pulumi's wire protocol. */
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const REFERENCE = "5cf8f73096256a8f31e491e813e4eb8e";

/**
 * The same resources, with the same ids, arguments, outputs and secrets, under the plugin.
 *
 * @param providerId - The id of the plugin's provider, where the stack has none yet.
 * @throws MigrateError when it is no export, or one in the middle of something.
 */
export function rewrite(exported: unknown, providerId: string): { exported: Exported; moved: number } {
  if (!isExported(exported)) {
    throw new MigrateError(
      "This is not what `pulumi stack export` writes: a deployment of version 3 or 4 is expected.",
    );
  }
  const { resources = [], pending_operations: pending } = exported.deployment;
  if (pending && pending.length > 0) {
    throw new MigrateError(
      `The stack has ${pending.length} pending operations: a run was interrupted, and what it made may not be in the state. ` +
        "Run `pulumi up` or `pulumi refresh` until there is none, and export it again.",
    );
  }
  const first = resources.findIndex(({ type }) => DYNAMIC.test(type));
  if (first < 0) return { exported, moved: 0 };
  const provider = providerOf(resources, providerId);
  const isNew = !resources.includes(provider);
  const before = resources.slice(0, first);
  const all = isNew ? [...before, provider, ...resources.slice(first)] : firstOf(provider, resources, first);
  const rewritten = all.map((resource) => moveResource(resource, `${provider.urn}::${provider.id}`));
  const deployment = { ...exported.deployment, resources: rewritten.filter(isUsed) };
  return {
    exported: { ...exported, deployment },
    moved: resources.filter(({ type }) => DYNAMIC.test(type)).length,
  };
}

function isExported(exported: unknown): exported is Exported {
  if (!isMap(exported) || !VERSIONS.includes(exported.version) || !isMap(exported.deployment)) return false;
  const { resources = [] } = exported.deployment;
  return Array.isArray(resources) && resources.every((one) => isMap(one) && isText(one.urn) && isText(one.type));
}

/** The default provider of the plugin: the stack's own, or a new one in the region of what is moved. */
function providerOf(resources: Resource[], id: string): Resource {
  const moved = resources.filter(({ type }) => DYNAMIC.test(type));
  const [stack, project] = moved[0]?.urn.split("::") ?? [];
  const urn = `${stack}::${project}::${PLUGIN_PROVIDER}::default`;
  const regions = new Set(moved.map(({ outputs }) => outputs?.region));
  const [region] = regions;
  const inputs = regions.size === 1 && isText(region) ? { region } : {};
  const own = resources.find((resource) => resource.urn === urn && resource.delete !== true);
  return own ?? { urn, custom: true, id, type: PLUGIN_PROVIDER, inputs, outputs: inputs };
}

/** A provider stands before the resources that it is the provider of. */
function firstOf(provider: Resource, resources: Resource[], first: number): Resource[] {
  if (resources.indexOf(provider) < first) return resources;
  const others = resources.filter((resource) => resource !== provider);
  return [...others.slice(0, first), provider, ...others.slice(first)];
}

function moveResource(resource: Resource, provider: string): Resource {
  const isMoved = DYNAMIC.test(resource.type);
  const moved = mapValues(resource, (value, key) => {
    switch (key) {
      case "type":
        return movedType(String(value));
      case "provider":
        return isMoved ? provider : moveUrns(value);
      case "inputs":
      case "outputs":
        return moveReferences(isMoved && isMap(value) ? withoutProvider(value) : value);
      case "urn":
      case "parent":
      case "deletedWith":
      case "viewOf":
      case "aliases":
      case "dependencies":
      case "replaceWith":
      case "propertyDependencies":
        return moveUrns(value);
      default:
        return value;
    }
  });
  return moved as Resource;
}

/** Dynamic resources carry their provider along. */
function withoutProvider({ __provider: _, ...properties }: Properties): Properties {
  return properties;
}

/** A URN, or whatever has URNs for its values. */
function moveUrns(value: unknown): unknown {
  if (isText(value)) return movedUrn(value);
  if (Array.isArray(value)) return value.map(moveUrns);
  return isMap(value) ? mapValues(value, moveUrns) : value;
}

/** References to resources among properties have a URN, too; what only looks like one is a value of the user's. */
function moveReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(moveReferences);
  if (!isMap(value)) return value;
  const isReference = Object.hasOwn(value, SIGNATURE) && value[SIGNATURE] === REFERENCE;
  return mapValues(value, (inner, key) => (isReference && key === "urn" ? moveUrns(inner) : moveReferences(inner)));
}

/** `urn:pulumi:<stack>::<project>::<parent types>$<type>::<name>`: the types, and nothing that a name happens to say. */
export function movedUrn(urn: string): string {
  const [stack, project, types, ...name] = urn.split("::");
  if (types === undefined || !urn.startsWith("urn:pulumi:")) return urn;
  return [stack, project, types.split("$").map(movedType).join("$"), ...name].join("::");
}

function movedType(type: string): string {
  return type.replace(DYNAMIC, "sms-registrations:index:$1");
}

/** The provider of dynamic resources goes with the last of them, as the engine would have it. */
function isUsed(resource: Resource, _: number, all: Resource[]): boolean {
  if (resource.type !== DYNAMIC_PROVIDER) return true;
  return all.some(({ provider }) => provider === `${resource.urn}::${resource.id}`);
}

function mapValues(map: Properties, change: (value: unknown, key: string) => unknown): Properties {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value, key)]));
}

function isMap(value: unknown): value is Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
