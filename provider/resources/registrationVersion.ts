import type * as pulumi from "@pulumi/pulumi";
import type { DeniedReason, FieldFeedback, StatusHistory } from "../lifecycle/observation";
import { SmsResource } from "./resource";
import { withSecrets } from "./secretFields";

import provider = require("../hosts/dynamic/registrationVersion");

/** The value of a field: text, the choices of a SELECT field (also when there is only one), or an attachment's id. */
export type FieldInput =
  | pulumi.Input<string>
  | pulumi.Input<pulumi.Input<string>[]>
  | pulumi.Input<{
      /** The id of a RegistrationAttachment. */
      attachmentId: pulumi.Input<string>;
    }>;

/** The value of a field, as outputs have it. */
export type FieldValue =
  | string
  | string[]
  | {
      /** The id of a RegistrationAttachment. */
      attachmentId: string;
    };

/** The arguments of a {@link RegistrationVersion}. */
export interface RegistrationVersionArgs {
  /** The registration's id. Changing it replaces the version. */
  registrationId: pulumi.Input<string>;
  /**
   * The form: field path → value. A value is a text, the list of choices of a SELECT field (also when there is only one),
   * or `{ attachmentId }`. DescribeRegistrationFieldDefinitions lists the fields of a type. What is left out has no value.
   * Give sensitive values as secrets. Texts are 1-2048 characters, choices up to 100 of 1-256 characters.
   * Changing it updates a draft in place (PutRegistrationFieldValue, DeleteRegistrationFieldValue), and opens a new
   * version after a verdict (CreateRegistrationVersion).
   */
  fields: pulumi.Input<Record<string, FieldInput | undefined>>;
  /**
   * Whether the version is sent to review: SubmitRegistrationVersion. `false` keeps it a draft.
   * Changing it to `true` submits the draft; changing it to `false` takes nothing back.
   *
   * @default true
   */
  submit?: pulumi.Input<boolean>;
  /**
   * Whether AWS looks at the form before the carriers do: AwsReview of SubmitRegistrationVersion.
   * Changing it does nothing until the next submission.
   *
   * @default false
   */
  awsReview?: pulumi.Input<boolean>;
  /**
   * What happens when the declared fields change while a version is under review, which can take months and cannot be
   * edited: `fail` leaves the review alone and says so; `wait` waits for the verdict, `waitTimeout` at the most, and then
   * goes on; `discard` gives it up (DiscardRegistrationVersion) and submits a new version. Changing it does nothing by itself.
   *
   * @default "fail"
   */
  whileInReview?: pulumi.Input<"fail" | "wait" | "discard">;
  /**
   * How far the review has to be before `up` ends. `submitted` never waits for a person; `reviewing` waits for the
   * carriers to have it, `approved` for their approval, until the registration is no longer PROVISIONING. A denial ends
   * the wait at once, with all reasons. Changing it to a later stage waits for that one; no call is made otherwise.
   * DescribeRegistrationVersions, at growing intervals.
   *
   * @default "submitted"
   */
  waitFor?: pulumi.Input<"submitted" | "reviewing" | "approved">;
  /**
   * How long to wait at the most: `90s`, `30m`, `1h30m`, `2d`. When the time is over, `up` fails, the resource stays in
   * the state, and the next `up` goes on waiting. Keep it below the time that your CI gives a job. Changing it does
   * nothing by itself.
   *
   * @default "30m"
   */
  waitTimeout?: pulumi.Input<string>;
  /**
   * What is associated with the registration before its form is submitted, by id or ARN: the brand registration of a
   * campaign, the number of a toll-free registration. CreateRegistrationAssociation; there is no way to take it back.
   * Up to 256 characters each. Changing it associates what is new.
   *
   * @default none
   */
  associations?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * The registration's type. With it, a preview checks the form before the registration exists; otherwise it is looked up.
   * Changing it does nothing to what was submitted.
   *
   * @default looked up: DescribeRegistrations
   */
  registrationType?: pulumi.Input<string>;
  /**
   * What a form that does not fit the live definitions of its type (DescribeRegistrationFieldDefinitions) means:
   * `error` stops before anything is written, `warn` says so and goes on, `off` does not look. Changing it does nothing by
   * itself.
   *
   * @default "error"
   */
  validation?: pulumi.Input<"error" | "warn" | "off">;
  /**
   * Advice on well-known causes of denial that is not wanted, by its names: companyNotNamed, optOutNotMentioned,
   * helpNotMentioned, freeEmailProvider, emailDomainDiffers, sameLinkTwice, linkNotHttps, linkShortener,
   * placeholderText, optInTooShort. Changing it does nothing at the service.
   *
   * @default none: all advice is given, as warnings
   */
  ignoreAdvice?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Any text. Changing it submits the same fields again, as a new version, after they were denied; for a denial that
   * was not about the form.
   *
   * @default none
   */
  resubmitTrigger?: pulumi.Input<string>;
  /**
   * The AWS region of the registration. Changing it replaces the version.
   *
   * @default `aws:region` of the stack, then the AWS SDK's own chain
   */
  region?: pulumi.Input<string>;
}

/** What {@link RegistrationVersion.get} looks a version up by. */
export interface RegistrationVersionState {
  /** The AWS region to look in. @default as for {@link RegistrationVersionArgs.region} */
  region?: pulumi.Input<string>;
}

/**
 * The current version of a registration: what its form says, and how far the review of it is.
 *
 * Creating and updating it look at the newest version, open a new one where that is needed, write the field values that
 * differ and submit it. Deleting it discards a version that has no verdict yet. `pulumi refresh` brings status, history
 * and the reviewers' words into the outputs, and shows field values that were changed elsewhere.
 *
 * Its id is the registration's id.
 *
 * @example
 * ```typescript
 * const version = new sms.RegistrationVersion("brand", {
 *   registrationId: brand.id,
 *   fields: {
 *     "companyInfo.companyName": "Example Coffee Roasters LLC",
 *     "companyInfo.legalType": ["PRIVATE_PROFIT"],
 *     "companyInfo.taxId": config.requireSecret("taxId"),
 *   },
 * });
 * export const status = version.status;
 * ```
 */
export class RegistrationVersion extends SmsResource {
  /** The registration's id. */
  declare readonly registrationId: pulumi.Output<string>;
  /**
   * The form: what is declared, and after a refresh what the service holds. A text, the choices of a SELECT field, or
   * `{ attachmentId }`. Known identifying fields, such as a tax number, are secret.
   */
  declare readonly fields: pulumi.Output<Record<string, FieldValue>>;
  /** The region it is in. */
  declare readonly region: pulumi.Output<string>;
  /** The ARN of the registration. */
  declare readonly registrationArn: pulumi.Output<string>;
  /** The number of this version, from 1 on. It grows with each version that is opened. */
  declare readonly versionNumber: pulumi.Output<number>;
  /**
   * DRAFT, SUBMITTED, AWS_REVIEWING, REVIEWING, REQUIRES_AUTHENTICATION, REQUIRES_OFFLINE_REVIEW, APPROVED, DENIED,
   * DISCARDED, REVOKED or ARCHIVED, as DescribeRegistrationVersions said when it was last read. The service may add more.
   */
  declare readonly status: pulumi.Output<string>;
  /** When the version entered each status, ISO 8601. `requiresAuthenticationTimestamp`: a person has to act. */
  declare readonly statusHistory: pulumi.Output<StatusHistory>;
  /** Why the version was denied. Empty unless it was. */
  declare readonly deniedReasons: pulumi.Output<DeniedReason[]>;
  /** What the reviewers said of single fields. */
  declare readonly fieldFeedback: pulumi.Output<FieldFeedback[]>;
  /** What the reviewers said of the version. */
  declare readonly feedback: pulumi.Output<string | undefined>;
  /** The status of the registration, which moves independently. Only COMPLETE means usable. */
  declare readonly registrationStatus: pulumi.Output<string>;
  /** The number of the newest version, from 1 on. */
  declare readonly currentVersionNumber: pulumi.Output<number>;
  /** The number of the version that is approved now; absent while none is. */
  declare readonly approvedVersionNumber: pulumi.Output<number | undefined>;
  /** The number of the last version that was denied; absent while none was. */
  declare readonly latestDeniedVersionNumber: pulumi.Output<number | undefined>;

  /**
   * Declares what the form of a registration says.
   *
   * @param name - The resource's name in the program; the service does not see it.
   * @param args - What is declared.
   * @param opts - Pulumi's own options, such as `protect` and `dependsOn`.
   */
  constructor(name: string, args: RegistrationVersionArgs, opts?: pulumi.CustomResourceOptions) {
    const props = { ...OUTPUTS, ...args, fields: withSecrets(args.fields) };
    super("RegistrationVersion", provider, name, props, opts);
  }

  /** Reads the newest version of a registration that is managed elsewhere, by the registration's id. */
  static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    state: RegistrationVersionState = {},
    opts?: pulumi.CustomResourceOptions,
  ): RegistrationVersion {
    return new RegistrationVersion(name, state as RegistrationVersionArgs, { ...opts, id });
  }
}

/** A dynamic resource has the outputs that are named when it is made. */
const OUTPUTS = {
  registrationId: undefined,
  fields: undefined,
  region: undefined,
  registrationArn: undefined,
  versionNumber: undefined,
  status: undefined,
  statusHistory: undefined,
  deniedReasons: undefined,
  fieldFeedback: undefined,
  feedback: undefined,
  registrationStatus: undefined,
  currentVersionNumber: undefined,
  approvedVersionNumber: undefined,
  latestDeniedVersionNumber: undefined,
};
