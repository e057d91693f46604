import { lookups } from "../../aws";
import { type StackConfig, settings } from "../settings";

export { ServiceError } from "../../aws";

/** Look-ups run in the program's own process: there is no provider in between, only the same order of settings. */
export function lookupsOf(config: StackConfig, { region, profile }: { region?: string; profile?: string }) {
  const found = settings(config, { argument: region });
  return lookups({ ...found, profile: profile ?? found.profile });
}
