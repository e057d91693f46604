import type * as pulumi from "@pulumi/pulumi";
import type { DeniedReason, StatusHistory } from "../lifecycle/observation";
import { lookUp, lookUpNow } from "./lookup";
import type { LookupOptions, OutputArgs } from "./lookupOptions";

/** The arguments of {@link getRegistrationVersions}. */
export interface GetRegistrationVersionsArgs extends LookupOptions {
  /** The registration's id or ARN. */
  registrationId: string;
  /** The versions to describe, from 1 on. @default all */
  versionNumbers?: number[];
  /** Only versions in one of these statuses, such as `DENIED`. @default any */
  statuses?: string[];
}

/** What {@link getRegistrationVersions} found. */
export interface GetRegistrationVersionsResult {
  /** Newest first. */
  registrationVersions: RegistrationVersionDescription[];
}

/** A version of a registration, as DescribeRegistrationVersions describes it. */
export interface RegistrationVersionDescription {
  /** The ARN of the registration. */
  registrationArn: string;
  /** From 1 on. */
  versionNumber: number;
  /**
   * DRAFT, SUBMITTED, AWS_REVIEWING, REVIEWING, REQUIRES_AUTHENTICATION, REQUIRES_OFFLINE_REVIEW, APPROVED, DENIED,
   * DISCARDED, REVOKED or ARCHIVED. The service may add more.
   */
  status: string;
  /** When the version entered each status. */
  statusHistory: StatusHistory;
  /** Why it was denied. Empty unless it was. */
  deniedReasons: DeniedReason[];
  /** What the reviewers said of it. */
  feedback?: string;
}

/**
 * The versions of a registration: DescribeRegistrationVersions, all pages.
 *
 * @throws ServiceError when the registration or a named version does not exist, or the call is not allowed.
 * @example
 * ```typescript
 * const denied = sms.getRegistrationVersionsOutput({ registrationId: brand.id, statuses: ["DENIED"] });
 * export const denials = denied.registrationVersions.apply((versions) => versions.length);
 * ```
 */
export async function getRegistrationVersions(
  args: GetRegistrationVersionsArgs,
): Promise<GetRegistrationVersionsResult> {
  return lookUpNow("getRegistrationVersions", args);
}

/** {@link getRegistrationVersions} with arguments that may be outputs. */
export function getRegistrationVersionsOutput(
  args: OutputArgs<GetRegistrationVersionsArgs>,
): pulumi.Output<GetRegistrationVersionsResult> {
  return lookUp(getRegistrationVersions, args);
}

/** The arguments of {@link getRegistration}. */
export interface GetRegistrationArgs extends LookupOptions {
  /** The registration's id or ARN. */
  registrationId: string;
}

/** What {@link getRegistration} found. */
export interface GetRegistrationResult {
  /** The registration's id. */
  registrationId: string;
  /** The registration's ARN. */
  registrationArn: string;
  /** Such as `US_TEN_DLC_BRAND_REGISTRATION`. */
  registrationType: string;
  /**
   * CREATED, SUBMITTED, AWS_REVIEWING, REVIEWING, REQUIRES_AUTHENTICATION, PROVISIONING, COMPLETE, REQUIRES_UPDATES or
   * CLOSED. Only COMPLETE means usable. The service may add more.
   */
  registrationStatus: string;
  /** The number of the newest version. */
  currentVersionNumber: number;
  /** The number of the version that is approved now; absent while none is. */
  approvedVersionNumber?: number;
  /** The number of the last version that was denied; absent while none was. */
  latestDeniedVersionNumber?: number;
  /** What the service says besides of registrations of the type, under the service's own names. Mostly empty. */
  additionalAttributes: Record<string, string>;
  /** When it was created, ISO 8601. */
  createdTimestamp: string;
}

/**
 * A registration as it is now, whoever manages it: DescribeRegistrations.
 *
 * @throws ServiceError when there is no such registration in the region, or the call is not allowed.
 * @example
 * ```typescript
 * const { registrationStatus } = await sms.getRegistration({
 *   registrationId: "registration-0123456789abcdef0123456789abcdef",
 * });
 * if (registrationStatus !== "COMPLETE") console.log(`Not usable yet: ${registrationStatus}`);
 * ```
 */
export async function getRegistration(args: GetRegistrationArgs): Promise<GetRegistrationResult> {
  return lookUpNow("getRegistration", args);
}

/** {@link getRegistration} with arguments that may be outputs. */
export function getRegistrationOutput(args: OutputArgs<GetRegistrationArgs>): pulumi.Output<GetRegistrationResult> {
  return lookUp(getRegistration, args);
}
