import * as pulumi from "@pulumi/pulumi";
import { CustomerBrand } from "./customerBrand";
import customers from "./customers.json";

// The customers' data stands in a file, which a nightly export may write; their tax ids are secrets of the stack:
//   pulumi config set --secret --path taxIds.coffee 123456789
const taxIds = new pulumi.Config().requireSecretObject<Record<string, string>>("taxIds");

// A verdict on one customer stops nobody else: `up` waits for none. `pulumi up --refresh` brings all that are there.
const brands = customers.map((customer) => {
  const taxId = taxIds.apply((ids) => ids[customer.id] ?? "");
  return { customer, brand: new CustomerBrand(customer, taxId) };
});

export const registrations = Object.fromEntries(
  brands.map(({ customer, brand }) => [
    customer.id,
    { registrationId: brand.registrationId, status: brand.status, denial: brand.denial },
  ]),
);
