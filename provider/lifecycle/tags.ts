import { type Observation, type Part, unseen } from "./observation";
import { isKnown, isRecord, type Problem } from "./problem";
import type { Step } from "./step";

export type Tags = Readonly<Record<string, string>>;

/** TagResource's limits. */
export function checkTags(tags: unknown): Problem[] {
  if (tags === undefined || tags === null || !isKnown(tags)) return [];
  if (!isRecord(tags)) return [{ path: ["tags"], code: "type", allowed: "an object of tag key and value" }];
  const entries = Object.entries(tags);
  const problems = entries.flatMap<Problem>(([key, value]) => {
    const path = ["tags", key];
    if (key.length < 1 || key.length > 128) return [{ path, code: "key", allowed: "a key of 1 to 128 characters" }];
    if (!isKnown(value) || (typeof value === "string" && value.length <= 256)) return [];
    return [{ path, code: "type", allowed: "a text of at most 256 characters" }];
  });
  if (entries.length <= 200) return problems;
  return [
    ...problems,
    { path: ["tags"], code: "tooMany", actual: `${entries.length} tags`, allowed: "at most 200 tags" },
  ];
}

/** What makes the tags that are there the ones that are wanted. */
export function tagSteps(resourceArn: string, have: Tags, want: Tags): Step[] {
  const tagKeys = Object.keys(have).filter((key) => !Object.hasOwn(want, key));
  const tags = Object.fromEntries(
    Object.entries(want).filter(([key, value]) => !Object.hasOwn(have, key) || have[key] !== value),
  );
  return [
    ...(tagKeys.length > 0 ? [{ operation: "untagResource", resourceArn, tagKeys } as const] : []),
    ...(Object.keys(tags).length > 0 ? [{ operation: "tagResource", resourceArn, tags } as const] : []),
  ];
}

/** Whether the tags that the state knows are the wanted ones. */
export function sameTags(have: Tags = {}, want: Tags = {}): boolean {
  return tagSteps("", have, want).length === 0;
}

/** What a refresh found of the tags; where a program declares none, tags are somebody else's business. */
export function tagInputs(found: Tags = {}, declared: Tags | undefined): Record<string, string> | undefined {
  return declared === undefined ? undefined : { ...found };
}

/** What a refresh of something with tags has yet to read: its tags only where a program declares any. */
export function unreadWithTags(part: Part, { tags }: { tags?: Tags }, observed: Observation): Part[] {
  return unseen(observed, tags === undefined ? [part] : [part, "tags"]);
}
