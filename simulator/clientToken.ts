import type { Account } from "./account";
import { type ResourceType, refuse } from "./errors";
import { fingerprint } from "./pages";

/**
 * The id that this token made before, or undefined when it is new. The same token with another request is a conflict.
 * `remember` is called once the resource exists, so that a refused request leaves no trace.
 */
export function clientToken(
  account: Account,
  operation: string,
  resourceType: ResourceType,
  request: { ClientToken?: string },
) {
  const { ClientToken, ...rest } = request;
  const key = `${operation} ${ClientToken}`;
  const mark = fingerprint(rest);
  return {
    usedFor(): string | undefined {
      const used = ClientToken === undefined ? undefined : account.clientTokens.get(key);
      if (used && used.fingerprint !== mark) {
        const members = { ResourceType: resourceType, ResourceId: used.id };
        throw refuse("clientToken.reused", `The ClientToken was used with other parameters for ${used.id}`, members);
      }
      return used?.id;
    },
    remember(id: string): void {
      if (ClientToken !== undefined) account.clientTokens.set(key, { fingerprint: mark, id });
    },
  };
}
