import * as pulumi from "@pulumi/pulumi";
import * as sms from "pulumi-sms-registrations";
import type { Customer } from "./customer";

const TYPE = "US_TEN_DLC_BRAND_REGISTRATION";

/** The Pulumi program of one stack: the brands of its customers. Gives its outputs. */
export async function program(customers: readonly Customer[]): Promise<Record<string, unknown>> {
  // Who is missing in tonight's export has not left for that: a registration goes after `pulumi state unprotect` only.
  const opts = { protect: true };
  const registrations = customers.map(({ id, fields, secretFields }) => {
    // Whoever hears of a registration, of a status change for instance, learns from its tags where it belongs.
    const tags = { customer: id, stack: pulumi.getStack() };
    const brand = new sms.Registration(id, { registrationType: TYPE, tags }, opts);
    const secrets = Object.entries(secretFields).map(([path, value]) => [path, pulumi.secret(value)]);
    const version = new sms.RegistrationVersion(
      id,
      {
        registrationId: brand.id,
        registrationType: TYPE,
        fields: { ...fields, ...Object.fromEntries(secrets) },
      },
      opts,
    );
    const { status, deniedReasons, fieldFeedback } = version;
    return [id, { registrationId: brand.id, status, deniedReasons, fieldFeedback }];
  });
  return { registrations: Object.fromEntries(registrations) };
}
