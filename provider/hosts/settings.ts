import type { Settings } from "../aws";

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
    endpoint: own("endpoint"),
    retryMode: oneOf(["adaptive", "standard"], "retryMode", own("retryMode") ?? env.AWS_RETRY_MODE) ?? "adaptive",
    maxAttempts: number("maxAttempts", own("maxAttempts") ?? env.AWS_MAX_ATTEMPTS, 1) ?? 10,
    callsPerSecond: number("callsPerSecond", own("callsPerSecond"), 1) ?? 10,
  };
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
