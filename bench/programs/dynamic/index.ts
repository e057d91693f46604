/** Ours, as TypeScript programs use it. */
import { readFileSync } from "node:fs";
import * as sms from "pulumi-sms-registrations";

for (const { name, registrationType, fields } of JSON.parse(readFileSync("declared.json", "utf8"))) {
  const registration = new sms.Registration(name, { registrationType });
  new sms.RegistrationVersion(name, { registrationId: registration.id, fields });
}
