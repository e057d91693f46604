import { createHash } from "node:crypto";
import * as pulumi from "@pulumi/pulumi";

/**
 * The seed of a ClientToken: the URN tells stacks, projects and components apart; hashed, since it is only compared.
 *
 * A promise and not an output: an output would carry a dependency on the parent, which for a component means on all of
 * its children, and so on the resource itself.
 */
export function identityOf(type: string, name: string, opts?: pulumi.CustomResourceOptions): Promise<string> {
  const urn = pulumi.createUrn(name, `pulumi-nodejs:dynamic/sms-registrations:${type}`, opts?.parent);
  return new Promise((resolve) => {
    urn.apply((text) => resolve(createHash("sha256").update(text).digest("hex").slice(0, 32)));
  });
}
