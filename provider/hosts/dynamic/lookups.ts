import { ArgumentsError } from "../lookupArguments";
import { LOOKUPS, type LookupName, type LookupResult } from "../lookups";
import type { StackConfig } from "../settings";

export type { LookupName, LookupResult };

/** Look-ups run in the program's own process: there is no provider in between, only the same order of settings. */
export async function ask<Name extends LookupName>(
  name: Name,
  args: object,
  config: StackConfig,
): Promise<LookupResult<Name>> {
  try {
    return (await LOOKUPS[name].ask({ ...args }, config)) as LookupResult<Name>;
  } catch (error) {
    if (!(error instanceof ArgumentsError)) throw error;
    throw new TypeError(`${error.message}. An output of a resource goes to the look-up's Output form.`);
  }
}
