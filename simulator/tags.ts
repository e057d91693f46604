import { type Account, arnOf } from "./account";
import { notFound, refuse } from "./errors";

type Tag = { Key: string; Value: string };

/** Sets tags, if afterwards the resource has no more than the quota. */
export function setTags(tags: Map<string, string>, given: readonly Tag[], quota: number): void {
  requireTagKeys(given);
  const after = new Set([...tags.keys(), ...given.map(({ Key }) => Key)]);
  if (after.size > quota) throw refuse("tags.quota", `A resource has at most ${quota} tags`);
  for (const { Key, Value } of given) tags.set(Key, Value);
}

function requireTagKeys(tags: readonly Tag[]): void {
  const keys = tags.map(({ Key }) => Key);
  if (new Set(keys).size < keys.length) throw refuse("tags.keys", "Tag keys must be unique");
  if (keys.some((key) => key.toLowerCase().startsWith("aws:")))
    throw refuse("tags.keys", "Tag keys must not start with aws:");
}

/** The tags of the resource with this ARN. */
export function tagsOf(account: Account, arn: string): Map<string, string> {
  const kinds = [
    ["registration", account.registrations],
    ["registration-attachment", account.attachments],
    ["phone-number", account.numbers],
    ["sender-id", account.numbers],
  ] as const;
  for (const [kind, resources] of kinds) {
    const prefix = arnOf(account, kind, "");
    if (!arn.startsWith(prefix)) continue;
    const resource = resources.get(arn.slice(prefix.length));
    if (!resource || ("status" in resource && resource.status === "DELETED")) throw notFound(kind, arn);
    return resource.tags;
  }
  throw refuse("arn.form", `${arn} is not the ARN of a taggable resource of this account and region`);
}
