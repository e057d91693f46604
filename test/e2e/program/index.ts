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
