import * as pulumi from "@pulumi/pulumi";
import { ask, type LookupName, type LookupResult } from "../hosts/dynamic/lookups";
import type { OutputArgs } from "./lookupOptions";

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
