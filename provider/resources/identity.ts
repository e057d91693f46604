import { createHash } from "node:crypto";
import * as pulumi from "@pulumi/pulumi";

/** The seed of a ClientToken: the URN tells stacks, projects and components apart; hashed, since it is only compared. */
export function identityOf(type: string, name: string, opts?: pulumi.CustomResourceOptions): pulumi.Output<string> {
  const urn = pulumi.createUrn(name, `pulumi-nodejs:dynamic/sms-registrations:${type}`, opts?.parent);
  return urn.apply((text) => createHash("sha256").update(text).digest("hex").slice(0, 32));
}
