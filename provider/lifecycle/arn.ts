import type { MaybeUnknown, Problem } from "./problem";

/** The arguments that may name a resource by its ARN. */
const REFERENCES = ["registrationId", "resourceId", "associations", "adopt"] as const;

/** Arguments that name something by an ARN, with its region. */
export function referencedRegions<T>(inputs: MaybeUnknown<T>): { path: string[]; region: string }[] {
  const all: Readonly<Record<string, unknown>> = inputs;
  return REFERENCES.flatMap((name) => {
    const value = all[name];
    if (Array.isArray(value)) return value.flatMap((item, index) => arn([name, String(index)], item));
    return arn([name], value);
  });
}

function arn(path: string[], value: unknown): { path: string[]; region: string }[] {
  const [, region] = (typeof value === "string" && /^arn:[^:]*:sms-voice:([a-z0-9-]+):/.exec(value)) || [];
  return region === undefined ? [] : [{ path, region }];
}

/** Registrations belong to a region: the same id is nothing, or something else, in another one. */
export function inOtherRegion({ path, region }: { path: string[]; region: string }, own: string): Problem {
  return {
    path,
    code: "region",
    actual: `an ARN of ${region}`,
    allowed: `something in ${own}, the resource's own region,`,
  };
}
