import type { Settings } from "../aws";
import { DURATION, DURATION_NOTATION, durationMs } from "../lifecycle/duration";

/** The stack's configuration, as far as the provider asks for it. */
export type StackConfig = (key: string) => string | undefined;

/** The stack's configuration says something that cannot be meant. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
  readonly code = "CONFIGURATION";
}

/**
 * Where calls go and how patient they are. The first that is there counts:
 *
 * | | argument | state | stack configuration | else |
 * |---|---|---|---|---|
 * | region | `region` | the region it was made in | `sms-registrations:region`, `aws:region` | the AWS SDK's own chain |
 * | profile | | | `sms-registrations:profile`, `aws:profile` | the AWS SDK's own chain |
 * | role | | | `sms-registrations:assumeRoleArn`, `assumeRoleSessionName`, `assumeRoleExternalId`, `assumeRoleDuration` | none |
 * | endpoint | | | `sms-registrations:endpoint` | the AWS SDK's own chain: `AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2` |
 * | retry mode | | | `sms-registrations:retryMode` | `AWS_RETRY_MODE`, `adaptive` |
 * | attempts | | | `sms-registrations:maxAttempts` | `AWS_MAX_ATTEMPTS`, 10 |
 * | calls a second | | | `sms-registrations:callsPerSecond` | 10 |
 *
 * @throws ConfigurationError when a value is not one of the possible ones.
 */
export function settings(
  config: StackConfig,
  regions: { argument?: string; state?: string },
  env: NodeJS.ProcessEnv = process.env,
): Settings {
  const own = (name: string) => config(`sms-registrations:${name}`);
  return {
    region: regions.argument ?? regions.state ?? own("region") ?? config("aws:region"),
    profile: own("profile") ?? config("aws:profile"),
    ...role(own),
    endpoint: own("endpoint"),
    retryMode: oneOf(["adaptive", "standard"], "retryMode", own("retryMode") ?? env.AWS_RETRY_MODE) ?? "adaptive",
    maxAttempts: number("maxAttempts", own("maxAttempts") ?? env.AWS_MAX_ATTEMPTS, 1) ?? 10,
    callsPerSecond: number("callsPerSecond", own("callsPerSecond"), 1) ?? 10,
  };
}

/** The names are those of `aws:assumeRoles`; the limits are those of AssumeRole. */
function role(own: (name: string) => string | undefined): Settings {
  const assumeRoleArn = matching(/^arn:[\w-]+:iam::\d{12}:role\/[\w+=,.@/-]+$/, "assumeRoleArn", own, "a role's ARN");
  const found = {
    assumeRoleSessionName: matching(/^[\w+=,.@-]{2,64}$/, "assumeRoleSessionName", own, "2-64 of A-Z a-z 0-9 _+=,.@-"),
    assumeRoleExternalId: matching(
      /^[\w+=,.@:/-]{2,1224}$/,
      "assumeRoleExternalId",
      own,
      "2-1224 of A-Z a-z 0-9 _+=,.@:/-",
    ),
    assumeRoleDuration: matching(DURATION, "assumeRoleDuration", own, DURATION_NOTATION),
  };
  const lasts = durationMs(found.assumeRoleDuration ?? "1h") / 60_000;
  if (lasts < 15 || lasts > 720)
    throw new ConfigurationError("sms-registrations:assumeRoleDuration is from 15m to 12h.");
  if (assumeRoleArn !== undefined) return { assumeRoleArn, ...found };
  const [lonely] = Object.entries(found).find(([, value]) => value !== undefined) ?? [];
  if (lonely === undefined) return {};
  throw new ConfigurationError(`sms-registrations:${lonely} needs sms-registrations:assumeRoleArn beside it.`);
}

function matching(
  pattern: RegExp,
  name: string,
  own: (name: string) => string | undefined,
  expected: string,
): string | undefined {
  const value = own(name);
  if (value === undefined || pattern.test(value)) return value;
  throw new ConfigurationError(`sms-registrations:${name} is ${expected}.`);
}

function oneOf<T extends string>(allowed: readonly T[], name: string, value: string | undefined): T | undefined {
  if (value === undefined) return undefined;
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new ConfigurationError(`sms-registrations:${name} is one of ${allowed.join(", ")}.`);
  return found;
}

function number(name: string, value: string | undefined, least: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,6}$/.test(value) && Number(value) >= least) return Number(value);
  throw new ConfigurationError(`sms-registrations:${name} is a whole number from ${least} on.`);
}
