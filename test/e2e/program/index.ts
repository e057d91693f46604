/** The program of the end-to-end tests: what it declares stands in declared.json, which the tests write. */
import { readFileSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";
import * as sms from "pulumi-sms-registrations";

const declared = JSON.parse(readFileSync("declared.json", "utf8"));

const registration = declared.registration && new sms.Registration("registration", declared.registration);

if (declared.version) {
  const { secretFields = {}, fields, ...args } = declared.version;
  const secrets = Object.entries(secretFields).map(([path, value]) => [path, pulumi.secret(value)]);
  new sms.RegistrationVersion("version", {
    registrationId: registration?.id,
    ...args,
    fields: { ...fields, ...Object.fromEntries(secrets) },
  });
}

if (declared.get) {
  const found = sms.RegistrationVersion.get("found", declared.get);
  const owner = sms.Registration.get("owner", declared.get);
  exports.found = { status: found.status, fields: found.fields, type: owner.registrationType };
}

/** Resources in their order; `{ "$id": "name" }` stands for the id of an earlier one, `{ "$secret": value }` for a secret. */
const made = new Map<string, pulumi.CustomResource>();
const { Registration, RegistrationAssociation, RegistrationAttachment, RegistrationVersion } = sms;
const types = { Registration, RegistrationAssociation, RegistrationAttachment, RegistrationVersion };
for (const { type, name, args, dependsOn = [] } of declared.resources ?? []) {
  const opts = { dependsOn: dependsOn.map((other: string) => made.get(other)) };
  made.set(name, new types[type as "Registration"](name, resolved(args), opts));
}

// biome-ignore lint/suspicious/noExplicitAny: what a JavaScript program passes may be anything.
function resolved(value: any): any {
  if (Array.isArray(value)) return value.map(resolved);
  if (typeof value !== "object" || value === null) return value;
  if ("$id" in value) return made.get(value.$id)?.id;
  if ("$secret" in value) return pulumi.secret(value.$secret);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolved(inner)]));
}
