import type * as pulumi from "@pulumi/pulumi";

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
