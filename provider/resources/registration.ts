import type * as pulumi from "@pulumi/pulumi";
import { identityOf } from "./identity";
import { SmsResource } from "./resource";

import provider = require("../hosts/dynamic/registration");

/** The arguments of a {@link Registration}. */
export interface RegistrationArgs {
  /**
   * What is registered, such as `US_TEN_DLC_BRAND_REGISTRATION`. 1-64 characters of `A-Z a-z 0-9 _`;
   * DescribeRegistrationTypeDefinitions lists the types of a region. Changing it replaces the registration.
   */
  registrationType: pulumi.Input<string>;
  /** Up to 200 tags. Changing them updates in place: TagResource, UntagResource. @default no tags */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /**
   * The id of an existing registration to take under management. Nothing is created, and nothing changed but declared
   * tags; its type must be the declared one. Destroying it deletes it like any other: `retainOnDelete` prevents that.
   * Changing it to another id replaces the registration; removing it changes nothing.
   *
   * @default none: CreateRegistration
   */
  adopt?: pulumi.Input<string>;
  /**
   * What makes this registration the same one when the answer to its creation was lost: the seed of CreateRegistration's
   * ClientToken. Set it where two stacks of the same name, kept in two places, share an AWS account.
   * It only matters while the registration is created; changing it does nothing.
   *
   * @default the resource's URN
   */
  identity?: pulumi.Input<string>;
  /**
   * The AWS region. Registrations belong to a region, and stay in the one they were made in.
   * Changing it replaces the registration.
   *
   * @default `aws:region` of the stack, then the AWS SDK's own chain
   */
  region?: pulumi.Input<string>;
}

/** What {@link Registration.get} looks a registration up by. */
export interface RegistrationState {
  /** The AWS region to look in. @default as for {@link RegistrationArgs.region} */
  region?: pulumi.Input<string>;
}

/**
 * A registration with the carriers: a form and its versions.
 *
 * Creating it calls CreateRegistration, which opens version 1 as a draft; the content is declared by a
 * {@link RegistrationVersion}. Deleting it calls DeleteRegistration.
 *
 * @example
 * ```typescript
 * const brand = new sms.Registration("brand", { registrationType: "US_TEN_DLC_BRAND_REGISTRATION" });
 * ```
 */
export class Registration extends SmsResource {
  /** What is registered, such as `US_TEN_DLC_BRAND_REGISTRATION`. */
  declare readonly registrationType: pulumi.Output<string>;
  /** The tags that are declared. */
  declare readonly tags: pulumi.Output<Record<string, string> | undefined>;
  /** The region it is in. */
  declare readonly region: pulumi.Output<string>;
  /** The ARN: what IAM policies and tags refer to. */
  declare readonly registrationArn: pulumi.Output<string>;
  /**
   * CREATED, SUBMITTED, AWS_REVIEWING, REVIEWING, REQUIRES_AUTHENTICATION, PROVISIONING, COMPLETE, REQUIRES_UPDATES,
   * CLOSED or DELETED, as DescribeRegistrations said when it was last read. Only COMPLETE means usable.
   */
  declare readonly registrationStatus: pulumi.Output<string>;
  /** The number of the newest version, from 1 on. */
  declare readonly currentVersionNumber: pulumi.Output<number>;
  /** The number of the version that is approved now; absent while none is. */
  declare readonly approvedVersionNumber: pulumi.Output<number | undefined>;
  /** The number of the last version that was denied; absent while none was. */
  declare readonly latestDeniedVersionNumber: pulumi.Output<number | undefined>;
  /** When it was created, ISO 8601. */
  declare readonly createdTimestamp: pulumi.Output<string>;

  /**
   * Declares a registration.
   *
   * @param name - The resource's name in the program; the service does not see it.
   * @param args - What is declared.
   * @param opts - Pulumi's own options, such as `protect` and `dependsOn`.
   */
  constructor(name: string, args: RegistrationArgs, opts?: pulumi.CustomResourceOptions) {
    const identity = args.identity ?? identityOf("Registration", name, opts);
    super("Registration", provider, name, { ...OUTPUTS, ...args, identity }, opts);
  }

  /** Reads a registration that is managed elsewhere, by its id. */
  static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    state: RegistrationState = {},
    opts?: pulumi.CustomResourceOptions,
  ): Registration {
    return new Registration(name, state as RegistrationArgs, { ...opts, id });
  }
}

/** A dynamic resource has the outputs that are named when it is made. */
const OUTPUTS = {
  registrationType: undefined,
  tags: undefined,
  region: undefined,
  registrationArn: undefined,
  registrationStatus: undefined,
  currentVersionNumber: undefined,
  approvedVersionNumber: undefined,
  latestDeniedVersionNumber: undefined,
  createdTimestamp: undefined,
};
