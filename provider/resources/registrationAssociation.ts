import type * as pulumi from "@pulumi/pulumi";
import { SmsResource } from "./resource";

import provider = require("../hosts/dynamic/registrationAssociation");

/** The arguments of a {@link RegistrationAssociation}. */
export interface RegistrationAssociationArgs {
  /** The registration's id. Changing it replaces the association. */
  registrationId: pulumi.Input<string>;
  /** The id or ARN of a phone number, a sender id or another registration. Changing it replaces the association. */
  resourceId: pulumi.Input<string>;
  /**
   * Whether to wait until the registration that has to be COMPLETE is so: the other one where a campaign is associated
   * with its brand, the own one where a 10DLC campaign takes a number. A denial ends the wait at once. Changing it does
   * nothing once it is associated. DescribeRegistrations, at growing intervals.
   *
   * @default false
   */
  waitForComplete?: pulumi.Input<boolean>;
  /**
   * How long to wait at the most: `90s`, `30m`, `1h30m`, `2d`. The next `up` goes on waiting. Changing it does nothing
   * once it is associated.
   *
   * @default "30m"
   */
  waitTimeout?: pulumi.Input<string>;
  /**
   * The AWS region. Changing it replaces the association.
   *
   * @default `aws:region` of the stack, then the AWS SDK's own chain
   */
  region?: pulumi.Input<string>;
}

/**
 * A number, a sender id or another registration that belongs to a registration.
 *
 * Creating it calls CreateRegistrationAssociation, unless it is there already. AWS has no operation to take an
 * association back: deleting the resource leaves it, and says so. For what has to be associated before the form is
 * submitted, `associations` of a {@link RegistrationVersion} is shorter.
 *
 * @example
 * ```typescript
 * new sms.RegistrationAssociation("number", { registrationId: campaign.id, resourceId: phoneNumberId });
 * ```
 */
export class RegistrationAssociation extends SmsResource {
  /** The registration's id. */
  declare readonly registrationId: pulumi.Output<string>;
  /** What is associated with it, as declared: id or ARN. */
  declare readonly resourceId: pulumi.Output<string>;
  /** The region it is in. */
  declare readonly region: pulumi.Output<string>;
  /** The ARN of what is associated. */
  declare readonly resourceArn: pulumi.Output<string>;
  /** What it is: `phone-number`, `sender-id`, `registration`. The service may add more. */
  declare readonly resourceType: pulumi.Output<string>;
  /** The country of a number or sender id: two letters, ISO 3166-1. */
  declare readonly isoCountryCode: pulumi.Output<string | undefined>;
  /** The number itself, as +12065550100; absent for what is no number. */
  declare readonly phoneNumber: pulumi.Output<string | undefined>;

  /**
   * Declares an association.
   *
   * @param name - The resource's name in the program; the service does not see it.
   * @param args - What is declared.
   * @param opts - Pulumi's own options, such as `protect` and `dependsOn`.
   */
  constructor(name: string, args: RegistrationAssociationArgs, opts?: pulumi.CustomResourceOptions) {
    super("RegistrationAssociation", provider, name, { ...OUTPUTS, ...args }, opts);
  }
}

/** A dynamic resource has the outputs that are named when it is made. */
const OUTPUTS = {
  region: undefined,
  resourceArn: undefined,
  resourceType: undefined,
  isoCountryCode: undefined,
  phoneNumber: undefined,
};
