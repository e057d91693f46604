/** The same program for both hosts: TypeScript with dynamic resources, and YAML with the plugin. */
import { symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { SimulatorOptions } from "../../simulator";
import { Stack } from "./stack";

/** In `args`, `{ "$id": "name" }` stands for the id of an earlier resource, `{ "$secret": value }` for a secret. */
export interface DeclaredResource {
  type: "Registration" | "RegistrationVersion" | "RegistrationAttachment" | "RegistrationAssociation";
  name: string;
  args: object;
  dependsOn?: string[];
}

export interface Host {
  name: "dynamic" | "plugin";
  title: string;
  /** A new stack; `account` is for its simulator. */
  create(account?: SimulatorOptions): Promise<Stack>;
  declare(stack: Stack, resources: readonly DeclaredResource[]): void;
  urn(resource: DeclaredResource): string;
}

export const HOSTS: readonly Host[] = [
  {
    name: "dynamic",
    title: "dynamic resources",
    create: (account) => Stack.create(undefined, account),
    declare: (stack, resources) => stack.declare({ resources }),
    urn: ({ type, name }) => `urn:pulumi:test::form::pulumi-nodejs:dynamic/sms-registrations:${type}::${name}`,
  },
  {
    name: "plugin",
    title: "the plugin",
    async create(account) {
      const stack = await Stack.create("yaml-toll-free", account);
      symlinkSync(path.join(stack.file(".."), "node_modules"), stack.file("node_modules"));
      await stack.configure({ plain: { "sms-registrations:region": "us-east-1" } });
      return stack;
    },
    declare: (stack, resources) => writeFileSync(stack.file("Pulumi.yaml"), JSON.stringify(yamlProgram(resources))),
    urn: ({ type, name }) => `urn:pulumi:test::yaml-toll-free::sms-registrations:index:${type}::${name}`,
  },
];

/** JSON is YAML. */
function yamlProgram(resources: readonly DeclaredResource[]): object {
  const entries = resources.map(({ type, name, args, dependsOn = [] }) => {
    const options = { dependsOn: dependsOn.map((other) => `\${${other}}`) };
    return [name, { type: `sms-registrations:${type}`, properties: inYaml(args), options }];
  });
  return {
    name: "yaml-toll-free",
    runtime: "yaml",
    plugins: { providers: [{ name: "sms-registrations", path: "node_modules/pulumi-sms-registrations/bin" }] },
    resources: Object.fromEntries(entries),
  };
}

function inYaml(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inYaml);
  if (typeof value !== "object" || value === null) return value;
  if ("$id" in value) return `\${${value.$id}.id}`;
  if ("$secret" in value) return { "fn::secret": value.$secret };
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inYaml(inner)]));
}
