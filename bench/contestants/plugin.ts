/** Ours as a plugin, from a YAML program that is written for each size. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import type { Declared } from "../form";

/** JSON is YAML, too. */
export function writeYaml(folder: string, declared: Declared[]): void {
  const resources = declared.flatMap(({ name, registrationType, fields }) => [
    [name, { type: "sms-registrations:Registration", properties: { registrationType } }],
    [
      `${name}Version`,
      {
        type: "sms-registrations:RegistrationVersion",
        properties: { registrationId: `\${${name}.id}`, fields },
      },
    ],
  ]);
  const providers = [{ name: "sms-registrations", path: "node_modules/pulumi-sms-registrations/bin" }];
  const program = {
    name: "bench",
    runtime: "yaml",
    plugins: { providers },
    resources: Object.fromEntries(resources),
  };
  writeFileSync(path.join(folder, "Pulumi.yaml"), JSON.stringify(program));
}
