import { status } from "@grpc/grpc-js";
import { type ArgumentProblem, ArgumentsError } from "../lookupArguments";
import { LOOKUPS } from "../lookups";
import type { StackConfig } from "../settings";
import { RequestError } from "./requestError";
import type { Properties } from "./struct";
import { tokenOf } from "./types";
import { hasSecret, hasUnknown, mapValues, secret, unmarked } from "./values";

export interface Found {
  result: Properties;
  failures: readonly ArgumentProblem[];
}

/**
 * A look-up by its token. What is found by something secret is secret, too; by something that is not known yet nothing
 * is found, as the engine itself answers for a provider that is not configured yet.
 */
export async function invoke(token: string, args: Properties, config: StackConfig): Promise<Found> {
  const lookup = Object.entries(LOOKUPS).find(([name]) => tokenOf(name) === token)?.[1];
  if (lookup === undefined) {
    const known = Object.keys(LOOKUPS).map(tokenOf).join(", ");
    throw new RequestError(status.NOT_FOUND, `tok: the function ${JSON.stringify(token)} is not one of ${known}`);
  }
  const given = unmarked(args);
  if (hasUnknown(given)) return { result: {}, failures: [] };
  try {
    const result = await lookup.ask(given, config);
    return { result: hasSecret(args) ? mapValues(result, secret) : { ...result }, failures: [] };
  } catch (error) {
    if (!(error instanceof ArgumentsError)) throw error;
    return { result: {}, failures: error.problems };
  }
}
