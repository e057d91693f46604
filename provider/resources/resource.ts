import * as pulumi from "@pulumi/pulumi";

/**
 * What the resources of this package have in common: they are made fast.
 *
 * Pulumi formats a stack trace for each of the five promises of each output, to tell where a promise came from that never
 * ends, and in a TypeScript program each goes through source maps, at 100 frames. Most of an unchanged preview of many
 * registrations went there: 18 ms each, and 1 ms without. What fails is told by the resource's name.
 */
export abstract class SmsResource extends pulumi.dynamic.Resource {
  constructor(
    type: string,
    provider: pulumi.dynamic.ResourceProvider,
    name: string,
    props: pulumi.Inputs,
    opts?: pulumi.CustomResourceOptions,
  ) {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    try {
      super(provider, name, props, opts, "sms-registrations", type);
    } catch (error) {
      Error.stackTraceLimit = stackTraceLimit;
      // What a program did wrong leads to its line.
      if (error instanceof Error) Error.captureStackTrace(error, SmsResource);
      throw error;
    } finally {
      Error.stackTraceLimit = stackTraceLimit;
    }
  }
}
