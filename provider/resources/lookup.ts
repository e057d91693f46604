import * as pulumi from "@pulumi/pulumi";
import { ask, type LookupName, type LookupResult } from "../hosts/dynamic/lookups";

export { ServiceError } from "../hosts/dynamic/lookups";

/** Where a look-up asks. */
export interface LookupOptions {
  /** The AWS region. @default `aws:region` of the stack's configuration, then the AWS SDK's own chain */
  region?: string;
  /** A profile of the AWS configuration files. @default `aws:profile` of the stack's configuration, then the AWS SDK's own chain */
  profile?: string;
}

/** The arguments of a look-up, any of which may be the output of a resource. */
export type OutputArgs<Args> = {
  [Name in keyof Args]: NonNullable<Args[Name]> extends (infer Element)[]
    ? pulumi.Input<pulumi.Input<Element>[] | undefined>
    : pulumi.Input<Args[Name]>;
};

/** Asks the service, in the place that the arguments say. */
export function lookUpNow<Name extends LookupName>(name: Name, args: object): Promise<LookupResult<Name>> {
  // `pulumi.Config` would warn of secret ones, which stay in here.
  return ask(name, args, (key) => pulumi.runtime.getConfig(key));
}

/** A look-up once its arguments are known; in a preview some are not, and neither is what they would find. */
export function lookUp<Args, Result>(
  look: (args: Args) => Promise<Result>,
  args: OutputArgs<Args>,
): pulumi.Output<Result> {
  return pulumi.output(args).apply((found) => look(found as Args)) as pulumi.Output<Result>;
}
