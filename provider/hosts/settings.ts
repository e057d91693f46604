import type { Settings } from "../aws";

/** The stack's configuration, as far as the provider asks for it. */
export type StackConfig = (key: string) => string | undefined;

/**
 * Where calls go: the resource's `region` argument, then the region it was made in, then `aws:region` of the stack,
 * then the AWS SDK's own chain. `aws:profile` likewise.
 */
export function settings(config: StackConfig, regions: { argument?: string; state?: string }): Settings {
  return {
    region: regions.argument ?? regions.state ?? config("aws:region"),
    profile: config("aws:profile"),
  };
}
